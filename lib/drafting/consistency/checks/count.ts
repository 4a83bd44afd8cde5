import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, nearest, shareTerm } from "../rules/compare-context";
import { inCaseOf, inPassage, quote } from "../rules/conflict";
import { countClaims, plainClaims } from "../rules/count-claims";
import { type Count, isPlural } from "../rules/counts";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "../rules/parsed-text";

const countKey = Symbol("count");

/** How many there are: "three" against "two", "single" against "several". */
export const count: ConsistencyCheck = {
  id: "count",
  label: "Count",
  find(texts) {
    const parted = otherMultiplicity(texts);
    const given = countClaims(texts, texts.draft);
    if (given.length === 0) return parted;
    const known = texts.ofSources(countKey, (source) => [
      ...countClaims(texts, source),
      ...plainClaims(texts, source),
    ]);
    return [...parted, ...given.flatMap((claim) => judge(texts, claim, known))];
  },
};

/** "Bimalleolar" for "trimalleolar", "twins" for "a single fetus". */
function otherMultiplicity({ draft, sources }: CheckCase): Conflict[] {
  return mentions(draft, "multiplicity").flatMap(({ group, value, first, last }): Conflict[] => {
    if (draft.negated[first] === 1) return [];
    const known = sources.flatMap((parsed) =>
      mentions(parsed, "multiplicity")
        .filter((mention) => mention.group === group)
        .map((mention) => ({ parsed, mention })),
    );
    const [other] = known;
    if (
      !other ||
      known.some(({ parsed, mention }) => mention.value === value && parsed.negated[mention.first] !== 1)
    )
      return [];
    const { parsed, mention } = other;
    if (parsed.negated[mention.first] === 1 && mention.value !== value) return [];
    const span = spanOf(draft, first, last);
    const wanted = quote(parsed, mention.first, mention.last);
    return [
      {
        kind: "count",
        ...span,
        message: parsed.negated[mention.first] === 1 ? `Source denies ${wanted}.` : `Source says ${wanted}.`,
        evidence: inPassage(parsed, mention.first, mention.last),
        exchange: { given: value, wanted: mention.value },
        fix: null,
      },
    ];
  });
}

function judge(texts: CheckCase, claim: Claim<Count>, known: readonly Claim<Count>[]): Conflict[] {
  const { value } = claim;
  if (value.ofThem && texts.sources.some((source) => saysFigure(source, value.number))) return [];
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
  const isSaid = known.some(
    (other) =>
      other.value.number === value.number && !other.value.open && shareTerm(value.hosts, other.value.hosts),
  );
  const lead = isSaid && value.number > 3 ? 2.5 : 1.4;
  if (!conflict || conflict.near < 0.12 || agree * lead > conflict.near)
    return severalNamed(texts, claim, agree);
  if (isCountedOut(claim)) return [];
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

/** Five of the seven, counted without a noun: "seven lesions, five in the right lobe". */
const saysFigure = ({ numbers }: ParsedText, figure: number): boolean =>
  numbers.some(({ unit, values }) => unit === null && values.includes(figure));

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

/** "Three defects: two in the lobe and one in the lingula": the draft says itself what its number is made of. */
function isCountedOut({ parsed, first, last, value: { number } }: Claim<Count>): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  const parts = parsed.tokens.slice(last + 1, (sentence?.last ?? 0) + 1).flatMap((token, at) => {
    const word = mentions(parsed, "number").find((one) => one.first === last + 1 + at);
    const figure = token.number ?? (word ? Number(word.value) : null);
    return figure !== null && Number.isInteger(figure) && figure < number ? [figure] : [];
  });
  const [a = 0, b = 0, c = 0] = parts;
  return a + b === number || a + b + c === number || b + c === number;
}

/** "Two veins drain to each side": the number is of a part of them. */
const isPerSide = ({ parsed, first }: Claim<Count>): boolean =>
  parsed.tokens.some(
    ({ lower, form }, at) =>
      parsed.sentenceOf[at] === parsed.sentenceOf[first] &&
      (/^(?:each|either|apiece|every)$/.test(lower) ||
        (form === "side" && parsed.tokens[at - 1]?.lower === "per")),
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
  const isThing =
    thing &&
    isPlural(claim.parsed, thing) &&
    (thing.class === "finding" || (thing.class === "word" && thing.weight >= 0.8));
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
    const [only, ...others] = named;
    if (!only || !isNamedOnce(only.parsed, only.term)) continue;
    if (!others.every(({ parsed, term }) => term.id === only.term.id && isNamedAgain(parsed, term))) continue;
    const { parsed, term } = only;
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

const more = /^(?:another|further|additional|other|both|each|bilateral|multiple|several|many|similar|every)$/;

/** "A saccular aneurysm", "Baker cyst, 45 mm": one, and nothing in its sentence tells of more. */
function isNamedOnce(parsed: ParsedText, term: Term): boolean {
  const token = parsed.tokens[term.last];
  const phrase = phraseOf(parsed, term.first);
  if (!token || token.form !== token.lower || parsed.negated[term.first] === 1 || phrase?.last !== term.last)
    return false;
  const sentence = parsed.sentences[parsed.sentenceOf[term.first] ?? 0];
  for (let at = sentence?.first ?? 0; at <= (sentence?.last ?? -1); at += 1)
    if (more.test(parsed.tokens[at]?.lower ?? "")) return false;
  if (mentions(parsed, "ordinal").some(({ last }) => isOneMore(parsed, last + 1, term))) return false;
  const article = parsed.tokens
    .slice(Math.max(0, term.first - 7), term.first)
    .findLast(({ lower }) => /^(?:an?|single|solitary|the|one)$/.test(lower));
  const opens = parsed.sentences.some(({ first }) => first === phrase.first);
  return article === undefined ? opens : article.lower !== "the";
}

/** "A second one", "a second, smaller aneurysm" */
const isOneMore = (parsed: ParsedText, at: number, { id }: Term): boolean =>
  /^(?:one|of|,)$/.test(parsed.tokens[at]?.lower ?? "") ||
  (phraseOf(parsed, at)?.terms ?? []).some((term) => term.id === id);

/** "The aneurysm" that was spoken of before. */
function isNamedAgain(parsed: ParsedText, term: Term): boolean {
  const token = parsed.tokens[term.last];
  const before = parsed.tokens.slice(Math.max(0, term.first - 3), term.first);
  return token?.form === token?.lower && before.some(({ lower }) => /^(?:the|this|its|of)$/.test(lower));
}
