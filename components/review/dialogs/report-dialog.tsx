"use client";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
  const id = useId();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, words, action } = about[what];

  async function send() {
    setBusy(true);
    await sync.sendNow();
    const kind = what === "unusable" ? "unusable" : "identity";
    const outcome = await reportCase(workspace.case.id, { kind, reason });
    setBusy(false);
    if (!outcome.ok) {
      if (outcome.reason === "signed-out") sync.sessionEnded();
      setProblem(refusalWords(outcome));
      return;
    }
    if (kind === "unusable")
      rememberFinished({
        readingId: workspace.reading.id,
        caseId: workspace.case.id,
        words: `${workspace.case.label} is marked unusable.`,
        until: Date.now() + undoSubmitSeconds * 1000,
      });
    router.push(afterThisCase(review));
  }

  return (
    <Dialog
      title={title}
      place="panel"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={reason.trim() === "" ? "Write what you saw." : null}
            onClick={() => void send()}
          >
            {action}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-13 text-fg2">{words}</p>
      <label htmlFor={id} className="mb-1.5 block text-12 font-med text-fg2">
        What did you see?
      </label>
      <textarea
        id={id}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        className="min-h-24 w-full rounded-control border border-ln2 bg-bg0 px-3 py-2 text-14"
      />
      {problem ? (
        <p role="alert" className="mt-2 text-12 text-er">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}
