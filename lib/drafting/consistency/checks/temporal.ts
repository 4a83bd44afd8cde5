import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { areOthers, compareSites } from "../rules/compare-sites";
import { inPassage, quote } from "../rules/conflict";
import { type Site, siteOf } from "../rules/finding-sites";
import { sameMeasure } from "../rules/measures";
import { isMade } from "../rules/new-figures";
import { ordinalTimes, wholeDuration } from "../rules/ordinal-times";
import { mentions, type NumberMention, type ParsedText, spanOf, type Term } from "../rules/parsed-text";
import { figuresInTime, timingConflicts } from "../rules/timing";

const changeKey = Symbol("change");
const durationKey = Symbol("duration");

interface Change {
  readonly group: "change" | "acuity" | "timeRelation" | "stage";
  readonly value: string;
  readonly hosts: readonly Term[];
  readonly site: Site;
}

const contrary: readonly (readonly [string, string])[] = [
  ["up", "down"],
  ["up", "same"],
  ["up", "gone"],
  ["down", "same"],
  ["new", "same"],
  ["new", "down"],
  ["new", "gone"],
  ["gone", "same"],
  ["changed", "same"],
  ["planned", "done"],
  ["acute", "chronic"],
  ["acute", "subacute"],
  ["subacute", "chronic"],
  ["before", "after"],
  ["gradual", "rapid"],
];

/** Change over time, age of a finding, and intervals. */
export const temporal: ConsistencyCheck = {
  id: "temporal",
  label: "Time",
  find(texts) {
    const known = texts.ofSources(changeKey, (source) => [
      ...changeClaims(texts, source),
      ...derivedChanges(texts, source),
      ...newSince(texts, source),
    ]);
    const changes = changeClaims(texts, texts.draft).flatMap((claim) => judge(claim, known));
    return [...changes, ...intervals(texts), ...timingConflicts(texts)];
  },
};

/** A word or figure that tells of time, with what it stands beside. */
function claimOf(
  texts: CheckCase,
  parsed: ParsedText,
  group: Change["group"],
  { value, first, last }: { readonly value: string; readonly first: number; readonly last: number },
): Claim<Change> {
  return {
    value: {
      group,
      value,
      hosts: hostsOf(parsed, first, last, 4),
      site: siteOf(texts, parsed, { first, last }),
    },
    parsed,
    first,
    last,
    context: contextOf(texts, parsed, first, last, { cut: 0.6 }),
  };
}

function changeClaims(texts: CheckCase, parsed: ParsedText): Claim<Change>[] {
  return (["change", "acuity", "timeRelation", "stage"] as const).flatMap((group) =>
    mentions(parsed, group)
      .filter(
        ({ value, first, last }) =>
          group !== "change" ||
          ((value === "same" || parsed.negated[first] !== 1) && isChange(parsed, value, first, last)),
      )
      .map((said) => claimOf(texts, parsed, group, said)),
  );
}

const alwaysChange =
  /^(?:unchanged|unaltered|resolved|resolution|resolving|disappeared|grown|grew|shrunk|shrank|regressed|regression|regressing|progressed|progression|progressing|worsened|worsening|worse|improved|improvement|improving|appeared|newly|deteriorated|deterioration|stable|no|persistent|persists|persisting|persisted|re|fell|fallen|rose|risen|has|have|doubled|halved|declined|receded|vanished|subsiding)$/;

/** "Larger than 5 mm" compares with a figure, not with another time. */
const isLength = (parsed: ParsedText, at: number): boolean =>
  parsed.numbers.some(({ first, unit }) => first === at && unit?.quantity !== "time");

/** "It had been much higher before": how it was, not how it changed. */
const toldOfBefore = (parsed: ParsedText, first: number): boolean =>
  /^(?:higher|lower|larger|smaller|wider|longer|shorter|thicker|thinner|bigger|greater)$/.test(
    parsed.tokens[first]?.lower ?? "",
  ) &&
  /^(?:before|previously|earlier|formerly|initially)$/.test(parsed.tokens[first + 1]?.lower ?? "") &&
  [1, 2, 3].some((back) => /^(?:was|were|been)$/.test(parsed.tokens[first - back]?.lower ?? ""));

