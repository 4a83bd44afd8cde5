"use client";
import { Scissors } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ariaKeys, keyCaps } from "@/components/ui/keys";
import { useReview, useUi } from "../context";
import { beginCutting } from "../cropper/begin";
import { useReviewKey } from "../live-keys";

/** Opens the cropper on the figure that is shown. The rail has no room for the caps of its key: the title names it. */
export function CutButton() {
  const review = useReview();
  const key = useReviewKey()("cut-panels");
  const cutting = useUi((state) => state.cutting);
  return (
    <span className="flex-none px-1 pt-2">
      <Button
        size="sm"
        variant="quiet"
        icon={<Scissors size={14} />}
        aria-keyshortcuts={key === undefined ? undefined : ariaKeys(key)}
        title={key === undefined ? undefined : keyCaps(key).join(" + ")}
        disabledReason={cutting === null ? null : "The figure is being cut."}
        onClick={() => beginCutting(review)}
      >
        Cut into panels
      </Button>
    </span>
  );
}
