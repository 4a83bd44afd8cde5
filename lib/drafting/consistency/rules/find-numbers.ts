import type { Lexicon, Unit } from "./language-pack";
import { labelled, roleOf } from "./number-roles";
import type { NumberMention, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

interface Figure {
  readonly value: number;
  readonly decimals: number;
  readonly first: number;
  readonly last: number;
}

const joiner = /^(?:x|×|by|\*)$/;
const ranger = /^(?:to|[-–—]|and)$/;

/** Numbers with their units, in digits or words; ranges and dimensions are one mention. */
export function findNumbers(
  lexicon: Lexicon,
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
): NumberMention[] {
  const figures = joinWords(digitFigures(tokens), wordFigures(values.get("number") ?? []), tokens);
  const found: NumberMention[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    const group = [figures[index] as Figure];
    let unit = unitAt(lexicon, tokens, (group[0] as Figure).last + 1);
    let next = figures[index + 1];
    while (next && continues(tokens, group.at(-1) as Figure, next, unit, lexicon)) {
      const nextUnit = unitAt(lexicon, tokens, next.last + 1);
      group.push(next);
      if (nextUnit) unit = nextUnit;
      index += 1;
      next = figures[index + 1];
    }
    found.push(mention(lexicon, tokens, values, group, unit ?? listedUnit(lexicon, tokens, figures, index)));
  }
  return [...found.filter((number) => !isInFraction(number, values)), ...fractions(tokens, values)].sort(
    (a, b) => a.first - b.first,
  );
}

const isInFraction = (
  { first }: NumberMention,
  values: ReadonlyMap<string, readonly ValueMention[]>,
): boolean =>
  (values.get("fraction") ?? []).some((fraction) => fraction.first <= first && fraction.last >= first);

/** "Two thirds of its height" is 66.7 percent, to the nearest ten. */
const fractions = (
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
): NumberMention[] =>
  (values.get("fraction") ?? [])
    .filter(({ last }) => tokens[last + 1]?.glued !== true)
    .map(({ value, first, last }) => ({
      values: [Number(value)],
      decimals: [-1],
      unit: { quantity: "percent", factor: 1, name: "%" },
      role: "measure",
      comparator: "=",
      approximate: true,
      first,
      last,
      lastFigure: last,
    }));

/** "4 mm in 2021 and 6 mm": a year takes no unit from what follows. */
const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d\d$/.test(token?.lower ?? "");

/** "8 and 5 mm": the unit of the last figure is that of the one before. */
function listedUnit(
  lexicon: Lexicon,
  tokens: readonly Token[],
  figures: readonly Figure[],
  index: number,
): { unit: Unit; length: number } | null {
  const next = figures[index + 1];
  const figure = figures[index];
  if (!figure || !next || next.first !== figure.last + 2) return null;
  if (!/^(?:and|or)$/.test(tokens[figure.last + 1]?.lower ?? "")) return null;
  if (labelled.test(tokens[figure.first - 1]?.lower ?? "")) return null;
  if (isYear(tokens[figure.first]) && next.value < 1000) return null;
  const unit = unitAt(lexicon, tokens, next.last + 1);
  return unit &&
    /^(?:length|percent|attenuation)$/.test(unit.unit.quantity) &&
    tokens[figure.first]?.number !== null
    ? { unit: unit.unit, length: 0 }
    : null;
}

function digitFigures(tokens: readonly Token[]): Figure[] {
  const found: Figure[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.number === null) continue;
    const power = powerOfTen(tokens, index + 1);
    if (power === null)
      found.push({ value: token.number, decimals: token.decimals, first: index, last: index });
    else {
      const value = Number((token.number * 10 ** power.exponent).toPrecision(12));
      found.push({ value, decimals: token.decimals - power.exponent, first: index, last: power.last });
      index = power.last;
    }
  }
  return found;
}

/** "x 10-3", "× 10^-3" behind a figure. */
function powerOfTen(tokens: readonly Token[], at: number): { exponent: number; last: number } | null {
  if (!/^[x×]$/.test(tokens[at]?.lower ?? "") || tokens[at + 1]?.number !== 10) return null;
  const next = tokens[at + 2];
  if (next?.glued && next.number !== null) return { exponent: -next.number, last: at + 2 };
  const caret = next?.lower === "^" ? at + 3 : at + 2;
  const isSigned = /^[-−–⁻]$/.test(tokens[caret]?.lower ?? "");
  const figure = tokens[caret + (isSigned ? 1 : 0)];
  if (!figure || figure.number === null || (caret === at + 2 && figure.number >= 0 && !isSigned)) return null;
  const exponent = isSigned ? -figure.number : figure.number;
  return { exponent, last: caret + (isSigned ? 1 : 0) };
}

function wordFigures(words: readonly ValueMention[]): Figure[] {
  return words.map(({ value, first, last }) => ({ value: Number(value), decimals: 0, first, last }));
}

