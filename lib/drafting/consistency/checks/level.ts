import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { mentions, type ParsedText, spanOf, type Term, type ValueMention } from "../rules/parsed-text";

interface Place {
  readonly mention: ValueMention;
  readonly hosts: readonly Term[];
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
]);

/** Vertebra, segment, lobe, zone, quadrant and other places that exclude each other. */
export const level: ConsistencyCheck = {
  id: "level",
  label: "Level",
  find(texts) {
    const given = placeClaims(texts, texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources("place", (source) => placeClaims(texts, source));
    return given.flatMap((claim) => judge(claim, known));
  },
};

function placeClaims(texts: CheckCase, parsed: ParsedText): Claim<Place>[] {
  return mentions(parsed, "level")
    .filter(
      ({ group, first }) => !group.startsWith("grade ") && group !== "type" && parsed.negated[first] !== 1,
    )
    .map((mention) => {
      const { first, last } = mention;
      return {
        value: { mention, hosts: hostsOf(parsed, first, last, 2).slice(0, 2) },
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, last, { levels: false }),
      };
    });
}

function judge(claim: Claim<Place>, known: readonly Claim<Place>[]): Conflict[] {
  const { group, value } = claim.value.mention;
  const isLoose = loose.has(group);
  const { agree, conflict } = nearest(claim, known, (given, wanted) => {
    if (wanted.mention.group !== group) return null;
    if (samePlace(value, wanted.mention.value)) return true;
    return !isLoose || shareTerm(given.hosts, wanted.hosts) ? false : null;
  });
  const rivals = known.filter((other) => other.value.mention.group === group);
  const isOnlyOne = rivals.every((other) => other.value.mention.value === rivals[0]?.value.mention.value);
  const least = agree === 0 ? (isLoose ? 0.3 : isOnlyOne ? 0.03 : 0.1) : 0.6;
  if (!conflict || conflict.near < least || conflict.near < agree * 2) return [];
  if (agree > 0 && isListed(claim)) return [];
  const { claim: other } = conflict;
  if (isBesideIt(claim, known, other) || saidApart(claim, other)) return [];
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

/** The sentence of the draft names the other place, too. */
const namesBoth = (claim: Claim<Place>, other: Claim<Place>): boolean =>
  mentions(claim.parsed, "level").some(
    ({ group, value, first }) =>
      group === claim.value.mention.group &&
      value === other.value.mention.value &&
      claim.parsed.sentenceOf[first] === claim.parsed.sentenceOf[claim.first],
  );

/** "Right upper and left lower lobes": the words of the place stand apart in the source sentence. */
function saidApart(claim: Claim<Place>, other: Claim<Place>): boolean {
  const sentence = other.parsed.sentences[other.parsed.sentenceOf[other.first] ?? 0];
  const words = claim.parsed.tokens.slice(claim.first, claim.last + 1);
  const said = other.parsed.tokens.slice(sentence?.first ?? 0, (sentence?.last ?? 0) + 1);
  return words.length > 1 && words.every(({ form }) => said.some((token) => token.form === form));
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
      samePlace(claim.value.mention.value, third.value.mention.value) &&
      Math.abs(third.first - other.first) <= 4,
  );
}

/** The same place, or one that holds the other: segment 4 and 4b, L5 and L5-S1. */
function samePlace(given: string, wanted: string): boolean {
  if (given === wanted) return true;
  const [a, b] = [normal(given), normal(wanted)];
  if (a === b) return true;
  if (/^\d/.test(a) && /^\d/.test(b))
    return a.replace(/\D$/, "") === b.replace(/\D$/, "") && /\D$/.test(a) !== /\D$/.test(b);
  return a.split("-").includes(b) || b.split("-").includes(a) || a.endsWith(b) || b.endsWith(a);
}

/** "l4-5" and "l4-l5" are one disc. */
function normal(value: string): string {
  return value.replace(/^([cts l])(\d+)-(\d+)$/, "$1$2-$1$3");
}
