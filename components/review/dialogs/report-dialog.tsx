"use client";
import { useRouter } from "next/navigation";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { undoSubmitSeconds } from "@/lib/cases/rules";
import { useReview } from "../context";
import { rememberFinished } from "../finished";
import { refusalWords, reportCase } from "../requests";
import { afterThisCase } from "../submit";

const about = {
  unusable: {
    title: "Case is unusable",
    words: "Your reading of this case ends with this reason. You can take it back for 10 seconds.",
    action: "Call it unusable",
  },
  "identity-seen": {
    title: "Identity seen",
    words:
      "The case is withheld from everyone at once, until an admin has looked at it. Do not write the name, date or number you saw.",
    action: "Withhold the case",
  },
} as const;

/** Asks for a reason, then takes the case away: from this reader, or from everyone. */
export function ReportDialog({
  what,
  onClose,
}: {
  readonly what: keyof typeof about;
  readonly onClose: () => void;
}) {
  const review = useReview();
  const { workspace, sync } = review;
  const router = useRouter();
  const { title, words, action } = about[what];

  async function send(reason: string): Promise<string | null> {
    await sync.sendNow();
    const kind = what === "unusable" ? "unusable" : "identity";
    const outcome = await reportCase(workspace.case.id, { kind, reason });
    if (!outcome.ok) {
      if (outcome.reason === "signed-out") sync.sessionEnded();
      return refusalWords(outcome);
    }
    if (kind === "unusable")
      rememberFinished({
        readingId: workspace.reading.id,
        caseId: workspace.case.id,
        words: `${workspace.case.label} is marked unusable.`,
        until: Date.now() + undoSubmitSeconds * 1000,
      });
    router.push(afterThisCase(review));
    return null;
  }

  return (
    <ReasonDialog
      title={title}
      words={words}
      question="What did you see?"
      empty="Write what you saw."
      action={action}
      place="panel"
      act={send}
      onClose={onClose}
    />
  );
}
