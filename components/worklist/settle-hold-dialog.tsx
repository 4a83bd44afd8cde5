"use client";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

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
  const id = useId();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, words, action } = about[what];

  async function send() {
    setBusy(true);
    const wrong = await settle(reason);
    setBusy(false);
    if (wrong === null) onSettled();
    else setProblem(wrong);
  }

  return (
    <Dialog
      title={`${title}: ${label}`}
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
        What did you see? Write no name, date or number.
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