/** "No calcifications have appeared" */
const isOfNone = (parsed: ParsedText, first: number): boolean => {
  const before = parsed.phrases.findLast(({ last }) => last < first);
  return before !== undefined && first - before.last <= 2 && parsed.negated[before.last] === 1;
};

/** "Lower than that of the liver" compares with a part, "larger than in March" with another time. */
const isThanBefore = (parsed: ParsedText, at: number): boolean => {
  const sentence = parsed.sentenceOf[at];
  const isTime = (first: number) =>
    parsed.sentenceOf[first] === sentence && (first > at ? first - at <= 8 : at - first <= 12);
  return (
    ["earlierTime", "changeCue"].some((kind) => mentions(parsed, kind).some(({ first }) => isTime(first))) ||
    parsed.tokens.some(({ lower }, first) => /^(?:19|20)\d\d$/.test(lower) && isTime(first))
  );
};

/** "Enlarged", "increased" and "larger" tell of a change only beside a comparison with another time. */
function isChange(parsed: ParsedText, value: string, first: number, last: number): boolean {
  const word = parsed.tokens[first]?.lower ?? "";
  if (
    parsed.tokens[last + 1]?.lower === "than" &&
    (isLength(parsed, last + 2) || !isThanBefore(parsed, last + 1))
  )
    return false;
  if (
    word === "developed" &&
    !/^(?:has|have|had|who|he|she|they|,)$/.test(parsed.tokens[first - 1]?.lower ?? "") &&
    last === first
  )
    return mentions(parsed, "changeCue").some(
      (cue) => parsed.sentenceOf[cue.first] === parsed.sentenceOf[first],
    );
  if (/^(?:high|low|spatial|temporal)$/.test(parsed.tokens[first - 1]?.lower ?? "")) return false;
  if (toldOfBefore(parsed, first) || (value === "new" && isOfNone(parsed, first))) return false;
  if (/^(?:hemodynamically|clinically|haemodynamically)$/.test(parsed.tokens[first - 1]?.lower ?? ""))
    return false;
  if (value === "new" || value === "same" || value === "gone" || alwaysChange.test(word)) return true;
  const before = parsed.tokens[first - 1]?.lower ?? "";
  const after = parsed.tokens[first + 1]?.lower ?? "";
  if (/^(?:has|have|had)$/.test(before) || (after === "from" && parsed.tokens[first + 2]?.number !== null))
    return true;
  const sentence = parsed.sentenceOf[first];
  const isYear = parsed.tokens.some(
    ({ lower }, at) => parsed.sentenceOf[at] === sentence && /^(?:19|20)\d\d$/.test(lower),
  );
  return isYear || mentions(parsed, "changeCue").some((cue) => parsed.sentenceOf[cue.first] === sentence);
}

function judge(claim: Claim<Change>, known: readonly Claim<Change>[]): Conflict[] {
  const isOne =
    new Set(known.flatMap(({ value }) => (value.group === "change" ? [value.value] : []))).size === 1;
  const { agree, conflict } = nearest(claim, known, (given, wanted) => {
    if (given.group !== wanted.group) return null;
    if (given.value === wanted.value) return true;
    const opposed = contrary.some((pair) => pair.includes(given.value) && pair.includes(wanted.value));
    if (!opposed || (given.group === "change" && areOthers(given.site, wanted.site))) return null;
    if (given.group !== "change") return shareTerm(given.hosts, wanted.hosts) ? false : null;
    if (given.site.parts.length > 0 && wanted.site.parts.length > 0)
      return isOne || compareSites(given.site, wanted.site) === "same" || nameOne(given, wanted)
        ? false
        : null;
    const [own, others] = [things(given.hosts), things(wanted.hosts)];
    return own.length > 0 && others.length > 0 && !shareTerm(own, others) ? null : false;
  });
  if (!conflict || conflict.near < (agree === 0 ? 0.1 : 0.25) || agree * 2 > conflict.near) return [];
  const other = conflict.claim;
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: "temporal",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: claim.value.value, wanted: other.value.value },
      fix: { ...span, replacement: wanted },
    },
  ];
}

