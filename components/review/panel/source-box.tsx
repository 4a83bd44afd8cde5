"use client";
import { User } from "lucide-react";
import { useEffect, useRef } from "react";
import type { PassageView } from "@/lib/reading/types";
import { useUi } from "../context";
import { piecesOf } from "../diff-ranges";
import { passageText } from "../sources";

const kindWords: Readonly<Record<PassageView["kind"], string>> = {
  history: "Clinical history",
  caption: "Caption",
  findings: "Findings",
  discussion: "Discussion",
  differential: "Differential diagnosis",
  diagnosis: "Diagnosis",
  qa: "Question",
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
    <section
      // It scrolls, so the keyboard must reach it.
      tabIndex={0}
      aria-label="Human source"
      className="scroll-thin mx-4 max-h-52 [@media(max-height:860px)]:max-h-32 rounded-control bg-bg2 px-3 py-2 text-[12.5px] leading-[19px] text-fg2 2xl:max-h-64"
    >
      {passages.map((passage, index) => (
        <Passage key={passage.id} passage={passage} number={index + 1} />
      ))}
    </section>
  );
}

function Passage({ passage, number }: { readonly passage: PassageView; readonly number: number }) {
  const span = useUi((state) => (state.span?.passageId === passage.id ? state.span : null));
  const lit = useRef<HTMLElement>(null);
  useEffect(() => {
    if (span) lit.current?.scrollIntoView({ block: "nearest" });
  }, [span]);
  const text = passageText(passage);
  return (
    <section aria-label={`Source ${number}`} className="mb-1.5 last:mb-0">
      <h3 className="mb-0.5 flex items-center gap-1.5 text-11 font-med text-fg3">
        <User size={12} aria-hidden="true" />
        {number === 1 ? "Human source" : `Source ${number}`}
        <span className="ml-auto font-reg">{kindWords[passage.kind]}</span>
      </h3>
      <p className="whitespace-pre-line">
        {piecesOf(text, { start: 0, end: text.length }, span ? [span] : []).map((piece) =>
          piece.marked ? (
            <mark
              key={piece.start}
              ref={lit}
              className="rounded-[3px] bg-ac-bg text-fg1 shadow-[0_0_0_2px_var(--ac-bg)]"
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
