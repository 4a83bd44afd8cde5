import type { CheckCase } from "./check-case";
import { wordingsAt } from "./find-values";
import type { ParsedText, Term } from "./parsed-text";
import { isFraming, isTouched, learned, support } from "./strangeness";

const opensAdjunct =
  /^(?:with|after|following|because|due|causing|caused|despite|under|owing|for|in|secondary|attributed|resulting|before|leading|producing|accompanied|complicated)$/;

/** "With pneumocephalus", "after a fall", "in this heavy smoker": what is hung on a clause and could be made up alone. */
export function adjunctsOf(texts: CheckCase, first: number, last: number): { first: number; last: number }[] {
  const { draft } = texts;
  const found: { first: number; last: number }[] = [];
  for (let at = first + 1; at <= last; at += 1) {
    const word = draft.tokens[at]?.lower ?? "";
    if (!opensAdjunct.test(word) || draft.tokens[at]?.glued) continue;
    if (word === "in" && !/^(?:an?|this)$/.test(draft.tokens[at + 1]?.lower ?? "")) continue;
    let end = at;
    while (end < last && !endsAdjunct(draft, end + 1, at)) end += 1;
    if (end > at) found.push({ first: at, last: end });
    at = end;
  }
  return found;
}

function endsAdjunct(draft: ParsedText, at: number, from: number): boolean {
  const word = draft.tokens[at]?.lower ?? "";
  if (/^[.;:,]$/.test(word)) return true;
  if (/^(?:is|are|was|were|which|while|but|whereas)$/.test(word)) return true;
  return opensAdjunct.test(word) && at - from > 2 && !/^(?:in|for|by|from|under)$/.test(word);
}

/** Findings that describe others and are put in freely. */
const describing = new Set(
  "inflammation infection fracture fragmentation lesion mass change extension involvement confined elevation wedge round oval solid homogeneous heterogeneous irregular well-defined lobulation bulky exophytic ring widening enhancement displacement enlargement flow fluid air trauma hyperintensity bifurcation division opacity obstruction dilatation thickening compression union pregnancy fetus shadowing uptake viable full-thickness".split(
    " ",
  ),
);

/**
 * A clause or adjunct whose telling words are all new: a finding, disease or circumstance that no source has by its own,
 * its wider or a narrower name, and nothing beside it that a source does say. Places do not count as said.
 */
export function speaksOfNew(texts: CheckCase, first: number, last: number): boolean {
  const { draft } = texts;
  if (givesKnownFigure(texts, first, last)) return false;
  let strong = 0;
  let outside = false;
  let saysPlace = false;
  for (const term of draft.terms) {
    if (term.first < first || term.last > last) continue;
    if (draft.negated[term.first] === 1) return false;
    const isTopic = isOutside(texts, term);
    if (term.weight < 0.3 || (isFraming(draft, term) && !isTopic) || isPlace(texts, term)) continue;
    if (!isTopic && wordingsAt(texts.lexicon.outside, draft.tokens, term.first, "form").length > 0) continue;
    if (isKnown(texts, term)) {
      if (term.class !== "anatomy") return false;
      saysPlace = true;
      continue;
    }
    if (isTopic) outside = true;
    if (isTopic || isStrong(texts, term)) strong += 1;
  }
  return strong >= (saysPlace && !outside ? 2 : 1);
}

/** A year, a measure or a number of three and more that a source gives, too: told in other words. */
function givesKnownFigure({ draft, sources }: CheckCase, first: number, last: number): boolean {
  return draft.numbers.some(
    (number) =>
      number.first >= first &&
      number.last <= last &&
      (number.unit !== null || (number.values[0] ?? 0) >= 3) &&
      sources.some((source) =>
        source.numbers.some(
          ({ values, unit }) =>
            isSameFigure(
              (values[0] ?? 0) * (unit?.factor ?? 1),
              (number.values[0] ?? 0) * (number.unit?.factor ?? 1),
            ) && (unit?.quantity ?? "") === (number.unit?.quantity ?? ""),
        ),
      ),
  );
}

const isSameFigure = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-6 * Math.max(Math.abs(one), Math.abs(other));

const isOutside = (texts: CheckCase, term: Term): boolean =>
  wordingsAt(texts.lexicon.outside, texts.draft.tokens, term.first, "form").some(
    ({ means, keys }) => term.first + keys.length - 1 <= term.last + 2 && !isTouched(texts, means, null),
  );

function isStrong(texts: CheckCase, term: Term): boolean {
  if (term.class === "finding") return !describing.has(term.id.replace(/ /g, "-")) && term.weight >= 0.5;
  return term.class === "word" && learned.test(texts.draft.tokens[term.first]?.form ?? "");
}

function isKnown(texts: CheckCase, term: Term): boolean {
  if (support(texts, term) >= 0.5) return true;
  if (term.class !== "finding") return false;
  return texts.sources.some((source) =>
    source.terms.some(
      (other) =>
        other.wider === term.id ||
        (other.class === "finding" &&
          other.wider !== null &&
          other.wider === term.wider &&
          other.wider !== "mass" &&
          other.wider !== "lesion" &&
          other.wider !== "inflammation" &&
          other.wider !== "infection"),
    ),
  );
}

/** "Upper", "lateral", "left": where, not what. */
function isPlace(texts: CheckCase, term: Term): boolean {
  const form = texts.draft.tokens[term.first]?.form ?? "";
  const wordings = texts.lexicon.values.get(form)?.alone ?? [];
  return term.class === "word" && wordings.some(({ means }) => means.kind === "level");
}
