"use client";
import { useId, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

/** Asks for a reason in the person's own words before something is done. */
export function ReasonDialog({
  title,
  words,
  question,
  empty,
  action,
  place,
  act,
  onClose,
}: {
  readonly title: string;
  /** What will happen. */
  readonly words: string;
  readonly question: string;
  /** Why the action waits while nothing is written. */
  readonly empty: string;
  readonly action: string;
  readonly place?: "panel";
  /** Does it. @returns what is wrong in a sentence; null = done. */
  readonly act: (reason: string) => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send() {
    setBusy(true);
    setProblem(await act(reason));
    setBusy(false);
  }

  return (
    <Dialog
      title={title}
      {...(place ? { place } : {})}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={reason.trim() === "" ? empty : null}
            onClick={() => void send()}
          >
            {action}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-13 text-fg2">{words}</p>
      <label htmlFor={id} className="mb-1.5 block text-12 font-med text-fg2">
        {question}
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
