import type { CheckCase, Conflict } from "./check-case";
import { inCaseOf, inPassage, quote } from "./conflict";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "./parsed-text";

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
    const terms = phrase?.terms.filter((term) => term.first > last && term.weight >= 0.5) ?? [];
    return terms.length > 0 ? [{ parsed, side: value, terms, first, last }] : [];
  });
}

/**
 * A part that the source names on the other side only, with something the source says of it there: "a fragment in the left
 * main bronchus" for one in the right.
 */
export function boundSideConflicts(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const { draft } = texts;
  const known = texts.ofSources("bound side", boundSides);
  const own = { L: "left", R: "right" }[texts.input.metadata?.Laterality?.trim().toUpperCase() ?? ""];
  return boundSides(draft).flatMap((given): Conflict[] => {
    const span = spanOf(draft, given.first, given.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    if (draft.negated[given.first] === 1 || own === given.side) return [];
    const isNormal = mentions(draft, "normal").some(
      ({ first }) => draft.sentenceOf[first] === draft.sentenceOf[given.first],
    );
    if (isNormal) return [];
    const alike = known.filter((other) => sameWords(given.terms, other.terms));
    if (alike.length === 0 || alike.some(({ side }) => side === given.side)) return [];
    const told = draft.termsOf[draft.sentenceOf[given.first] ?? 0] ?? [];
    const other = alike.find(({ parsed, first, terms }) => {
      const there = parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? [];
      const sidesThere = mentions(parsed, "side").filter(
        (mention) => parsed.sentenceOf[mention.first] === parsed.sentenceOf[first],
      );
      return (
        sidesThere.every(({ value }) => value !== given.side && value !== "both") &&
        told.some(
          (term) =>
            term.weight >= 0.8 &&
            term.class !== "anatomy" &&
            draft.negated[term.first] !== 1 &&
            !given.terms.includes(term) &&
            there.some(
              (one) => one.id === term.id && !terms.includes(one) && parsed.negated[one.first] !== 1,
            ),
        )
      );
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

function sameWords(given: readonly Term[], wanted: readonly Term[]): boolean {
  const head = given.at(-1);
  if (!head || generic.test(head.id)) return false;
  return given.length === wanted.length && given.every(({ id }) => wanted.some((other) => other.id === id));
}
