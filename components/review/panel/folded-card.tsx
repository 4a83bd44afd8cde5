"use client";
import { useReview } from "../context";
import type { Entry } from "../entries";
import { focusEntry } from "../navigate";
import { entryName } from "../words";
import { FlagChip } from "./flag-chip";
import { StateChips } from "./state-chip";

/** A text that is not in focus: its name, its state, its first words. */
export function FoldedCard({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const { images, stacks } = review.workspace;
  const words = entry.payload.form === "text" ? entry.payload.text : entry.payload.qa.question;
  return (
    <button
      type="button"
      onClick={() => focusEntry(review, entry)}
      className="block w-full border-b border-ln1 px-4 py-2 text-left hover:bg-bg2 focus-visible:-outline-offset-2"
    >
      <span className="flex items-center gap-2">
        <span className="text-13 font-semi">{entryName(entry, images, stacks)}</span>
        <span className="flex-1" />
        <FlagChip entry={entry} />
        <StateChips entry={entry} />
      </span>
      <span lang={entry.draft?.language} className="mt-0.5 block truncate text-12 text-fg2">
        {words || "No words yet."}
      </span>
    </button>
  );
}
