import type { CheckCase, Conflict } from "./check-case";
import { inPassage } from "./conflict";
import { mentions, type ParsedText, spanOf, type Term } from "./parsed-text";

/** What no list names ("washout", "EMVI"): denied in every source, and there in the draft. */
export function deniedWords(texts: CheckCase): Conflict[] {
  const { draft } = texts;
  return draft.terms.flatMap((term): Conflict[] => {
    if (term.class !== "word" || term.weight < 0.8 || draft.negated[term.first] === 1) return [];
    if ((draft.certainty[term.first] ?? -1) >= 0 || isAttributive(draft, term)) return [];
    const places = texts.sources.flatMap((parsed) =>
      parsed.terms.filter(({ id }) => id === term.id).map((other) => ({ parsed, other })),
    );
    const [place] = places;
    const denied = places.every(
      ({ parsed, other }) => parsed.negated[other.first] === 1 && isDeniedHead(parsed, other),
    );
    if (!place || !denied) return [];
    return [
      {
        kind: "negation",
        ...spanOf(draft, term.first, term.last),
        message: "Source says that this is absent.",
        evidence: inPassage(place.parsed, place.other.first, place.other.last),
        exchange: { given: "present", wanted: "absent" },
        fix: null,
      },
    ];
  });
}

/** Another noun follows: the word only describes it. */
function isAttributive(parsed: ParsedText, term: Term): boolean {
  return parsed.terms.some((other) => other.first === term.last + 1 && other.weight >= 0.3);
}

/** The noun that "no" denies itself, or that "negative" follows; not a place further along the sentence. */
function isDeniedHead(parsed: ParsedText, term: Term): boolean {
  if (isAttributive(parsed, term)) return false;
  const before = mentions(parsed, "negBefore").some(
    ({ last }) =>
      last < term.first &&
      term.first - last <= 2 &&
      !/^(?:not|un|non)$/.test(parsed.tokens[last]?.lower ?? ""),
  );
  return before || mentions(parsed, "negAfter").some(({ first }) => first === term.last + 1);
}
