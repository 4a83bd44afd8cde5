import type { CheckCase, Conflict } from "./check-case";
import type { Claim } from "./compare-context";
import { inCaseOf, inPassage, quote } from "./conflict";
import { mentions, type ParsedText, spanOf, type Term } from "./parsed-text";
import type { Side } from "./side-claims";

const moved = new Set(["displacement", "midline shift", "angulation", "bowing", "retraction", "rotation"]);

/** The word in the clause of a side that says something is moved or bent towards it. */
const moverOf = ({ parsed, first }: Claim<Side>): Term | undefined =>
  (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).findLast(
    (term) =>
      term.first < first &&
      first - term.first <= 8 &&
      (parsed.boundary[first] ?? 0) - (parsed.boundary[term.first] ?? 0) < 0.35 &&
      (moved.has(term.id) || mentions(parsed, "movement").some((word) => word.first === term.first)),
  );

/** "Shifted to the left", "leftward deviation": where something is moved, not where it is. */
export function isDirection(claim: Claim<Side>): boolean {
  const { parsed, first } = claim;
  const words = [first, first - 1, first - 2].map((at) => parsed.tokens[at]?.lower ?? "");
  if (words.some((word) => /^(?:towards?|(?:left|right)wards?)$/.test(word))) return true;
  return words.includes("to") && moverOf(claim) !== undefined;
}

/** What is moved: the parts of the body named in the clause. */
function movedOf(claim: Claim<Side>): readonly Term[] {
  const { parsed, first } = claim;
  return (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) =>
      term.class === "anatomy" &&
      Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[term.first] ?? 0)) < 0.5,
  );
}

/** A shift to the left that every source has to the right. */
export function directionConflicts(
  { draft }: CheckCase,
  given: readonly Claim<Side>[],
  known: readonly Claim<Side>[],
): Conflict[] {
  return given.flatMap((claim): Conflict[] => {
    const own = movedOf(claim);
    const alike = known.filter((other) =>
      movedOf(other).some(({ id }) => own.some((term) => term.id === id)),
    );
    const others = alike.length > 0 ? alike : known.length === 1 ? known : [];
    const [other] = others;
    if (!other || others.some(({ value }) => value === claim.value) || claim.value === "both") return [];
    if (other.value === "both" || draft.negated[claim.first] === 1) return [];
    const span = sideWord(draft, claim);
    const word = draft.text.slice(span.start, span.end);
    return [
      {
        kind: "laterality",
        ...spanOf(draft, claim.first, claim.last),
        message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
        evidence: inPassage(other.parsed, other.first, other.last),
        exchange: { given: claim.value, wanted: other.value },
        fix: /^(?:left|right)$/i.test(word) ? { ...span, replacement: inCaseOf(word, other.value) } : null,
      },
    ];
  });
}

/** The one word "left" or "right" of a side. */
function sideWord(parsed: ParsedText, { first, last }: Claim<Side>) {
  for (let at = first; at <= last; at += 1)
    if (/^(?:left|right)$/.test(parsed.tokens[at]?.lower ?? "")) return spanOf(parsed, at, at);
  return spanOf(parsed, first, last);
}
