import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import {
  mentions,
  type ParsedText,
  phraseOf,
  spanOf,
  type Term,
  type ValueMention,
} from "../rules/parsed-text";

const placeKey = Symbol("place");

interface Place {
  readonly mention: ValueMention;
  readonly hosts: readonly Term[];
  /** Named only to say that nothing is there. */
  readonly denied: boolean;
  /** The side named in its phrase. */
  readonly side: string | null;
}

/** Groups of plain adjectives: they contradict only beside the same noun. */
const loose = new Set([
  "front and back",
  "middle and side",
  "top and bottom",
  "third",
  "depth",
  "base and apex",
  "lumen",
  "heart chamber",
  "spine region",
  "jaw",
  "heart wall",
  "aorta",
  "node station",
  "centre",
  "forearm bone",
  "leg bone",
  "ureter",
  "bile duct",
]);

/** Groups whose places are on both sides, so that the side tells them apart. */
const sided = new Set(["node level", "lobe"]);

/** Vertebra, segment, lobe, zone, quadrant and other places that exclude each other. */
export const level: ConsistencyCheck = {
  id: "level",
  label: "Level",
  find(texts, earlier) {
    const given = placeClaims(texts, texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources(placeKey, (source) => placeClaims(texts, source));
    return given.flatMap((claim) =>
      claim.value.denied ? [] : judge(texts, claim, known, hasOtherSide(claim, earlier)),
    );
  },
};

function placeClaims(texts: CheckCase, parsed: ParsedText): Claim<Place>[] {
  return mentions(parsed, "level")
    .filter(({ group }) => !group.startsWith("grade ") && group !== "type")
    .map((mention) => {
      const { first, last } = mention;
      return {
        value: {
          mention,
          hosts: hostsOf(parsed, first, last, 2).slice(0, 2),
          denied: parsed.negated[first] === 1 && !describesWithout(parsed, first),
          side: sideBeside(parsed, first),
        },
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, last, { levels: false }),
      };
    });
}

/** "Right level II" */
function sideBeside(parsed: ParsedText, at: number): string | null {
  const phrase = phraseOf(parsed, at);
  const sides = mentions(parsed, "side").filter(
    ({ first, last }) => phrase && first >= phrase.first && last <= phrase.last,
  );
  const [side] = sides;
  return side && sides.length === 1 && (side.value === "left" || side.value === "right") ? side.value : null;
}

const isOtherSide = (given: Place, wanted: Place): boolean =>
  given.side !== null && wanted.side !== null && given.side !== wanted.side;

/** "A focus without washout in segment VI": the focus is there. */
function describesWithout(parsed: ParsedText, first: number): boolean {
  const cue = mentions(parsed, "negBefore").findLast(
    (one) => one.last < first && parsed.sentenceOf[one.first] === parsed.sentenceOf[first],
  );
  return (
    cue !== undefined &&
    parsed.tokens[cue.first]?.lower === "without" &&
    (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).some(
      (term) => term.class === "finding" && term.last === cue.first - 1,
    )
  );
}

/** The side beside it is flagged already. */
const hasOtherSide = ({ parsed, first }: Claim<Place>, earlier: readonly Conflict[]): boolean => {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  return earlier.some(
    ({ kind, start, end }) =>
      kind === "laterality" && start < (sentence?.end ?? 0) && end > (sentence?.start ?? 0),
  );
};

function judge(
  texts: CheckCase,
  claim: Claim<Place>,
  known: readonly Claim<Place>[],
  isSideWrong: boolean,
): Conflict[] {
  const { group, value } = claim.value.mention;
  const isLoose = loose.has(group);
  const { agree, conflict } = nearest(claim, known, (given, wanted) => {
    if (wanted.mention.group !== group) return null;
    if (sided.has(group) && !isSideWrong && isOtherSide(given, wanted)) return null;
    if (samePlace(group, value, wanted.mention.value)) return true;
    if (wanted.denied) return null;
    return !isLoose || shareTerm(given.hosts, wanted.hosts) ? false : null;
  });
  const rivals = known.filter((other) => other.value.mention.group === group);
  const isOnlyOne = rivals.every((other) => other.value.mention.value === rivals[0]?.value.mention.value);
  const least = agree === 0 ? (isLoose || group === "long bone" ? 0.25 : isOnlyOne ? 0.03 : 0.1) : 0.5;
  if (!conflict || conflict.near < least || conflict.near < agree * 2) return [];
  if (agree > 0 && isListed(claim)) return [];
  if (!sharesPolarity(claim, conflict.claim)) return [];
  const { claim: other } = conflict;
  if (isBesideIt(claim, known, other) || saidApart(texts, claim)) return [];
  if (isLoose && isPartOfName(texts, claim)) return [];
  if (agree > 0 && namesBoth(claim, other)) return [];
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: "level",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: value, wanted: other.value.mention.value },
      fix: { ...span, replacement: wanted },
    },
  ];
}

