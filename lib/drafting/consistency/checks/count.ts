import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inCaseOf, inPassage, quote } from "../rules/conflict";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "../rules/parsed-text";

interface Count {
  /** At least this many; exactly when `open` is false. */
  readonly number: number;
  readonly open: boolean;
  readonly hosts: readonly Term[];
  readonly explicit: boolean;
  /** "the second attempt": compared with other ordinals only. */
  readonly ordinal: boolean;
}

/** How many there are: "three" against "two", "single" against "several". */
export const count: ConsistencyCheck = {
  id: "count",
  label: "Count",
  find(texts) {
    const given = countClaims(texts, texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources("count", (source) => [
      ...countClaims(texts, source),
      ...plainClaims(texts, source),
    ]);
    return given.flatMap((claim) => judge(texts, claim, known));
  },
};

function countClaims(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
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
    (level) => level.first <= last + 4 && level.last >= first && parsed.sentenceOf[level.first] === parsed.sentenceOf[first],
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
    const before = parsed.terms.filter((term) => term.last < first - 1 && first - term.last <= 4 && term.weight >= 0.3);
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
function plainClaims(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
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

function judge(texts: CheckCase, claim: Claim<Count>, known: readonly Claim<Count>[]): Conflict[] {
  const { value } = claim;
  if (isTotal(texts, claim) || (isSumOrDifference(value.number, known) && speaksOfOthers(texts))) return [];
  const verdict = (given: Count, wanted: Count): boolean | null => {
    if (given.ordinal !== wanted.ordinal || !shareTerm(given.hosts, wanted.hosts)) return null;
    const fits = given.open
      ? wanted.open || wanted.number >= given.number
      : wanted.open
        ? given.number >= wanted.number
        : given.number === wanted.number;
    return fits;
  };
  const counted = nearest(claim, known.filter((other) => other.value.explicit), verdict);
  const { agree, conflict } = counted.conflict || counted.agree > 0 ? counted : nearest(claim, known, verdict);
  if (!conflict || conflict.near < 0.12 || agree * 1.4 > conflict.near)
    return severalNamed(texts, claim, agree);
  if (value.number === 1 && known.some((other) => shareTerm(value.hosts, other.value.hosts) && namesOne(other)))
    return [];
  if (!conflict.claim.value.explicit && value.number !== 1) return [];
  if (!conflict.claim.value.explicit && conflict.near < 0.25) return [];
  const other = conflict.claim;
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  const word = quote(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: "count",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: String(value.number), wanted: String(other.value.number) },
      fix: other.value.explicit ? { ...span, replacement: inCaseOf(word, wanted) } : null,
    },
  ];
}

const speaksOfOthers = ({ draft, sources }: CheckCase): boolean =>
  [draft, ...sources].some(({ tokens }) =>
    tokens.some(({ lower }) =>
      /^(?:other|others|remaining|rest|all|but|total|further|additional)$/.test(lower),
    ),
  );

const total = /^(?:all|total|altogether|together|overall|sum|combined|additional|another|further|more)$/;

/** "Three nodes in all": two numbers of one source make it together, where either text speaks of a total or of one more. */
function isTotal(texts: CheckCase, { parsed, first, value: { number } }: Claim<Count>): boolean {
  const speaks = (text: ParsedText, at?: number) =>
    text.tokens.some(
      ({ lower }, index) =>
        total.test(lower) && (at === undefined || text.sentenceOf[index] === text.sentenceOf[at]),
    );
  return texts.sources.some((source) => {
    if (!speaks(parsed, first) && !speaks(source)) return false;
    const figures = source.numbers.filter(({ unit }) => unit === null).map(({ values }) => values[0] ?? 0);
    return figures.some((a, index) => figures.some((b, at) => at > index && a + b === number));
  });
}

/** Eight screws are the one and the other seven: what two figures of the source make together or leave. */
function isSumOrDifference(number: number, known: readonly Claim<Count>[]): boolean {
  const figures = [
    ...new Set(
      known
        .filter(({ value }) => value.explicit && !value.ordinal && !value.open && value.number > 1)
        .map(({ value }) => value.number),
    ),
  ];
  return (
    !figures.includes(number) &&
    figures.some((a) => figures.some((b) => a > b && (a - b === number || a + b === number)))
  );
}

/** "Four in the spine and one in the iliac wing": the source counts one as well. */
function namesOne({ parsed, first }: Claim<Count>): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  return parsed.tokens
    .slice(sentence?.first ?? 0, (sentence?.last ?? 0) + 1)
    .some(({ lower }) => /^(?:one|single|another|second|other)$/.test(lower));
}

/** The draft counts two or more where the source names one thing with an article and nothing more of its kind. */
function severalNamed(texts: CheckCase, claim: Claim<Count>, agree: number): Conflict[] {
  const { number, hosts } = claim.value;
  if (number < 2 || agree > 0 || claim.value.ordinal || claim.value.open) return [];
  const head = phraseOf(claim.parsed, claim.last)?.terms.at(-1);
  const thing = head && head.first > claim.last ? head : hosts.at(-1);
  const isThing = thing && (thing.class === "finding" || (thing.class === "word" && thing.weight >= 0.8));
  const things =
    isThing && number <= 12 && !/^(?:of)$/.test(claim.parsed.tokens[claim.last + 1]?.lower ?? "")
      ? [thing]
      : [];
  for (const thing of things.slice(0, 2)) {
    const named = texts.sources.flatMap((parsed) =>
      parsed.terms
        .filter(
          ({ id, wider }) =>
            id === thing.id || wider === thing.id || (thing.id === "lesion" && wider === "mass"),
        )
        .map((term) => ({ parsed, term })),
    );
    const [only] = named;
    if (!only || named.length !== 1) continue;
    const { parsed, term } = only;
    const token = parsed.tokens[term.last];
    if (
      !token ||
      token.form !== token.lower ||
      mentions(parsed, "ordinal").length > 0 ||
      texts.sources.some(({ text }) =>
        /\b(?:another|further|additional|other|both|each|bilateral)\b/i.test(text),
      )
    )
      continue;
    const article = parsed.tokens
      .slice(Math.max(0, term.first - 7), term.first)
      .findLast(({ lower }) => /^(?:an?|single|the|one)$/.test(lower));
    if (thing.class === "word" && article === undefined) continue;
    return [
      {
        kind: "count",
        ...spanOf(claim.parsed, claim.first, claim.last),
        message: `Source names one: ${quote(parsed, term.first, term.last)}.`,
        evidence: inPassage(parsed, term.first, term.last),
        exchange: null,
        fix: null,
      },
    ];
  }
  return [];
}