/** "Was not visible on the scan four weeks earlier": it is new. */
function newSince(texts: CheckCase, parsed: ParsedText): Claim<Change>[] {
  const isPast = (first: number) =>
    /^(?:was|were|had)$/.test(parsed.tokens[first]?.lower ?? "") ||
    /^(?:was|were|had|been)$/.test(parsed.tokens[first - 1]?.lower ?? "");
  return mentions(parsed, "negAfter")
    .filter(
      (cue) =>
        isPast(cue.first) &&
        mentions(parsed, "earlierTime").some(
          ({ first }) =>
            first > cue.last &&
            first - cue.last <= 8 &&
            parsed.sentenceOf[first] === parsed.sentenceOf[cue.first],
        ),
    )
    .map(({ first, last }) => claimOf(texts, parsed, "change", { value: "new", first, last }));
}

/** "8.3 cm (7.1 cm a year ago)", "from 11 to 17 mm": two figures at two times tell of a change. */
function derivedChanges(texts: CheckCase, parsed: ParsedText): Claim<Change>[] {
  return figuresInTime(parsed).map((said) => claimOf(texts, parsed, "change", said));
}

/** The same finding or word is said to change. */
const nameOne = (given: Change, wanted: Change): boolean => {
  const named = ({ site, hosts }: Change) => [
    ...site.parts.flatMap(({ head, finding, words }) => [head, ...(finding ? [finding] : []), ...words]),
    ...hosts,
  ];
  return shareTerm(named(given), named(wanted));
};

const things = (terms: readonly Term[]): Term[] => terms.filter((term) => term.class !== "word");

function durations(texts: CheckCase, parsed: ParsedText): Claim<NumberMention>[] {
  const numbers = parsed.numbers.filter(
    ({ role, first, last }) =>
      role === "duration" && ![first - 1, last + 1, first + 1].some((at) => parsed.tokens[at]?.lower === "+"),
  );
  const words = mentions(parsed, "duration").map(({ value, first, last }) =>
    wholeDuration(Number(value), { quantity: "time", factor: 1, name: "day" }, first, last),
  );
  const rows = ordinalTimes(texts, parsed).filter(
    ({ first, last }) => !numbers.some((number) => number.first <= last && number.last >= first),
  );
  return [...numbers, ...words, ...rows].map((value) => ({
    value,
    parsed,
    first: value.first,
    last: value.last,
    context: contextOf(texts, parsed, value.first, value.last),
  }));
}

const relation = /^(?:after|before|ago|later|earlier|for|over|within|since|post|of|previously|following)$/;

/** "One year later" and "after three months" are told from the same end. */
const relationClass = (word: string): string =>
  /^(?:after|later|following|since|post)$/.test(word) ? "after" : word;

/** Two intervals speak of one thing: the same unit or number near each other, or the same relation ("after"). */
function isSameInterval(
  claim: Claim<NumberMention>,
  other: Claim<NumberMention>,
  near: number,
  count: number,
): boolean {
  const relationOf = ({ parsed, first, last }: Claim<NumberMention>) =>
    [parsed.tokens[last + 1]?.lower ?? "", parsed.tokens[first - 1]?.lower ?? ""].find((word) =>
      relation.test(word),
    ) ?? "";
  const same =
    relationOf(claim) !== "" && relationClass(relationOf(claim)) === relationClass(relationOf(other));
  const alike =
    claim.value.unit?.name === other.value.unit?.name || claim.value.values[0] === other.value.values[0];
  return alike ? near >= 0.12 || (count === 1 && same) : same && near >= 0.2;
}

/** An interval that the source gives otherwise. */
function intervals(texts: CheckCase): Conflict[] {
  const known = texts.ofSources(durationKey, (source) => durations(texts, source));
  return durations(texts, texts.draft).flatMap((claim) => {
    const { agree, conflict } = nearest(claim, known, (given, wanted) => sameMeasure(given, wanted));
    if (!conflict || agree > 0 || isMade(texts, claim.value)) return [];
    if (!isSameInterval(claim, conflict.claim, conflict.near, known.length)) return [];
    const other = conflict.claim;
    const wanted = quote(other.parsed, other.first, other.last);
    const span = spanOf(claim.parsed, claim.first, claim.last);
    return [
      {
        kind: "temporal" as const,
        ...span,
        message: `Source says ${wanted}.`,
        evidence: inPassage(other.parsed, other.first, other.last),
        exchange: null,
        fix: { ...span, replacement: wanted },
      },
    ];
  });
}
