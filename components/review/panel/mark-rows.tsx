"use client";
import { Highlighter, Trash2 } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { draftText } from "@/lib/drafting/rules/draft-text";
import { spanCategories, spanSeverities } from "@/lib/reading/schema";
import { useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { chooseMark, removeMark } from "../flags/mark";
import type { MarkedWords } from "../flags/marked-words";
import { categoryWords, severityWords } from "../flags/words";
import { ReasonKey } from "./reject-reasons";

/** Asks what is wrong with the words chosen, then how grave it is; below, what was marked before. */
export function MarkRows({
  entry,
  marks,
}: {
  readonly entry: Entry;
  readonly marks: readonly MarkedWords[];
}) {
  const review = useReview();
  return (
    <>
      <Choices entry={entry} />
      {marks.length > 0 ? (
        <ul aria-label="Words you marked" className="mx-4 my-1">
          {marks.map(({ id, value, quote, place }) => (
            <li
              key={id}
              data-mark={value.category}
              className="mt-1 flex min-h-7 items-center gap-2 rounded-chip bg-bg2 py-0.5 pr-1 pl-2 text-12"
            >
              <Highlighter size={14} aria-hidden="true" className="flex-none text-fg2" />
              <span className="font-semi">{categoryWords[value.category]}</span>
              <span className="text-fg2">{severityWords[value.severity]}</span>
              <span className={cx("min-w-0 flex-1 truncate text-fg2", place === null && "line-through")}>
                “{quote}”
              </span>
              {review.readOnly ? null : (
                <IconButton
                  size="sm"
                  label="Remove the mark"
                  icon={<Trash2 size={14} />}
                  onClick={() => removeMark(review, id)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Choices({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const doing = useUi((state) => state.doing);
  if (doing.kind !== "marking" || !entry.draft) return null;
  const quote = draftText(entry.draft.payload).slice(doing.range.start, doing.range.end);
  const words: readonly string[] =
    doing.category === null
      ? spanCategories.map((category) => categoryWords[category])
      : spanSeverities.map((severity) => severityWords[severity]);
  return (
    <fieldset className="mx-4 my-2">
      <legend className="mb-1 text-12 text-fg2">
        {doing.category === null ? "What is wrong with " : `${categoryWords[doing.category]}. How grave is `}
        <q className="text-fg1">{quote}</q>
      </legend>
      <div className="grid grid-cols-2 gap-1">
        {words.map((word, index) => (
          <button
            key={word}
            type="button"
            onClick={() => chooseMark(review, index + 1)}
            className="flex h-7 items-center gap-2 rounded-chip border border-ln2 px-2 text-left text-12 text-fg2 hover:bg-bg3 hover:text-fg1"
          >
            <ReasonKey place={index} className="text-fg3" />
            <span className="truncate">{word}</span>
          </button>
        ))}
      </div>
      <p className="mt-1 text-11 text-fg3">
        Left and right move the end by a word, up and down the start. Esc gives up.
      </p>
    </fieldset>
  );
}
