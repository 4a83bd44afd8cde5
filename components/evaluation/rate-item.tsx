"use client";
import { useState } from "react";
import { criterionWords } from "@/components/review/words";
import { cx } from "@/components/ui/cx";
import { PrivatePicture } from "@/components/ui/private-image";
import type { BlindItem, BlindText, Criterion, Scores } from "@/lib/evaluation/types";
import { ratingCriteria } from "@/lib/reading/schema";
import { rateText } from "./requests";
import { criterionHints } from "./words";

const scores = [1, 2, 3, 4, 5] as const;

/** One image and its four texts. A text is kept once all four of its ratings are there. */
export function RateItem({
  item,
  rated,
}: {
  readonly item: BlindItem;
  readonly rated: (textId: string, scores: Scores) => void;
}) {
  return (
    <div className="grid grid-cols-[minmax(320px,2fr)_minmax(0,3fr)] gap-4">
      <div className="sticky top-0 self-start">
        <PrivatePicture src={item.picture} alt="The image that the texts are about" />
      </div>
      <ol className="flex flex-col gap-3">
        {item.texts.map((text, index) => (
          <li key={text.id}>
            <RateText text={text} letter={String.fromCharCode(65 + index)} rated={rated} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function RateText({
  text,
  letter,
  rated,
}: {
  readonly text: BlindText;
  readonly letter: string;
  readonly rated: (textId: string, scores: Scores) => void;
}) {
  const [given, setGiven] = useState<Partial<Record<Criterion, number>>>(text.scores ?? {});
  const [state, setState] = useState<"open" | "saving" | "saved" | { readonly problem: string }>(
    text.scores ? "saved" : "open",
  );

  async function rate(criterion: Criterion, score: number) {
    const now = { ...given, [criterion]: score };
    setGiven(now);
    const { accuracy, relevance, completeness, usefulness } = now;
    if (!accuracy || !relevance || !completeness || !usefulness) return;
    const whole = { accuracy, relevance, completeness, usefulness };
    setState("saving");
    const problem = await rateText(text.id, whole);
    setState(problem === null ? "saved" : { problem });
    if (problem === null) rated(text.id, whole);
  }

  return (
    <section aria-label={`Text ${letter}`} className="rounded-card border border-ln1 bg-bg1">
      <h3 className="flex items-center px-4 pt-3 text-12 font-semi text-fg2">
        Text {letter}
        <span aria-live="polite" className="ml-auto font-reg text-fg3">
          {state === "saving" ? "Saving" : state === "saved" ? "Saved" : null}
          {typeof state === "object" ? <span className="text-er">Not saved. {state.problem}</span> : null}
        </span>
      </h3>
      <p className="px-4 py-2 text-14 leading-[22px] whitespace-pre-wrap">{text.text}</p>
      <div className="grid grid-cols-2 gap-x-6 gap-y-1.5 border-t border-ln1 px-4 py-2.5">
        {ratingCriteria.map((criterion) => (
          <fieldset key={criterion} className="flex items-center justify-between text-12 text-fg2">
            <legend className="float-left" title={criterionHints[criterion]}>
              {criterionWords[criterion]}
            </legend>
            <div className="flex gap-0.5">
              {scores.map((score) => (
                <label
                  key={score}
                  className={cx(
                    "relative grid size-6 place-items-center rounded-chip text-12 leading-none font-med has-focus-visible:outline-2 has-focus-visible:outline-ac",
                    given[criterion] === score
                      ? "bg-fg2 text-bg0"
                      : "bg-bg3 text-fg3 hover:bg-bg4 hover:text-fg1",
                  )}
                >
                  <input
                    type="radio"
                    name={`${text.id}-${criterion}`}
                    value={score}
                    checked={given[criterion] === score}
                    onChange={() => void rate(criterion, score)}
                    className="absolute inset-0 opacity-0"
                  />
                  {score}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </section>
  );
}
