"use client";
import { Check, CircleAlert, Quote } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { moveRovingFocus } from "@/components/ui/roving";
import type { SupportedSentence } from "@/lib/drafting/consistency/types";
import type { DraftSentence, PassageSpan, PassageView } from "@/lib/reading/types";
import { useReview, useUi } from "../context";
import type { TextRange } from "../diff-ranges";
import type { Entry } from "../entries";
import type { ShownFlag } from "../flags/shown-flags";
import { FlagRows } from "./flag-row";
import { FlaggedText } from "./marked-text";

/** A source of a sentence; a tick where the checks found it saying the same. */
function SourceChip({ span, number, supports }: Source & { readonly number: number }) {
  const { ui } = useReview();
  const on = useUi((state) => state.span === span);
  const tone = supports ? "supports" : "cited";
  const Icon = supports ? Check : Quote;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => ui.setState({ span: on ? null : span, spanTone: tone })}
      className={cx(
        "relative inline-flex h-[18px] items-center gap-1 rounded-[3px] px-[5px] text-11 before:absolute before:-inset-[3px] before:content-['']",
        on ? "bg-ac-bg text-ac-tx" : "bg-bg3 text-fg2 hover:bg-bg4",
      )}
    >
      <Icon size={11} aria-hidden="true" className={supports ? "text-ok" : ""} />
      Source {number}
    </button>
  );
}

interface Source {
  readonly span: PassageSpan;
  readonly supports: boolean;
}

/** The sentences of a draft, numbered, each with what supports it. One of them is in focus. */
export function SentenceList({
  text,
  sentences,
  passages,
  added,
  entry,
  flags,
  byHand,
  supported,
  warnUnsupported,
}: {
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
  readonly passages: readonly PassageView[];
  /** Words that the source has not; empty where no difference is wanted. */
  readonly added: readonly TextRange[];
  readonly entry: Entry;
  readonly flags: readonly ShownFlag[];
  /** Words that the reader marked. */
  readonly byHand: readonly TextRange[];
  /** Sentences that a passage says too, as the checks found. */
  readonly supported: readonly SupportedSentence[];
  /** Sentences without a source say so (not where there is no human source at all). */
  readonly warnUnsupported: boolean;
}) {
  const { ui } = useReview();
  const focused = useUi((state) => state.sentence);
  const numberOf = (span: PassageSpan) => passages.findIndex((passage) => passage.id === span.passageId) + 1;
  /** What a sentence names as its sources, exactly where the checks found the same said; and what they found beside. */
  const sourcesOf = (sentence: DraftSentence): readonly Source[] => {
    const found = supported.find(({ start, end }) => start < sentence.end && end > sentence.start)?.evidence;
    const named = sentence.sources.map((span) =>
      span.passageId === found?.passageId ? { span: found, supports: true } : { span, supports: false },
    );
    const beside = found && !named.some(({ supports }) => supports) && numberOf(found) > 0;
    return beside ? [...named, { span: found, supports: true }] : named;
  };
  const inSentence = (flag: TextRange, { start, end }: TextRange) => flag.start >= start && flag.start < end;
  const outside = flags.filter((flag) => !sentences.some((sentence) => inSentence(flag, sentence)));
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
            onClick={() => {
              const [first] = sourcesOf(sentence);
              ui.setState({
                sentence: index,
                span: first?.span ?? null,
                spanTone: first?.supports ? "supports" : "cited",
                flag: null,
              });
            }}
            className={cx(
              "relative mt-0.5 grid size-[18px] place-items-center rounded-chip border text-11 leading-none font-semi before:absolute before:-inset-1 before:content-['']",
              focused === index ? "border-ac bg-ac text-ac-fg" : "border-ln2 text-fg2",
            )}
          >
            {index + 1}
          </button>
          <div className="min-w-0">
            <p
              lang={entry.draft?.language}
              className="text-14 tracking-[-0.006em] max-2xl:text-13 max-2xl:font-[450]"
            >
              <FlaggedText text={text} part={sentence} added={added} flags={flags} byHand={byHand} />
            </p>
            <div className="mt-[3px] flex flex-wrap items-center gap-1">
              {sourcesOf(sentence).map(({ span, supports }) => (
                <SourceChip
                  key={`${span.passageId}-${span.start}`}
                  span={span}
                  number={numberOf(span)}
                  supports={supports}
                />
              ))}
              {sourcesOf(sentence).length === 0 && warnUnsupported ? (
                <span className="inline-flex h-[18px] items-center gap-1 rounded-[3px] bg-wa-bg px-[5px] text-11 text-wa">
                  <CircleAlert size={11} aria-hidden="true" />
                  No source
                </span>
              ) : null}
            </div>
            <FlagRows entry={entry} text={text} flags={flags.filter((flag) => inSentence(flag, sentence))} />
          </div>
        </li>
      ))}
      {outside.length > 0 ? (
        <li className="px-3.5 py-1">
          <FlagRows entry={entry} text={text} flags={outside} />
        </li>
      ) : null}
    </ol>
  );
}
