import type { CheckCase, Conflict } from "./check-case";
import { inCaseOf, inPassage, quote } from "./conflict";
import { sameMeasure } from "./measures";
import {
  mentions,
  type NumberMention,
  type ParsedText,
  spanOf,
  type Term,
  type ValueMention,
} from "./parsed-text";
import { addsOrCompares } from "./side-compared";
import { isFraming } from "./strangeness";

const toldOfSideKey = Symbol("told of side");

/** What a text says next to a side: its telling words and measures, each with the side nearest to it in its sentence. */
interface Told {
  readonly parsed: ParsedText;
  readonly mention: ValueMention;
  readonly words: readonly Term[];
  readonly parts: readonly Term[];
  readonly measures: readonly NumberMention[];
}

const opposite: Readonly<Record<string, string>> = { left: "right", right: "left" };

/**
 * A side whose words and measures the sources tell of the other side and none of them of this one: "a serpiginous band in the
 * right femoral head" where the left one has it and the right one is named as normal.
 */
export function toldOfOtherSide(
  texts: CheckCase,
  isOpen: (mention: ValueMention) => boolean,
  found: readonly Conflict[],
): Conflict[] {
  const known = texts.ofSources(toldOfSideKey, toldBySide);
  return toldBySide(texts.draft).flatMap((given): Conflict[] => {
    const { mention } = given;
    const wanted = opposite[mention.value];
    if (wanted === undefined || !isOpen(mention) || addsOrCompares(given.parsed, mention.first)) return [];
    const span = spanOf(texts.draft, mention.first, mention.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    const own = known.filter((told) => told.mention.value !== wanted);
    const other = known.find((told) => told.mention.value === wanted && tells(given, told));
    if (!other || own.some((told) => shares(given, told) > 0)) return [];
    const word = quote(texts.draft, mention.first, mention.last);
    return [
      {
        kind: "laterality",
        ...span,
        message: `Source says ${wanted}.`,
        evidence: inPassage(other.parsed, other.mention.first, other.mention.last),
        exchange: { given: mention.value, wanted },
        fix: /^(?:left|right)$/i.test(word) ? { ...span, replacement: inCaseOf(word, wanted) } : null,
      },
    ];
  });
}

function toldBySide(parsed: ParsedText): Told[] {
  const sides = mentions(parsed, "side");
  return sides.map((mention) => {
    const sentence = parsed.sentenceOf[mention.first];
    const rivals = sides.filter(({ first }) => parsed.sentenceOf[first] === sentence);
    const isNearest = (at: number) =>
      parsed.sentenceOf[at] === sentence &&
      rivals.every((one) => one === mention || distance(parsed, at, mention) < distance(parsed, at, one));
    const terms = (parsed.termsOf[sentence ?? 0] ?? []).filter(
      (term) => isNearest(term.first) && !isFraming(parsed, term) && parsed.negated[term.first] !== 1,
    );
    return {
      parsed,
      mention,
      words: terms.filter(({ class: kind, weight }) => kind !== "anatomy" && weight >= 0.5),
      parts: terms.filter(({ class: kind }) => kind === "anatomy"),
      measures: parsed.numbers.filter(({ first, role }) => role === "measure" && isNearest(first)),
    };
  });
}

const distance = (parsed: ParsedText, at: number, { first, last }: ValueMention): number =>
  Math.min(Math.abs(at - first), Math.abs(at - last)) +
  12 * Math.abs((parsed.boundary[at] ?? 0) - (parsed.boundary[first] ?? 0));

const isAlike = (a: Term, b: Term): boolean => a.id === b.id || a.wider === b.id || b.wider === a.id;

/** How many telling words and measures two have in common. */
const shares = (given: Told, other: Told): number =>
  given.words.filter((term) => other.words.some((one) => isAlike(term, one))).length +
  given.measures.filter((figure) => other.measures.some((one) => sameMeasure(figure, one))).length;

/** Two words or measures, or one of a part of the same name; and nothing is said of another part only. */
function tells(given: Told, other: Told): boolean {
  const alike = shares(given, other);
  const isSamePart = given.parts.some((part) => other.parts.some((one) => isAlike(part, one)));
  if (given.parts.length > 0 && other.parts.length > 0 && !isSamePart) return false;
  const all = given.words.length + given.measures.length;
  const isWhole =
    isSamePart && alike === all && given.parts.every((part) => other.parts.some((one) => isAlike(part, one)));
  return isWhole ? alike > 0 : alike >= 2 && alike >= all / 2;
}
