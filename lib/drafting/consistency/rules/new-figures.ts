import type { CheckCase } from "./check-case";
import { strangeMeasures } from "./measure-claims";
import { quantityOf } from "./measures";
import { ordinalTimes } from "./ordinal-times";
import { mentions, type NumberMention, type ParsedText } from "./parsed-text";
import { segmentsOf } from "./strangeness";

/**
 * The clauses of the draft that give a figure or a length of time which no source gives and nothing in the sources makes:
 * no sum, difference, product or share of two of theirs.
 */
export function newFigures(texts: CheckCase): { first: number; last: number }[] {
  const { draft } = texts;
  const { strange } = strangeMeasures(texts);
  const found: { first: number; last: number }[] = [];
  for (const number of draft.numbers) {
    const isNew =
      number.role === "measure"
        ? strange.some(({ first }) => first === number.first) && !isMade(texts, number)
        : number.role === "duration" && isNewTime(texts, number);
    if (!isNew || isSpoken(draft, number) || isInSource(texts, number)) continue;
    const sentence = draft.sentences[draft.sentenceOf[number.first] ?? 0];
    if (!sentence) continue;
    const clause = segmentsOf(draft, sentence.first, sentence.last).find(
      ({ first, last }) => first <= number.first && last >= number.first,
    );
    if (clause) found.push(clause);
  }
  return found;
}

/** "Half of its height", "an hour and a half": a figure in words is a way of telling another. */
const isSpoken = (draft: ParsedText, { first, last }: NumberMention): boolean =>
  [first - 2, first - 1, last + 1, last + 2, last + 3].some((at) =>
    /^(?:half|quarter)$/.test(draft.tokens[at]?.lower ?? ""),
  ) || mentions(draft, "fraction").some((fraction) => fraction.first <= last && fraction.last >= first);

/** The same figure stands in a source, or is the age, whatever its unit. */
const isInSource = ({ sources, input }: CheckCase, { values }: NumberMention): boolean => {
  const age = Number.parseInt(input.metadata?.patientAge ?? "", 10);
  return values.every(
    (value) =>
      value === age ||
      sources.some(
        ({ tokens, numbers }) =>
          tokens.some(({ number }) => number === value) ||
          numbers.some((one) => one.values.some((other) => digitsOf(other) === digitsOf(value))),
      ),
  );
};

/** 0.42 and 420 have the same digits: one unit for the other. */
const digitsOf = (value: number): string =>
  String(value)
    .replace(/\./g, "")
    .replace(/^0+|0+$/g, "");

const figuresOf = (texts: readonly ParsedText[], quantity: string): number[] =>
  texts.flatMap(({ numbers }) =>
    numbers
      .filter((number) => quantityOf(number) === quantity)
      .flatMap(({ values, unit }) => values.map((value) => value * (unit?.factor ?? 1))),
  );

/** Whether the figures of the sources give this one: "enhances by 62 HU" for 34 and 96. */
export function isMade({ sources }: CheckCase, number: NumberMention): boolean {
  const quantity = quantityOf(number);
  const known = figuresOf(sources, quantity);
  const plain = [...figuresOf(sources, "figure"), ...known];
  const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.max(0.015 * Math.abs(b), 1e-6);
  return number.values.every((figure) => {
    const value = figure * (number.unit?.factor ?? 1);
    if (
      known.some(
        (a) => isNear(value, a) || known.some((b) => isNear(value, a + b) || isNear(value, Math.abs(a - b))),
      )
    )
      return true;
    if (quantity === "percent")
      return plain.some(
        (a) => isNear(value, 100 - a) || plain.some((b) => b !== 0 && isNear(value, (100 * a) / b)),
      );
    return quantity === "figure" && plain.some((a) => plain.some((b) => b !== 0 && isNear(value, a / b)));
  });
}

/** A length of time in a text whose sources tell of none. */
function isNewTime(texts: CheckCase, number: NumberMention): boolean {
  const isTimed = (source: ParsedText) =>
    ordinalTimes(texts, source).length > 0 ||
    source.numbers.some(({ unit }) => unit?.quantity === "time") ||
    source.values.has("duration");
  return number.unit !== null && !texts.sources.some(isTimed);
}
