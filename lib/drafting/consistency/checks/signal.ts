import type { Bearer } from "../rules/bearers";
import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, shareTerm, similarity } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { strangeMeasures } from "../rules/measure-claims";
import { quantityOf } from "../rules/measures";
import { spanOf, type Term } from "../rules/parsed-text";
import { densityClaims, type Signal, signalClaims } from "../rules/signal-claims";

const signalKey = Symbol("signal");

/** High against low: signal, attenuation, echogenicity, uptake, diffusion. */
export const signal: ConsistencyCheck = {
  id: "signal",
  label: "Signal",
  find(texts, earlier) {
    const given = signalClaims(texts, texts.draft);
    const known = texts.ofSources(signalKey, (source) => [
      ...signalClaims(texts, source),
      ...densityClaims(texts, source),
    ]);
    return [...given.flatMap((claim) => judge(claim, known, given)), ...attenuationSigns(texts)].map(
      (conflict) => ({
        ...conflict,
        replaces: earlier.filter(
          ({ kind, start, end }) => kind === "severity" && start < conflict.end && end > conflict.start,
        ),
      }),
    );
  },
};

/** 3 said of one noun, 2 of one thing, 1 where a text does not say of what, 0 of two things. */
type Match = 0 | 1 | 2 | 3;

const vague = new Set([
  "lesion",
  "mass",
  "nodule",
  "structure",
  "peak",
  "hyperintensity",
  "opacity",
  "uptake",
]);
const telling = ({ terms }: Bearer): Term[] => terms.filter(({ id }) => !vague.has(id));

function matchOf(given: Bearer, wanted: Bearer): Match {
  if (given.side !== null && wanted.side !== null && given.side !== wanted.side) return 0;
  const [own, others] = [telling(given), telling(wanted)];
  if (given.head && wanted.head && isSame(given.head, wanted.head)) {
    const [mine, theirs] = [
      own.filter((term) => term !== given.head),
      others.filter((term) => term !== wanted.head),
    ];
    if (mine.length === 0 && theirs.length === 0) return 3;
    if (mine.length > 0 && theirs.length > 0 && shareTerm(mine, theirs)) return 3;
    if (mine.length === 0 || theirs.length === 0 || !vague.has(given.head.id)) return 2;
    return mine.some(isPart) && theirs.some(isPart) ? 0 : 1;
  }
  if (own.length > 0 && others.length > 0) return shareTerm(own, others) ? 2 : 0;
  return 1;
}

const isPart = (term: Term): boolean => term.class === "anatomy";
const isSame = (a: Term, b: Term): boolean => a.id === b.id || a.wider === b.id || b.wider === a.id;

/** Whether two directions of one channel say the same; null where neither says how much. */
function agrees(given: string, wanted: string): boolean {
  return (
    given === wanted ||
    (given === "some" && wanted !== "none") ||
    (wanted === "some" && given !== "none") ||
    (given === "low" && wanted === "none") ||
    (given === "none" && wanted === "low")
  );
}

interface Ranked {
  readonly claim: Claim<Signal>;
  readonly match: Match;
  readonly near: number;
}

const isBetter = (one: Ranked, other: Ranked | null): boolean =>
  other === null || one.match > other.match || (one.match === other.match && one.near > other.near);

/** Another claim of the draft says the same as this one of the source, and is at least nearly as much like it. */
const isTaken = (
  other: Claim<Signal>,
  by: readonly Claim<Signal>[],
  claim: Claim<Signal>,
  near: number,
): boolean =>
  by.some(
    (one) =>
      one !== claim &&
      one.value.channel === other.value.channel &&
      agrees(one.value.direction, other.value.direction) &&
      similarity(one.context, other.context) >= 0.8 * near,
  );

function judge(
  claim: Claim<Signal>,
  known: readonly Claim<Signal>[],
  given: readonly Claim<Signal>[],
): Conflict[] {
  let agree: Ranked | null = null;
  let against: Ranked | null = null;
  let directions = 0;
  for (const other of known) {
    const { channel, weighting, direction, bearer } = other.value;
    if (channel !== claim.value.channel) continue;
    if (weighting !== null && claim.value.weighting !== null && weighting !== claim.value.weighting) continue;
    const ranked = {
      claim: other,
      match: matchOf(claim.value.bearer, bearer),
      near: similarity(claim.context, other.context),
    };
    if (agrees(claim.value.direction, direction)) {
      directions |= 1;
      if (isBetter(ranked, agree)) agree = ranked;
    } else {
      directions |= 2;
      if (isBetter(ranked, against)) against = ranked;
    }
  }
  if (!against || !outweighs(against, agree, directions === 2)) return [];
  if (isTaken(against.claim, given, claim, against.near)) return [];
  if (claim.value.direction === "some" && agree && agree.near * 2.5 > against.near) return [];
  const other = against.claim;
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: isPresence(claim, other) ? "negation" : "signal",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: claim.value.direction, wanted: other.value.direction },
      fix: { ...span, replacement: wanted },
    },
  ];
}

/**
 * Whether what speaks against a signal is said of the same thing and nothing that agrees is. Where a text leaves open of
 * what, only a source that knows no other direction tells.
 */
function outweighs(against: Ranked, agree: Ranked | null, isOnlyOne: boolean): boolean {
  if (agree === null)
    return against.match >= 2 || (against.match === 1 && isOnlyOne) || (isOnlyOne && against.near >= 0.6);
  if (against.match >= 1 && against.near >= 0.6 && against.near > 2.5 * agree.near) return true;
  if (against.match > agree.match) return against.match >= 2;
  return (
    against.match === agree.match &&
    against.match >= 2 &&
    against.near > 0.3 &&
    against.near > 1.6 * agree.near
  );
}

/** The source denies it: whether, not how much. */
const isPresence = (given: Claim<Signal>, wanted: Claim<Signal>): boolean =>
  given.value.direction !== wanted.value.direction &&
  (isDenied(wanted) || (wanted.value.channel === "enhancement" && wanted.value.direction === "none"));

const isDenied = ({ parsed, first }: Claim<Signal>): boolean =>
  /^(?:not|no|non)$/.test(parsed.tokens[first]?.lower ?? "");

/** Hounsfield units with the sign lost: 45 HU for -45 HU. */
function attenuationSigns(texts: CheckCase): Conflict[] {
  const measures = strangeMeasures(texts);
  const known = measures.known.filter(({ value }) => quantityOf(value) === "attenuation");
  if (known.length === 0) return [];
  return measures.given
    .filter(({ value }) => quantityOf(value) === "attenuation")
    .flatMap((claim) => {
      const figure = claim.value.values[0] ?? 0;
      if (figure === 0 || known.some(({ value }) => value.values.includes(figure))) return [];
      const other = known.find(({ value }) => value.values.includes(-figure));
      if (!other) return [];
      const wanted = quote(other.parsed, other.first, other.last);
      const span = spanOf(claim.parsed, claim.first, claim.last);
      return [
        {
          kind: "signal" as const,
          ...span,
          message: `Source says ${wanted}.`,
          evidence: inPassage(other.parsed, other.first, other.last),
          exchange: null,
          fix: { ...span, replacement: wanted },
        },
      ];
    });
}
