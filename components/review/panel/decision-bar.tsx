"use client";
import { Check, HelpCircle, Pencil, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useReview, useUi } from "../context";
import { accept, beginEdit, beginReject, cannotJudge } from "../decide";
import type { Entry } from "../entries";
import { useImageWait } from "../image-wait";
import { useReviewKey } from "../live-keys";

/** Accept, edit, reject, cannot judge: always in the same place, none of them chosen beforehand. */
export function DecisionBar({ entry }: { readonly entry: Entry | null }) {
  const review = useReview();
  const rejecting = useUi((state) => state.doing.kind === "rejecting");
  const wait = useImageWait();
  const keyOf = useReviewKey();
  const nothing = entry === null ? "Choose a text first." : null;
  const closed = review.readOnly ? "This reading is submitted." : null;
  const own = entry !== null && entry.draft === null ? "This text is yours." : null;
  const off = nothing ?? closed ?? wait;
  return (
    <div className="grid flex-none grid-cols-[1fr_1fr_1fr_auto] gap-2 border-t border-ln1 bg-bg1 px-4 py-2.5 max-xl:gap-1.5 max-xl:px-3">
      <Button
        size="decision"
        icon={<Check size={14} className={off || own ? "" : "text-ok"} />}
        keys={keyOf("accept")}
        disabledReason={off ?? own}
        onClick={() => accept(review)}
      >
        Accept
      </Button>
      <Button
        size="decision"
        icon={<Pencil size={14} className={off ? "" : "text-ac-tx"} />}
        keys={keyOf("edit")}
        disabledReason={off}
        onClick={() => beginEdit(review)}
      >
        Edit
      </Button>
      <Button
        size="decision"
        variant={rejecting || entry?.state === "rejected" ? "reject" : "default"}
        icon={<X size={14} className={off || own ? "" : "text-er"} />}
        keys={keyOf("reject")}
        disabledReason={off ?? own}
        onClick={() => beginReject(review)}
      >
        Reject
      </Button>
      <Button
        size="decision"
        aria-label="Cannot judge"
        title="Cannot judge"
        icon={<HelpCircle size={14} className="text-fg3" />}
        keys={keyOf("cannot-judge")}
        disabledReason={off ?? own}
        onClick={() => cannotJudge(review)}
      />
    </div>
  );
}
