"use client";
import { User } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import type { PassageView } from "@/lib/reading/types";
import { useUi } from "../context";
import { piecesOf } from "../diff-ranges";
import { passageText, shownSpan } from "../sources";
import type { SpanTone } from "../workspace-store";

const kindWords: Readonly<Record<PassageView["kind"], string>> = {
  history: "Clinical history",
  caption: "Caption",
  findings: "Findings",
  discussion: "Discussion",
  differential: "Differential diagnosis",
  diagnosis: "Diagnosis",
  qa: "Question",
};

const lights: Readonly<Record<SpanTone, string>> = {
  cited: "bg-ac-bg shadow-[0_0_0_2px_var(--ac-bg)]",
  supports: "bg-ok-bg shadow-[0_0_0_2px_var(--ok-bg)]",
  contradicts: "bg-er-bg shadow-[0_0_0_2px_var(--er-bg)]",
};

/** The human text a draft was made from. The passage a source chip points to is lit. */
export function SourceBox({ passages }: { readonly passages: readonly PassageView[] }) {
  if (passages.length === 0)
    return (
      <p className="mx-4 rounded-control bg-bg2 px-3 py-2 text-12 text-fg2">
        No human source. Judge the draft against the image.
      </p>
    );
  return (
    <TextFrame label="Human source">
      {passages.map((passage, index) => (
        <Passage key={passage.id} passage={passage} number={index + 1} />
      ))}
    </TextFrame>
  );
}

/** The frame of a text that a draft was made from, above the draft. */
export function TextFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section
      // It scrolls, so the keyboard must reach it.
      tabIndex={0}
      aria-label={label}
      className="scroll-thin mx-4 max-h-52 [@media(max-height:860px)]:max-h-32 rounded-control bg-bg2 px-3 py-2 text-[12.5px] leading-[19px] text-fg2 2xl:max-h-64"
    >
      {children}
    </section>
  );
}

function Passage({ passage, number }: { readonly passage: PassageView; readonly number: number }) {
  const span = useUi((state) => (state.span?.passageId === passage.id ? state.span : null));
  const lit = useRef<HTMLElement>(null);
  useEffect(() => {
    if (span) lit.current?.scrollIntoView({ block: "nearest" });
  }, [span]);
  const tone = useUi((state) => state.spanTone);
  const text = passageText(passage);
  return (
    <section aria-label={`Source ${number}`} className="mb-1.5 last:mb-0">
      <h3 className="mb-0.5 flex items-center gap-1.5 text-11 font-med text-fg3">
        <User size={12} aria-hidden="true" />
        {number === 1 ? "Human source" : `Source ${number}`}
        <span className="ml-auto font-reg">{kindWords[passage.kind]}</span>
      </h3>
      <p className="whitespace-pre-line">
        {piecesOf(text, { start: 0, end: text.length }, span ? [shownSpan(passage, span)] : []).map(
          (piece) =>
            piece.marked ? (
              <mark
                key={piece.start}
                ref={lit}
                data-tone={tone}
                className={cx("rounded-[3px] text-fg1", lights[tone])}
              >
                {piece.text}
              </mark>
            ) : (
              <span key={piece.start}>{piece.text}</span>
            ),
        )}
      </p>
    </section>
  );
}
