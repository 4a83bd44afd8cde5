import type { CheckCase } from "./check-case";
import { type Claim, contextOf, hostsOf } from "./compare-context";
import { type Count, isPlural } from "./counts";
import { enumerations } from "./enumerations";
import { mentions, type ParsedText, phraseOf, type Term } from "./parsed-text";

/** The numbers a text counts things with, and its enumerations. */
export function countClaims(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
  const claim = (
    number: number,
    open: boolean,
    first: number,
    last: number,
    ordinal = false,
  ): Claim<Count>[] => {
    if (mentions(parsed, "level").some((place) => place.first <= first && place.last >= first)) return [];
    if (parsed.tokens[last + 1]?.glued) return [];
    if (/^(?:other|remaining|another|further|additional)$/.test(parsed.tokens[first - 1]?.lower ?? ""))
      return [];
    if (parsed.tokens[first]?.lower === "one" && first === last && parsed.tokens[first - 1]?.lower !== "only")
      return [];
    const hosts = countedTerms(parsed, first, last);
    if (hosts.length === 0) return [];
    return [
      {
        value: { number, open, hosts, explicit: true, ordinal, ofThem: isOfThem(parsed, last) },
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, last),
      },
    ];
  };
  const numbers = parsed.numbers
    .filter(({ role, values }) => role === "count" && values.length === 1)
    .flatMap((number) => claim(number.values[0] ?? 0, number.comparator === ">", number.first, number.last));
  const words = mentions(parsed, "countWord").flatMap(({ value, first, last }) =>
    claim(Number.parseInt(value, 10), value.endsWith("+"), first, last),
  );
  const ordinals = mentions(parsed, "ordinal")
    .filter(({ first }) => /^(?:the|his|her|its)$/.test(parsed.tokens[first - 1]?.lower ?? ""))
    .filter((ordinal) => !namesPart(parsed, ordinal))
    .flatMap(({ value, first, last }) => claim(Number(value), false, first, last, true));
  return [...numbers, ...words, ...ordinals, ...enumerations(texts, parsed)];
}

/** "The fourth and fifth metacarpal heads", "the third ventricle": which one, not how many. */
const namesPart = (parsed: ParsedText, { first, last }: { first: number; last: number }): boolean =>
  mentions(parsed, "level").some(
    (level) =>
      level.first <= last + 4 &&
      level.last >= first &&
      parsed.sentenceOf[level.first] === parsed.sentenceOf[first],
  ) || (phraseOf(parsed, first)?.terms ?? []).some((term) => term.first > last && term.class === "anatomy");

/** "Seven of them": what a plural before it names. */
function meantBefore(parsed: ParsedText, first: number): Term[] {
  const sentence = parsed.sentenceOf[first] ?? 0;
  const before = [...(parsed.termsOf[sentence - 1] ?? []), ...(parsed.termsOf[sentence] ?? [])];
  const named = before.findLast(
    (term) => term.first < first && term.class === "finding" && isPlural(parsed, term),
  );
  return named ? [named] : [];
}

const isOfThem = ({ tokens }: ParsedText, last: number): boolean =>
  tokens[last + 1]?.lower === "of" && /^(?:them|these|those|which|whom)$/.test(tokens[last + 2]?.lower ?? "");

function countedTerms(parsed: ParsedText, first: number, last: number): Term[] {
  if (isOfThem(parsed, last)) return meantBefore(parsed, first);
  const isNumberOf = /^(?:is|was|are|were|:)$/.test(parsed.tokens[first - 1]?.lower ?? "");
  const back = Math.max(0, first - 7);
  const number = parsed.tokens.slice(back, first - 1).findLastIndex(({ lower }) => lower === "number");
  if (isNumberOf && number >= 0 && parsed.tokens[back + number + 1]?.lower === "of") {
    const named = parsed.terms.filter(
      (term) => term.first > back + number && term.last < first && term.weight >= 0.3,
    );
    if (named.length > 0) return named;
  }
  if (/^number/.test(parsed.tokens[first - 1]?.form ?? "")) {
    const before = parsed.terms.filter(
      (term) => term.last < first - 1 && first - term.last <= 4 && term.weight >= 0.3,
    );
    if (before.length > 0) return before.slice(-2);
  }
  const hosts = hostsOf(parsed, first, last, 7).filter((term) => term.first > last);
  if (hosts.length > 0) return hosts;
  const next = parsed.terms.filter(
    (term) =>
      term.first > last &&
      term.first - last <= 7 &&
      (parsed.boundary[term.first] ?? 0) - (parsed.boundary[last] ?? 0) < 0.5,
  );
  return next.slice(0, 4);
}

/** "Five focal lesions": the plural has its number. */
const isCounted = (parsed: ParsedText, term: Term): boolean => {
  const from = phraseOf(parsed, term.first)?.first ?? term.first;
  return parsed.numbers.some(({ role, first }) => role === "count" && first >= from && first < term.first);
};

/** Plurals without a number, and things named once with an article. */
export function plainClaims(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
  return parsed.terms
    .filter((term) => term.class === "finding" && term.first === term.last)
    .flatMap((term) => {
      if (parsed.negated[term.first] === 1) return [];
      if (!isPlural(parsed, term) || isCounted(parsed, term)) return [];
      const { first, last } = term;
      return [
        {
          value: { number: 2, open: true, hosts: [term], explicit: false, ordinal: false, ofThem: false },
          parsed,
          first,
          last,
          context: contextOf(texts, parsed, first, last),
        },
      ];
    });
}
