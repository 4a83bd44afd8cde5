"use client";
import { Scissors } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useReview, useUi } from "../context";
import { beginCutting } from "../cropper/begin";
import { useReviewKey } from "../live-keys";

/** Opens the cropper on the figure that is shown. */
export function CutButton() {
  const review = useReview();
  const keyOf = useReviewKey();
  const cutting = useUi((state) => state.cutting);
  return (
    <span className="px-2.5 pt-2 max-2xl:px-2">
      <Button
        size="sm"
        variant="quiet"
        icon={<Scissors size={14} />}
        keys={keyOf("cut-panels")}
        disabledReason={cutting === null ? null : "The figure is being cut."}
        onClick={() => beginCutting(review)}
      >
        Cut into panels
      </Button>
    </span>
  );
}
