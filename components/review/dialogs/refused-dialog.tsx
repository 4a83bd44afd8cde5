"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useReview } from "../context";

/** The server will not take a change: why, and what can be done. It stays in this browser until the reader decides. */
export function RefusedDialog({
  message,
  count,
  onClose,
}: {
  readonly message: string;
  readonly count: number;
  readonly onClose: () => void;
}) {
  const { sync } = useReview();
  return (
    <Dialog
      title="Not saved"
      place="panel"
      onClose={onClose}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => void sync.discardRefused().then(() => window.location.reload())}
          >
            Discard the refused change
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              void sync.resume();
            }}
          >
            Try again
          </Button>
        </>
      }
    >
      <p className="text-14">{message}</p>
      <p className="mt-3 text-12 text-fg2">
        {count === 1 ? "1 change is" : `${count} changes are`} kept in this browser. Discarding takes away
        only the one that was refused, and loads the case again; the others are sent.
      </p>
    </Dialog>
  );
}
