"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useReview } from "../context";
import { submitCase } from "../submit";

/** Asked before a case without drafts is submitted as it came. */
export function NothingDialog({ onClose }: { readonly onClose: () => void }) {
  const review = useReview();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function submit() {
    setBusy(true);
    await submitCase(review, (path) => router.push(path), true);
    setBusy(false);
    onClose();
  }

  return (
    <Dialog
      title="Nothing was added"
      place="panel"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Go on reading</Button>
          <Button variant="primary" busy={busy} onClick={() => void submit()}>
            Nothing to report, submit
          </Button>
        </>
      }
    >
      <p className="text-13 text-fg2">
        This case came without drafts, and you added no text, no region and no key slice. Submit it only if
        you looked at every image and there is nothing to report. You can take it back for 10 seconds.
      </p>
    </Dialog>
  );
}
