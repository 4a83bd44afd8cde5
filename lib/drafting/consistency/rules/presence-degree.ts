import type { CheckCase } from "./check-case";
import { isHung } from "./find-phrases";
import { mentions, type ParsedText, phraseOf, type Term } from "./parsed-text";

/** "Complete obstruction", "the obstruction is complete" */
export function degreeOf(parsed: ParsedText, { first, last }: Term): string | null {
  const own = phraseOf(parsed, first);
  const mark = ["extent", "severity"]
    .flatMap((kind) => mentions(parsed, kind))
    .find(
      (one) =>
        (one.last < first && one.first >= (own?.first ?? first)) ||
        (one.first > last &&
          one.first - last <= 3 &&
          /^(?:is|are|was|were|not)$/.test(parsed.tokens[one.first - 1]?.lower ?? "")),
    );
  return mark?.value ?? null;
}

/** A denied finding with no part of the body in its phrase and none hung on it. */
export function isLoose({ lexicon }: CheckCase, parsed: ParsedText, term: Term): boolean {
  const at = parsed.phraseAt[term.first] ?? -1;
  const own = parsed.phrases[at];
  const next = parsed.phrases[at + 1];
  if (!own || parsed.negated[term.first] !== 1 || (own.before && isHung(lexicon, own))) return false;
  if (next?.before === own && isHung(lexicon, next)) return false;
  if (own.terms.some((one) => one !== term && one.class !== "finding" && one.weight >= 0.5)) return false;
  return /^(?:no|without|any|,|or|nor|and)$/.test(parsed.tokens[own.first - 1]?.lower ?? "");
}
