"use client";
import { CircleAlert, Quote } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { moveRovingFocus } from "@/components/ui/roving";
import type { DraftSentence, PassageSpan, PassageView } from "@/lib/reading/types";
import { useReview, useUi } from "../context";
import type { TextRange } from "../diff-ranges";
import { MarkedText } from "./marked-text";

function SourceChip({ span, number }: { readonly span: PassageSpan; readonly number: number }) {
  const { ui } = useReview();
  const on = useUi((state) => state.span === span);
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => ui.setState({ span: on ? null : span })}
      className={cx(
        "relative inline-flex h-[18px] items-center gap-1 rounded-[3px] px-[5px] text-11 before:absolute before:-inset-[3px] before:content-['']",
        on ? "bg-ac-bg text-ac-tx" : "bg-bg3 text-fg2 hover:bg-bg4",
      )}
    >
      <Quote size={11} aria-hidden="true" />
      Source {number}
    </button>
  );
}

/** The sentences of a draft, numbered, each with what supports it. One of them is in focus. */
export function SentenceList({
  text,
  sentences,
  passages,
  added,
  warnUnsupported,
}: {
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
  readonly passages: readonly PassageView[];
  /** Words that the source has not; empty where no difference is wanted. */
  readonly added: readonly TextRange[];
  /** Sentences without a source say so (not where there is no human source at all). */
  readonly warnUnsupported: boolean;
}) {
  const { ui } = useReview();
  const focused = useUi((state) => state.sentence);
  const numberOf = (span: PassageSpan) => passages.findIndex((passage) => passage.id === span.passageId) + 1;
  return (
    <ol className="py-1" onKeyDown={(event) => moveRovingFocus(event, "vertical")}>
      {sentences.map((sentence, index) => (
        <li
          key={sentence.id}
          className={cx(
            "relative grid grid-cols-[20px_1fr] gap-x-2 py-1.5 pr-4 pl-3.5 max-2xl:py-1 max-2xl:pr-3",
            focused === index && "bg-bg2 shadow-[inset_2px_0_0_var(--ac)]",
          )}
        >
          <button
            type="button"
            data-roving=""
            tabIndex={index === (focused ?? 0) ? 0 : -1}
            aria-label={`Sentence ${index + 1}`}
            aria-pressed={focused === index}
            onFocus={() => ui.setState({ sentence: index })}
            onClick={() => ui.setState({ sentence: index, span: sentence.sources[0] ?? null })}
            className={cx(
              "relative mt-0.5 grid size-[18px] place-items-center rounded-chip border text-11 leading-none font-semi before:absolute before:-inset-1 before:content-['']",
              focused === index ? "border-ac bg-ac text-ac-fg" : "border-ln2 text-fg2",
            )}
          >
            {index + 1}
          </button>
          <div className="min-w-0">
            <p className="text-14 tracking-[-0.006em] max-2xl:text-13 max-2xl:font-[450]">
              <MarkedText text={text} part={sentence} marks={added} as="added" />
            </p>
            <div className="mt-[3px] flex flex-wrap items-center gap-1">
              {sentence.sources.map((span) => (
                <SourceChip key={`${span.passageId}-${span.start}`} span={span} number={numberOf(span)} />
              ))}
              {sentence.sources.length === 0 && warnUnsupported ? (
                <span className="inline-flex h-[18px] items-center gap-1 rounded-[3px] bg-wa-bg px-[5px] text-11 text-wa">
                  <CircleAlert size={11} aria-hidden="true" />
                  No source
                </span>
              ) : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
