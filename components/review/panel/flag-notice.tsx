"use client";
import { Button } from "@/components/ui/button";
import { useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { beginOverride } from "../flags/acts";
import { isUntouched } from "../flags/shown-flags";
import { useFlags } from "../flags/use-flags";
import { blockingFlags } from "../flags/walk";
import { useReviewKey } from "../live-keys";

/** What no flag means; or, where flags keep the draft from being accepted, the way to say why it is right. */
export function FlagNotice({ entry, bare = false }: { readonly entry: Entry; readonly bare?: boolean }) {
  const review = useReview();
  const { flags, checked } = useFlags(entry);
  const overriding = useUi((state) => state.doing.kind === "overriding");
  const keyOf = useReviewKey();
  const inset = bare ? "pt-1" : "px-4 pb-1";
  if (checked && flags.length === 0 && entry.payload.form === "text")
    return (
      <p className={`${inset} text-11 text-fg3`}>No automatic flags. This does not mean the text is right.</p>
    );
  const blocked = !overriding && isUntouched(entry) && entry.state === "pending" && !review.readOnly;
  if (!blocked || blockingFlags(review, entry).length === 0) return null;
  return (
    <div className={inset}>
      <Button size="sm" variant="quiet" keys={keyOf("accept-anyway")} onClick={() => beginOverride(review)}>
        Accept against the flag
      </Button>
    </div>
  );
}
