import type { CheckCase } from "./check-case";
import { type Claim, contextOf, hostsOf } from "./compare-context";
import { mentions, type ParsedText, phraseOf, type Term } from "./parsed-text";

/** How many of something a text names. */
export interface Count {
  /** At least this many; exactly when `open` is false. */
  readonly number: number;
  readonly open: boolean;
  readonly hosts: readonly Term[];
  readonly explicit: boolean;
  /** "the second attempt": compared with other ordinals only. */
  readonly ordinal: boolean;
}

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
        value: { number, open, hosts, explicit: true, ordinal },
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

/** "T7, T9 and L1" are three vertebrae, "ribs 8 to 10" three ribs. */
function enumerations(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
  const claim = (number: number, id: string, first: number, last: number): Claim<Count> => ({
    value: {
      number,
      open: false,
      hosts: [{ id, class: "anatomy", wider: null, parts: [], first, last, weight: 1 }],
      explicit: true,
      ordinal: false,
    },
    parsed,
    first,
    last,
    context: contextOf(texts, parsed, first, last),
  });
  const claims: Claim<Count>[] = [];
  const places = mentions(parsed, "level").filter(
    ({ group, value }) => group === "vertebra" && !value.includes("-"),
  );
  let run: typeof places = [];
  for (const place of places) {
    const before = run.at(-1);
    const between = before ? parsed.tokens.slice(before.last + 1, place.first).map(({ lower }) => lower) : [];
    if (before && between.length <= 2 && between.every((word) => /^(?:,|and|or)$/.test(word)))
      run = [...run, place];
    else run = [place];
    const [first] = run;
    if (first && run.length > 1) claims.push(claim(run.length, "vertebra", first.first, place.last));
  }
  parsed.tokens.forEach(({ form }, at) => {
    const [from, to] = [parsed.tokens[at + 1]?.number, parsed.tokens[at + 3]?.number];
    if (
      form === "rib" &&
      typeof from === "number" &&
      typeof to === "number" &&
      to > from &&
      /^(?:to|through|-|–)$/.test(parsed.tokens[at + 2]?.lower ?? "")
    )
      claims.push(claim(to - from + 1, "rib", at, at + 3));
  });
  return claims.filter(
    (one) => !claims.some((other) => other !== one && other.first === one.first && other.last > one.last),
  );
}

function countedTerms(parsed: ParsedText, first: number, last: number): Term[] {
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
      const token = parsed.tokens[term.last];
      if (!token || parsed.negated[term.first] === 1) return [];
      const plural =
        token.lower.endsWith("s") && token.form !== token.lower && !/(?:ss|us|is)$/.test(token.lower);
      if (!plural || isCounted(parsed, term)) return [];
      const { first, last } = term;
      return [
        {
          value: { number: 2, open: true, hosts: [term], explicit: false, ordinal: false },
          parsed,
          first,
          last,
          context: contextOf(texts, parsed, first, last),
        },
      ];
    });
}