/** "Two and a half" */
const isHalfMore = (tokens: readonly Token[], before: Figure, half: Figure): boolean =>
  tokens
    .slice(before.last + 1, half.first)
    .map(({ lower }) => lower)
    .join(" ") === "and a";

/** "twenty-eight" is one figure, "two hundred" too. */
function joinWords(digits: readonly Figure[], words: readonly Figure[], tokens: readonly Token[]): Figure[] {
  const joined: Figure[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (
      before &&
      before.last === word.first - 1 &&
      before.value >= 20 &&
      before.value < 100 &&
      word.value < 10
    )
      joined[joined.length - 1] = { ...before, value: before.value + word.value, last: word.last };
    else if (before && before.last === word.first - 1 && word.value === 100)
      joined[joined.length - 1] = { ...before, value: before.value * 100, last: word.last };
    else if (before && word.value === 0.5 && isHalfMore(tokens, before, word))
      joined[joined.length - 1] = { ...before, value: before.value + 0.5, decimals: 1, last: word.last };
    else joined.push(word);
  }
  const isPronoun = ({ value, first, last }: Figure) =>
    value === 1 &&
    /^(?:of|is|was|another|in|the|that|which|or|and|side|at|on|with|,|\.|;|has)$/.test(
      tokens[last + 1]?.lower ?? ".",
    ) &&
    first === last &&
    !/^of$/.test(tokens[last + 1]?.lower ?? "");
  return [...digits, ...joined.filter((figure) => !isPronoun(figure))].sort((a, b) => a.first - b.first);
}

function continues(
  tokens: readonly Token[],
  figure: Figure,
  next: Figure,
  unit: { unit: Unit; length: number } | null,
  lexicon: Lexicon,
): boolean {
  const from = figure.last + 1 + (unit && figure.last + 1 + unit.length < next.first ? unit.length : 0);
  const between = tokens.slice(from, next.first);
  if (between.length === 1 && joiner.test(between[0]?.lower ?? ""))
    return between[0]?.lower !== "by" || tokens[next.first]?.number !== null;
  const glued = between.length === 0 && (tokens[next.first]?.glued ?? false);
  if (unit && unit.length > 0 && figure.last + 1 + unit.length <= next.first) return false;
  const ranged =
    glued || (between.length === 1 && ranger.test(between[0]?.lower ?? "") && between[0]?.lower !== "and");
  const unitAfter = unitAt(lexicon, tokens, next.last + 1);
  return ranged && unitAfter !== null && (unit === null || unit.unit.quantity === unitAfter.unit.quantity);
}

function unitAt(
  lexicon: Lexicon,
  tokens: readonly Token[],
  index: number,
): { unit: Unit; length: number } | null {
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(index, index + length);
    if (words.length < length) continue;
    const unit = lexicon.units.get(words.map(({ form }) => form).join(" "));
    if (!unit) continue;
    const following = tokens[index + length]?.lower ?? "";
    if (/^(?:in|m|t|h|l|s|g|gray)$/.test(unit.name) && !singleLetterUnit(tokens, index, unit.name, following))
      continue;
    return { unit, length };
  }
  return null;
}

/** "T", "in", "m" are units only directly behind digits, and "in" never before a place. */
function singleLetterUnit(tokens: readonly Token[], index: number, name: string, following: string): boolean {
  if (tokens[index - 1]?.number === null) return false;
  if (name === "in") return /^(?:[.,;)]|x|×|in|long|thick|wide)?$/.test(following);
  return tokens[index]?.lower !== "gray";
}

function mention(
  lexicon: Lexicon,
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
  figures: readonly Figure[],
  unit: { unit: Unit; length: number } | null,
): NumberMention {
  const first = figures[0]?.first ?? 0;
  const lastFigure = figures.at(-1)?.last ?? first;
  const last = lastFigure + (unit?.length ?? 0);
  const before = (kind: string) =>
    (values.get(kind) ?? []).find(
      (value) =>
        value.last === first - 1 ||
        (value.last === first - 2 && /^(?:an?|the|only|of)$/.test(tokens[first - 1]?.lower ?? "")),
    );
  const comparing = before("comparator");
  const comparator = comparing && !isStretch(lexicon, tokens, comparing.first) ? comparing.value : undefined;
  return {
    values: figures.map(({ value }) => value),
    decimals: figures.map(({ decimals }) => decimals),
    unit: unit?.unit ?? null,
    role: roleOf(lexicon, tokens, values, first, last, lastFigure, unit?.unit ?? null),
    comparator: comparator === "<" || comparator === ">" ? comparator : "=",
    approximate: before("approx") !== undefined,
    first,
    last,
    lastFigure,
  };
}

/** "Extending over four segments": along them, not more than four. */
const isStretch = (lexicon: Lexicon, tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === "over" &&
  (lexicon.verbs.has(tokens[at - 1]?.lower ?? "") || tokens[at - 1]?.form === "distributed");
