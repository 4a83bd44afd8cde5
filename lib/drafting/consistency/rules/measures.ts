import type { NumberMention } from "./parsed-text";

const base = (mention: NumberMention): number[] =>
  mention.values.map((value) => value * (mention.unit?.factor ?? 1));
export const quantityOf = (mention: NumberMention): string => mention.unit?.quantity ?? "figure";

/**
 * Whether two figures of one quantity say the same: converted, and rounded to the coarser of the two. "About" allows
 * a tenth more or less, a bound ("less than 50 %") what lies within it.
 */
export function sameMeasure(given: NumberMention, wanted: NumberMention, rounding = true): boolean {
  if (quantityOf(given) !== quantityOf(wanted)) return false;
  if (given.comparator !== "=" && wanted.comparator !== "=" && given.comparator !== wanted.comparator)
    return false;
  const known = base(wanted);
  return base(given).every((value, index) =>
    known.some((other, at) =>
      rounding ? close(given, value, index, wanted, other, at) : isEqual(value, other),
    ),
  );
}

const isEqual = (a: number, b: number) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));

function close(
  given: NumberMention,
  value: number,
  index: number,
  wanted: NumberMention,
  other: number,
  at: number,
): boolean {
  if (isEqual(value, other)) return true;
  if (given.comparator !== "=" && wanted.comparator === "=")
    return given.comparator === "<" ? other <= value : other >= value;
  if (Math.sign(value) !== Math.sign(other)) return false;
  if (given.approximate && Math.abs(value - other) <= 0.1 * Math.abs(other)) return true;
  const step = (given.unit?.factor ?? 1) * 10 ** -(given.decimals[index] ?? 0);
  const otherStep = (wanted.unit?.factor ?? 1) * 10 ** -(wanted.decimals[at] ?? 0);
  if (step <= otherStep && given.unit?.name === wanted.unit?.name) return false;
  if (Math.abs(value - other) <= step / 2 + 1e-9 && step > otherStep && Math.abs(value) >= step) return true;
  const isOtherUnit = given.unit?.name !== wanted.unit?.name;
  return (
    given.unit?.quantity === "time" &&
    Math.abs(value - other) <= (isOtherUnit ? 0.09 : 0.035) * Math.abs(other)
  );
}

/** The same figures with another unit. */
export function sameFigures(given: NumberMention, wanted: NumberMention): boolean {
  return (
    given.unit !== null &&
    wanted.unit !== null &&
    (given.unit.factor !== wanted.unit.factor || given.unit.quantity !== wanted.unit.quantity) &&
    given.values.every((value) => wanted.values.includes(value))
  );
}

/** "2.5 mm" for 25 mm: the figure that another unit of length would have, written with the wrong one. */
export function otherUnitFits(given: NumberMention, wanted: NumberMention): boolean {
  if (quantityOf(given) !== "length" || quantityOf(wanted) !== "length") return false;
  if (!given.decimals.some((digits) => digits > 0) || given.values.length !== wanted.values.length)
    return false;
  const known = base(wanted);
  return lengthFactors.some(
    (factor) =>
      factor !== given.unit?.factor &&
      given.values.every((value, index) => isEqual(value * factor, known[index] ?? 0)),
  );
}

const lengthFactors = [1, 10] as const;