/** "Lateral" where a source names the lateral compartment: a word of another place there. */
const isPartOfName = ({ sources, draft }: CheckCase, { first, last }: Claim<Place>): boolean =>
  sources.some(
    (source) =>
      first === last &&
      mentions(source, "level").some(
        (place) =>
          place.last > place.first &&
          source.tokens
            .slice(place.first, place.last + 1)
            .some(({ stem }) => stem === draft.tokens[first]?.stem),
      ),
  );

/** Something is said to be at both places, or not to be at both: "not stenosed" there is nothing against "stenosed" here. */
function sharesPolarity(claim: Claim<Place>, other: Claim<Place>): boolean {
  const [own, others] = [around(claim), around(other)];
  const shared = own.filter((term) => others.some(({ id }) => id === term.id));
  if (shared.length === 0) return true;
  const isDenied = (parsed: ParsedText, term: Term) => parsed.negated[term.first] === 1;
  return shared.some((term) =>
    others.some((one) => one.id === term.id && isDenied(other.parsed, one) === isDenied(claim.parsed, term)),
  );
}

/** The telling terms of the clause that a place stands in. */
const around = ({ parsed, first }: Claim<Place>): Term[] =>
  (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) =>
      term.class !== "anatomy" &&
      term.weight >= 0.3 &&
      Math.abs((parsed.boundary[term.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.8,
  );

/** The sentence of the draft names the other place, too. */
const namesBoth = (claim: Claim<Place>, other: Claim<Place>): boolean =>
  mentions(claim.parsed, "level").some(
    ({ group, value, first }) =>
      group === claim.value.mention.group &&
      value === other.value.mention.value &&
      claim.parsed.sentenceOf[first] === claim.parsed.sentenceOf[claim.first],
  );

/** "Right upper and left lower lobes", "third and lateral ventricles": the words of the place stand apart in a source. */
function saidApart({ sources }: CheckCase, claim: Claim<Place>): boolean {
  const [first, ...rest] = claim.parsed.tokens.slice(claim.first, claim.last + 1).map(({ form }) => form);
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return false;
  return sources.some(({ tokens }) =>
    tokens.some(({ form }, at) => {
      if (form !== first) return false;
      const row = tokens.slice(at + 1, at + 8).map((token) => token.form);
      const end = row.indexOf(last);
      return (
        end > 0 &&
        row.slice(0, end).some((word) => /^(?:and|or|,)$/.test(word)) &&
        !row.slice(0, end).some((word) => /^[.;:]$/.test(word)) &&
        rest.every((word) => row.slice(0, end + 1).includes(word))
      );
    }),
  );
}

/** One of several places of its group in a row: "segments II, V and VI". */
function isListed({ parsed, first, last, value }: Claim<Place>): boolean {
  return mentions(parsed, "level").some(
    (other) =>
      other.group === value.mention.group &&
      other.first !== first &&
      (Math.abs(other.first - last) <= 3 || Math.abs(first - other.last) <= 3),
  );
}

/** The draft also says what the source says there: both places are named in one phrase. */
function isBesideIt(claim: Claim<Place>, known: readonly Claim<Place>[], other: Claim<Place>): boolean {
  return known.some(
    (third) =>
      third.parsed === other.parsed &&
      third.value.mention.group === claim.value.mention.group &&
      samePlace(third.value.mention.group, claim.value.mention.value, third.value.mention.value) &&
      Math.abs(third.first - other.first) <= 4,
  );
}

/** Two names of one place. */
const named: readonly (readonly string[])[] = [
  ["femoral head", "epiphysis"],
  ["femoral neck", "metaphysis"],
  ["distal", "lower"],
  ["proximal", "upper"],
  ["cecum", "ascending colon"],
  ["rectum", "rectosigmoid"],
  ["sigmoid", "rectosigmoid"],
];

/** The same place, or one that holds the other: segment 4 and 4b, L5 and L5-S1. */
function samePlace(group: string, given: string, wanted: string): boolean {
  if (given === wanted) return true;
  if (named.some((names) => names.includes(given) && names.includes(wanted))) return true;
  if (group === "clock") return isOnClock(given, wanted) || isOnClock(wanted, given);
  const [a, b] = [normal(given), normal(wanted)];
  if (a === b) return true;
  if (/^\d/.test(a) && /^\d/.test(b))
    return a.replace(/\D$/, "") === b.replace(/\D$/, "") && /\D$/.test(a) !== /\D$/.test(b);
  return a.split("-").includes(b) || b.split("-").includes(a) || a.endsWith(b) || b.endsWith(a);
}

/** Whether an hour, or a range of hours, lies within a range. */
function isOnClock(inner: string, outer: string): boolean {
  const [from = 0, to = from] = outer.split("-").map(Number);
  const hours = (to - from + 12) % 12;
  return inner.split("-").every((hour) => (Number(hour) - from + 12) % 12 <= hours);
}

/** "l4-5" and "l4-l5" are one disc. */
function normal(value: string): string {
  return value.replace(/^([cts l])(\d+)-(\d+)$/, "$1$2-$1$3");
}
