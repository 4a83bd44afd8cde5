"use client";
import { cx } from "@/components/ui/cx";
import { overrideReasons } from "@/lib/reading/schema";
import { useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { chooseOverride } from "../flags/acts";
import { overrideWords } from "../flags/words";
import { Note, ReasonKey } from "./reject-reasons";

/** Why a draft is accepted although a check contradicts it, 1 to 8; afterwards what was said. */
export function OverrideReasons({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const choosing = useUi((state) => state.doing.kind === "overriding");
  const override = entry.decision?.kind === "accept" ? entry.decision.override : undefined;
  if (!choosing)
    return override ? (
      <p className="mx-4 my-2 rounded-chip bg-wa-bg px-2 py-1 text-12">
        Accepted against a flag: {overrideWords[override.reason].toLowerCase()}
        {override.note ? `: ${override.note}` : ""}
      </p>
    ) : null;
  return (
    <fieldset className="mx-4 my-2">
      <legend className="mb-1 text-12 text-fg2">Why the draft is right although it is flagged</legend>
      <div className="grid grid-cols-2 gap-1">
        {overrideReasons.map((reason, index) => {
          const on = override?.reason === reason;
          return (
            <button
              key={reason}
              type="button"
              aria-pressed={on}
              onClick={() => chooseOverride(review, index + 1)}
              className={cx(
                "flex h-7 items-center gap-2 rounded-chip border px-2 text-left text-12",
                on ? "border-wa-ln bg-wa-bg text-fg1" : "border-ln2 text-fg2 hover:bg-bg3 hover:text-fg1",
              )}
            >
              <ReasonKey place={index} className={on ? "text-wa" : "text-fg3"} />
              <span className="truncate">{overrideWords[reason]}</span>
            </button>
          );
        })}
      </div>
      {override ? (
        <Note key={entry.id} entry={entry} value={override.note} required={override.reason === "other"} />
      ) : null}
    </fieldset>
  );
}
