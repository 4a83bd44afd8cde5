"use client";
import { ReasonDialog } from "@/components/ui/reason-dialog";

const about = {
  release: {
    title: "Release the hold",
    words: "The case comes back to its readers, pixels and texts, at once.",
    action: "Release",
  },
  unusable: {
    title: "Call it unusable",
    words:
      "Nobody reads or exports the case. Its pixels and texts stay withheld. Releasing the hold takes this back.",
    action: "Call it unusable",
  },
} as const;

/** Asks an admin what they saw, then settles a held case. */
export function SettleHoldDialog({
  what,
  label,
  settle,
  onSettled,
  onClose,
}: {
  readonly what: keyof typeof about;
  readonly label: string;
  /** @returns what is wrong in a sentence; null = done. */
  readonly settle: (reason: string) => Promise<string | null>;
  readonly onSettled: () => void;
  readonly onClose: () => void;
}) {
  const { title, words, action } = about[what];
  return (
    <ReasonDialog
      title={`${title}: ${label}`}
      words={words}
      question="What did you see? Write no name, date or number."
      empty="Write what you saw."
      action={action}
      onClose={onClose}
      act={async (reason) => {
        const wrong = await settle(reason);
        if (wrong === null) onSettled();
        return wrong;
      }}
    />
  );
}
