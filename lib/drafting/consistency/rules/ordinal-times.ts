import type { CheckCase } from "./check-case";
import { mentions, type NumberMention, type ParsedText } from "./parsed-text";

/** A time that is said as a whole number of units, between two tokens. */
export const wholeDuration = (
  value: number,
  unit: NonNullable<NumberMention["unit"]>,
  first: number,
  last: number,
): NumberMention => ({
  values: [value],
  decimals: [0],
  unit,
  role: "duration",
  comparator: "=",
  approximate: false,
  first,
  last,
  lastFigure: last,
});

/** "The second day", "in the 36th week", "postoperative day 3", "week 12": a time by its number in a row. */
export function ordinalTimes({ lexicon }: CheckCase, parsed: ParsedText): NumberMention[] {
  const { tokens } = parsed;
  const unitAt = (at: number) => {
    const unit = lexicon.units.get(tokens[at]?.form ?? "");
    return unit?.quantity === "time" && unit.factor >= 1 ? unit : null;
  };
  const time = (value: number, first: number, last: number, unitOf: number): NumberMention[] => {
    const unit = unitAt(unitOf);
    return unit === null || !Number.isInteger(value) ? [] : [wholeDuration(value, unit, first, last)];
  };
  const named = mentions(parsed, "ordinal").flatMap(({ value, first, last }) => {
    const behind = [last + 1, last + 2].find((at) => unitAt(at) !== null);
    return behind === undefined ? [] : time(Number(value), first, behind, behind);
  });
  const counted = tokens.flatMap(({ number }, at) => {
    if (number === null) return [];
    if (/^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.lower ?? "")) {
      const behind = [at + 2, at + 3].find((index) => unitAt(index) !== null);
      return behind === undefined ? [] : time(number, at, behind, behind);
    }
    const isLast = unitAt(at + 1) === null && !/^(?:st|nd|rd|th|-|–)$/.test(tokens[at + 1]?.lower ?? "");
    return isLast && /^(?:day|week|month|year)$/.test(tokens[at - 1]?.lower ?? "")
      ? time(number, at - 1, at, at - 1)
      : [];
  });
  return [...named, ...counted];
}
