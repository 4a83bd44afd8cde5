import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, nearest, shareTerm } from "../rules/compare-context";
import { inCaseOf, inPassage, quote } from "../rules/conflict";
import { type Count, countClaims, plainClaims } from "../rules/count-claims";
import { mentions, type ParsedText, phraseOf, spanOf } from "../rules/parsed-text";

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
  const counted = nearest(
    claim,
    known.filter((other) => other.value.explicit),
    verdict,
  );
  const { agree, conflict } =
    counted.conflict || counted.agree > 0 ? counted : nearest(claim, known, verdict);
  if (!conflict || conflict.near < 0.12 || agree * 1.4 > conflict.near)
    return severalNamed(texts, claim, agree);
  if (isPerSide(conflict.claim) || (value.number === 1 && saysOne(texts, claim))) return [];
  if (
    value.number === 1 &&
    known.some((other) => shareTerm(value.hosts, other.value.hosts) && namesOne(other))
  )
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

/** "Two veins drain to each side": the number is of a part of them. */
const isPerSide = ({ parsed, first }: Claim<Count>): boolean =>
  parsed.tokens.some(
    ({ lower }, at) =>
      parsed.sentenceOf[at] === parsed.sentenceOf[first] && /^(?:each|either|per|apiece|every)$/.test(lower),
  );

/** "Shrinkage to one segment": a source counts one of them, too. */
const saysOne = ({ sources }: CheckCase, { value: { hosts } }: Claim<Count>): boolean =>
  sources.some(({ tokens, terms }) =>
    terms.some(
      (term) =>
        hosts.some(({ id }) => id === term.id) &&
        [1, 2, 3].some((back) =>
          /^(?:one|single|another|second)$/.test(tokens[term.first - back]?.lower ?? ""),
        ),
    ),
  );

/** "Four in the spine and one in the iliac wing": the source counts one as well. */
function namesOne({ parsed, first }: Claim<Count>): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  return parsed.tokens
    .slice(sentence?.first ?? 0, (sentence?.last ?? 0) + 1)
    .some(({ lower }) => /^(?:one|single|another|second|other)$/.test(lower));
}

/** The draft counts two or more where the source names one thing with an article and nothing more of its kind. */
function severalNamed(texts: CheckCase, claim: Claim<Count>, agree: number): Conflict[] {
  const { number } = claim.value;
  if (number < 2 || agree > 0 || claim.value.ordinal || claim.value.open) return [];
  const head = phraseOf(claim.parsed, claim.last)?.terms.at(-1);
  const thing = head && head.first > claim.last ? head : undefined;
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
      .findLast(({ lower }) => /^(?:an?|single|solitary|the|one)$/.test(lower));
    if (article === undefined || article.lower === "the") continue;
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
