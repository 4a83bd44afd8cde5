"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { criterionWords } from "@/components/review/words";
import { PrivatePicture } from "@/components/ui/private-image";
import { ScoreRow } from "@/components/ui/score-row";
import type { BlindItem, BlindText, Scores } from "@/lib/evaluation/types";
import { type RatingCriterion, ratingCriteria } from "@/lib/reading/schema";
import { rateText } from "./requests";

const radiosOf = (place: Element): readonly HTMLInputElement[] => [
  ...place.querySelectorAll<HTMLInputElement>("input[type=radio]"),
];

/** Puts the focus where Tab would: on the rating that is given, else on the first. */
function focusGroup(group: Element): void {
  const radios = radiosOf(group);
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}

/** A digit gives the rating in focus and goes on to the next; after the last of an image to the next image. */
function rateByDigit(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-5]$/.test(event.key)) return;
  const groups = [...event.currentTarget.querySelectorAll("fieldset")];
  const at = groups.findIndex((group) => group.contains(event.target as Node));
  const group = groups[at];
  if (!group) return;
  event.preventDefault();
  if (event.repeat) return;
  radiosOf(group)[Number(event.key) - 1]?.click();
  const next = groups[at + 1];
  if (next) focusGroup(next);
  else document.querySelector<HTMLElement>("[data-next]")?.focus();
}

/** One image and its four texts. A text is kept once all four of its ratings are there. */
export function RateItem({
  item,
  takesFocus,
  rated,
}: {
  readonly item: BlindItem;
  /** Somebody went to this image: its first rating has the focus. */
  readonly takesFocus: boolean;
  readonly rated: (textId: string, scores: Scores) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const group = takesFocus ? list.current?.querySelector("fieldset") : null;
    if (group) focusGroup(group);
  }, [takesFocus]);
  return (
    <div className="grid grid-cols-[minmax(320px,2fr)_minmax(0,3fr)] gap-4">
      <div className="sticky top-11 self-start">
        <PrivatePicture src={item.picture} alt="The image that the texts are about" />
      </div>
      <ol ref={list} onKeyDown={rateByDigit} className="flex flex-col gap-3">
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
  const [given, setGiven] = useState<Partial<Record<RatingCriterion, number>>>(text.scores ?? {});
  const [state, setState] = useState<"open" | "saving" | "saved" | { readonly problem: string }>(
    text.scores ? "saved" : "open",
  );

  async function rate(criterion: RatingCriterion, score: number) {
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
    <section aria-label={`Text ${letter}`} className="@container rounded-card border border-ln1 bg-bg1">
      <h3 className="flex items-center px-4 pt-3 text-12 font-semi text-fg2">
        Text {letter}
        <span aria-live="polite" className="ml-auto font-reg text-fg3">
          {state === "saving" ? "Saving" : state === "saved" ? "Saved" : null}
          {typeof state === "object" ? <span className="text-er">Not saved. {state.problem}</span> : null}
        </span>
      </h3>
      <p className="px-4 py-2 text-14 leading-[22px] whitespace-pre-wrap">{text.text}</p>
      <div className="grid gap-x-6 gap-y-1.5 border-t @min-[30rem]:grid-cols-2 border-ln1 px-4 py-2.5">
        {ratingCriteria.map((criterion) => (
          <ScoreRow
            key={criterion}
            label={criterionWords[criterion]}
            name={`${text.id}-${criterion}`}
            score={given[criterion] ?? null}
            onScore={(score) => void rate(criterion, score)}
          />
        ))}
      </div>
    </section>
  );
}
