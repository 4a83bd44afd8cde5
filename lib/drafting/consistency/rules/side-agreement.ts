import type { CheckCase } from "./check-case";
import type { Claim } from "./compare-context";
import { sameMeasure } from "./measures";
import { mentions, type Term } from "./parsed-text";
import type { Side } from "./side-claims";
import { isFraming } from "./strangeness";

/** A source names this side, too. */
export const isNamedToo = ({ sources }: CheckCase, { value }: Claim<Side>): boolean =>
  sources.some((source) => mentions(source, "side").some((side) => side.value === value));

/** "The left breast shows the same change" */
export const isCalledAlike = ({ sources }: CheckCase, { value }: Claim<Side>): boolean =>
  sources.some((source) =>
    mentions(source, "alike").some(({ first }) =>
      mentions(source, "side").some(
        (side) => side.value === value && source.sentenceOf[side.first] === source.sentenceOf[first],
      ),
    ),
  );

/** A finding, word or figure of the clause, not only the part of the body, stands in the clause of the other side. */
export function tellsTheSame(claim: Claim<Side>, other: Claim<Side>): boolean {
  const there = tellingTerms(other);
  const isShared = (term: Term) =>
    there.some(({ id, wider }) => id === term.id || id === term.wider || wider === term.id);
  return (
    tellingTerms(claim).some((term) => term.class !== "anatomy" && isShared(term)) ||
    claim.context.ids.some(
      (key) => other.context.terms.has(key) && /^(?:number|severity|extent|level) /.test(key),
    )
  );
}

/** One source sentence names this side and everything that the clause of the draft tells, or speaks of the other side as such. */
export function isSaidOnThatSide(texts: CheckCase, claim: Claim<Side>): boolean {
  const { value } = claim;
  const told = tellingTerms(claim);
  if (told.length === 0) return false;
  const own = claim.parsed.numbers.filter(
    ({ first, role }) =>
      role === "measure" &&
      claim.parsed.sentenceOf[first] === claim.parsed.sentenceOf[claim.first] &&
      Math.abs((claim.parsed.boundary[first] ?? 0) - (claim.parsed.boundary[claim.first] ?? 0)) < 0.9,
  );
  const close = own.filter(
    ({ first }) =>
      Math.abs((claim.parsed.boundary[first] ?? 0) - (claim.parsed.boundary[claim.first] ?? 0)) < 0.34,
  );
  const isGivenThere = texts.sources.some((source) =>
    source.sentences.some(
      (sentence) =>
        mentions(source, "side").some(
          (side) => side.value === value && side.first >= sentence.first && side.last <= sentence.last,
        ) &&
        mentions(source, "side").every(
          (side) => side.value === value || side.first < sentence.first || side.last > sentence.last,
        ) &&
        source.numbers.some(
          (figure) =>
            figure.first >= sentence.first &&
            figure.last <= sentence.last &&
            close.some((number) => sameMeasure(number, figure)),
        ),
    ),
  );
  if (isGivenThere) return true;
  const share = { same: 0, other: 0 };
  for (const source of texts.sources)
    for (const [index, sentence] of source.sentences.entries()) {
      const there = source.termsOf[index] ?? [];
      const isThere = ({ id, wider }: Term) =>
        there.some((one) => one.id === id || one.id === wider || one.wider === id);
      const sides = mentions(source, "side").filter(
        (side) => side.first >= sentence.first && side.last <= sentence.last,
      );
      const speaksOfOther = source.tokens
        .slice(sentence.first, sentence.last + 1)
        .some(({ lower }) => /^(?:contralateral|opposite|other|fellow)$/.test(lower));
      if (speaksOfOther && told.some((term) => term.class === "anatomy" && isThere(term))) return true;
      const figures = source.numbers.filter(
        ({ first, last }) => first >= sentence.first && last <= sentence.last,
      );
      const alike = own.filter((number) => figures.some((other) => sameMeasure(number, other))).length;
      const part = (told.filter(isThere).length + 2 * alike) / (told.length + 2 * own.length);
      if (sides.some((side) => side.value === value)) share.same = Math.max(share.same, part);
      else if (sides.length > 0) share.other = Math.max(share.other, part);
    }
  return share.same === 1 || (share.same >= 0.5 && share.same > share.other);
}

/** The source calls this side "the other" or speaks of both: it names the side of the image only, or none. */
export const isTheOther = ({ sources }: CheckCase, { value }: Claim<Side>): boolean =>
  sources.every((source) => !mentions(source, "side").some((side) => side.value === value)) &&
  sources.some((source) => mentions(source, "otherSide").length > 0);

/** What the clause of a side tells, without sides, degrees and the like. */
export function tellingTerms({ parsed, first }: Claim<Side>): Term[] {
  return (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) =>
      term.weight >= 0.5 &&
      Math.abs((parsed.boundary[term.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.9 &&
      !isFraming(parsed, term),
  );
}
