import type { CheckCase, Conflict } from "./check-case";
import { inCaseOf, inPassage, quote } from "./conflict";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "./parsed-text";
import { addsOrCompares, comparesSides } from "./side-compared";

const boundSideKey = Symbol("bound side");

interface Bound {
  readonly parsed: ParsedText;
  readonly side: "left" | "right";
  /** The telling words of the phrase that the side stands in. */
  readonly terms: readonly Term[];
  readonly first: number;
  readonly last: number;
}

const opposite = { left: "right", right: "left" } as const;
const generic = /^(?:side|lobe|lung|image|hand|region|part|area|aspect|zone)$/;

/** "Left main bronchus": a side within the phrase of the part it is said of. */
function boundSides(parsed: ParsedText): Bound[] {
  return mentions(parsed, "side").flatMap(({ value, first, last }) => {
    if (value !== "left" && value !== "right") return [];
    const phrase = phraseOf(parsed, first);
    const own = phrase?.terms.filter((term) => term.first > last && term.weight >= 0.5) ?? [];
    const isPlain = own.length > 0 && generic.test(own.at(-1)?.id ?? "");
    const terms = isPlain && phrase?.link === "of" ? [...own, ...(phrase.before?.terms ?? [])] : own;
    return terms.length > 0 ? [{ parsed, side: value, terms, first, last }] : [];
  });
}

/**
 * A part that the source names on the other side only, with something the source says of it there: "a fragment in the left
 * main bronchus" for one in the right.
 */
export function boundSideConflicts(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const { draft } = texts;
  const known = texts.ofSources(boundSideKey, boundSides);
  const own = { L: "left", R: "right" }[texts.input.metadata?.Laterality?.trim().toUpperCase() ?? ""];
  return boundSides(draft).flatMap((given): Conflict[] => {
    const span = spanOf(draft, given.first, given.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    if (draft.negated[given.first] === 1 || own === given.side) return [];
    if (comparesSides(draft, given.first) || addsOrCompares(draft, given.first)) return [];
    const alike = known.filter(
      (other) => sameWords(given.terms, other.terms) && !(other.side === given.side && isCalledNormal(other)),
    );
    if (alike.length === 0 || alike.some(({ side }) => side === given.side)) return [];
    const told = tellingBeside(given);
    const other = alike.find((one) => {
      const there = tellingBeside(one);
      return told.some(({ id }) => there.some((term) => term.id === id));
    });
    if (!other) return [];
    const word = quote(draft, given.first, given.last);
    return [
      {
        kind: "laterality",
        ...span,
        message: `Source says ${opposite[given.side]}.`,
        evidence: inPassage(other.parsed, other.first, other.last),
        exchange: { given: given.side, wanted: opposite[given.side] },
        fix: /^(?:left|right)$/i.test(word)
          ? { ...span, replacement: inCaseOf(word, opposite[given.side]) }
          : null,
      },
    ];
  });
}

/** "The right nerve is normal": what a draft finds there is told of the other one. */
const isCalledNormal = ({ parsed, first }: Bound): boolean =>
  mentions(parsed, "normal").some(
    (normal) =>
      parsed.sentenceOf[normal.first] === parsed.sentenceOf[first] &&
      Math.abs((parsed.boundary[normal.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.3,
  );

/** What is said to be there: findings and telling words beside a part, nearer to its side than to any other. */
function tellingBeside({ parsed, terms, first }: Bound): Term[] {
  const at = (index: number) => parsed.boundary[index] ?? 0;
  const apart = (a: number, b: number) => Math.abs(at(a) - at(b)) * 12 + Math.abs(a - b);
  const sides = mentions(parsed, "side").filter(
    (side) => parsed.sentenceOf[side.first] === parsed.sentenceOf[first],
  );
  return (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) =>
      term.weight >= 0.8 &&
      term.class !== "anatomy" &&
      parsed.negated[term.first] !== 1 &&
      !terms.includes(term) &&
      sides.every((side) => side.first === first || apart(term.first, side.first) > apart(term.first, first)),
  );
}

function sameWords(given: readonly Term[], wanted: readonly Term[]): boolean {
  const head = given.at(-1);
  if (!head || generic.test(head.id)) return false;
  return given.length === wanted.length && given.every(({ id }) => wanted.some((other) => other.id === id));
}
