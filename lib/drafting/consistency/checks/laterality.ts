import { type Bindable, type Judged, judgeBindings, misbound } from "../rules/bindings";
import { boundSideConflicts } from "../rules/bound-sides";
import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inCaseOf, inMetadata, inPassage, quote } from "../rules/conflict";
import { mentions, type ParsedText, spanOf, type Term, type ValueMention } from "../rules/parsed-text";
import {
  isCalledAlike,
  isNamedToo,
  isSaidOnThatSide,
  isTheOther,
  tellingTerms,
  tellsTheSame,
} from "../rules/side-agreement";
import { metadataSide, type Side, sideClaims, sideOf } from "../rules/side-claims";
import { comparesSides, isComparative } from "../rules/side-compared";
import { toldOfOtherSide } from "../rules/side-content";
import { directionConflicts, isDirection } from "../rules/side-directions";
import { isFraming, support } from "../rules/strangeness";

const sideKey = Symbol("side");
const boundKey = Symbol("bound sides");

/** Left against right. "On the left of the image" is the patient's right in planes seen from the front or from below. */
export const laterality: ConsistencyCheck = {
  id: "laterality",
  label: "Side",
  find(texts) {
    const all = sideClaims(texts, texts.draft);
    if (all.length === 0) return [];
    const given = all.filter((claim) => !isDirection(claim));
    const allKnown = texts.ofSources(
      sideKey,
      (source) => sideClaims(texts, source),
      `${texts.input.metadata?.plane} ${texts.input.metadata?.Modality}`,
    );
    const known = allKnown.filter((claim) => !isDirection(claim));
    const directions = directionConflicts(texts, all.filter(isDirection), allKnown.filter(isDirection));
    const isOfDirection = ({ start }: Conflict) =>
      all.some((claim) => isDirection(claim) && spanOf(texts.draft, claim.first, claim.last).start === start);
    const implied = impliedClaims(texts);
    const judged = boundSidesOf(texts);
    const isSaid = ({ first }: Claim<Side>) =>
      judged.some(
        (one) =>
          one.given.first === first &&
          one.agree.length + one.mixed > 0 &&
          (one.against.length === 0 || one.agree.length > one.against.length),
      );
    const found = given
      .filter((claim) => !isSaid(claim))
      .flatMap((claim) => judge(texts, claim, isNamedToo(texts, claim) ? known : [...known, ...implied]));
    const isSaidAt = ({ start }: Conflict) =>
      given.some((claim) => isSaid(claim) && spanOf(texts.draft, claim.first, claim.last).start === start);
    const bound = [...found, ...boundSideConflicts(texts, found).filter((conflict) => !isSaidAt(conflict))];
    const misplaced = [...bound, ...misboundSides(texts, judged, bound)];
    const isOpen = ({ first }: ValueMention) =>
      given.some((claim) => claim.first === first && !isDenied(claim)) &&
      texts.draft.negated[first] !== 1 &&
      !comparesSides(texts.draft, first);
    const placed = [...misplaced, ...toldOfOtherSide(texts, isOpen, misplaced)];
    return [...placed.filter((conflict) => !isOfDirection(conflict)), ...directions];
  },
};

/** What the source says of the words by each side of the draft. */
function boundSidesOf(texts: CheckCase): Judged<Bindable>[] {
  const valuesOf = (parsed: ParsedText) =>
    mentions(parsed, "side").flatMap((mention) => {
      const side = sideOf(texts, parsed, mention);
      return side === null ? [] : [{ group: "side", value: side, first: mention.first, last: mention.last }];
    });
  return judgeBindings(texts, boundKey, valuesOf, isTelling);
}

/** A part or finding that the source has on the other side only. */
function misboundSides(
  texts: CheckCase,
  judged: readonly Judged<Bindable>[],
  found: readonly Conflict[],
): Conflict[] {
  return misbound(judged).flatMap(({ given, wanted, parsed, heads }): Conflict[] => {
    const span = spanOf(texts.draft, given.first, given.last);
    if (given.value === "both" || wanted.value === "both" || given.value === metadataSide(texts)) return [];
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    if (texts.draft.negated[given.first] === 1 || comparesSides(texts.draft, given.first)) return [];
    if (isToldOfBoth(texts, given, heads)) return [];
    const word = quote(texts.draft, given.first, given.last);
    return [
      {
        kind: "laterality",
        ...span,
        message: `Source says ${wanted.value}.`,
        evidence: inPassage(parsed, wanted.first, wanted.last),
        exchange: { given: given.value, wanted: wanted.value },
        fix: /^(?:left|right)$/i.test(word) ? { ...span, replacement: inCaseOf(word, wanted.value) } : null,
      },
    ];
  });
}

/** A source sentence names the side of the draft beside something of its clause, or beside the words that would tell. */
function isToldOfBoth({ draft, sources }: CheckCase, given: Bindable, heads: readonly Term[]): boolean {
  const at = draft.boundary[given.first] ?? 0;
  const clause = (draft.termsOf[draft.sentenceOf[given.first] ?? 0] ?? []).filter(
    (term) =>
      (term.weight >= 0.5 || heads.includes(term)) && Math.abs((draft.boundary[term.first] ?? 0) - at) < 0.9,
  );
  return sources.some((source) =>
    mentions(source, "side").some(
      (side) =>
        (side.value === given.value || side.value === "both") &&
        (source.termsOf[source.sentenceOf[side.first] ?? 0] ?? []).some((term) =>
          clause.some(
            ({ id, class: kind }) =>
              id === term.id && (kind !== "anatomy" || (heads.length < 2 && side.value !== "both")),
          ),
        ),
    ),
  );
}

const isTelling = (term: Term, parsed: ParsedText): boolean =>
  term.class !== "word" && !isFraming(parsed, term);

/** Sentences of the source without a side speak of the side that the metadata name. */
function impliedClaims(texts: CheckCase): Claim<Side>[] {
  const side = metadataSide(texts);
  if (side === null) return [];
  return texts.sources.flatMap((parsed) =>
    parsed.sentences
      .filter(
        ({ first, last }) =>
          !mentions(parsed, "side").some((mention) => mention.first >= first && mention.first <= last),
      )
      .map(({ first, last }) => ({
        value: side,
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, first - 1, {
          sides: false,
          cut: 0.3,
          within: [first, last],
        }),
      })),
  );
}

function judge(texts: CheckCase, claim: Claim<Side>, others: readonly Claim<Side>[]): Conflict[] {
  const isNamed = isNamedToo(texts, claim);
  const isNew = tellsNew(texts, claim);
  const { agree, conflict } = nearest(claim, others, (given, wanted, other) => {
    if (wanted === "both" && !holdsQuestion(texts, other)) return null;
    if (given === wanted || wanted === "both") return true;
    if (isNew && !tellsTheSame(claim, other)) return null;
    const deniedThere = isDenied(claim) !== isDenied(other);
    const onlyOneIsNormal = saysNormal(claim) !== saysNormal(other);
    if (isNamed && !tellsTheSame(claim, other)) return null;
    return given === "both" || deniedThere || onlyOneIsNormal ? null : false;
  });
  const bothGiven =
    claim.value === "both" ? nearest(claim, others, (_given, wanted) => wanted === "both") : null;
  if (isComparative(texts.draft, claim.first)) return [];
  if (claim.value !== "both" && (isSaidOnThatSide(texts, claim) || isTheOther(texts, claim))) return [];
  if (bothGiven) return judgeBoth(claim, others, bothGiven.agree);
  if (isNamed && isCalledAlike(texts, claim)) return [];
  if (conflict && isNearer(claim, conflict.claim, conflict.near, agree))
    return [conflictOf(claim, conflict.claim)];
  if (agree === 0 && others.length === 0) {
    const side = metadataSide(texts);
    if (side !== null && side !== claim.value) return [againstMetadata(claim, side)];
  }
  return [];
}

/** A finding beside the side that no source names: what is said of the other side is something else. */
const tellsNew = (texts: CheckCase, claim: Claim<Side>): boolean =>
  tellingTerms(claim).some(
    (term) =>
      term.class === "finding" &&
      Math.abs((claim.parsed.boundary[term.first] ?? 0) - (claim.parsed.boundary[claim.first] ?? 0)) < 0.34 &&
      support(texts, term) < 0.5,
  );

/** "Both kidneys enhance" answers no question after a cyst. */
function holdsQuestion({ question }: CheckCase, { parsed, first }: Claim<Side>): boolean {
  const there = parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? [];
  const asked = question?.terms.filter((term) => term.class === "finding" && term.weight >= 0.5) ?? [];
  return asked.every(({ id, wider }) =>
    there.some((term) => term.id === id || term.id === wider || term.wider === id),
  );
}

/** The clause of a side calls something normal. */
const saysNormal = ({ parsed, first }: Claim<Side>): boolean =>
  mentions(parsed, "normal").some(
    (normal) =>
      parsed.sentenceOf[normal.first] === parsed.sentenceOf[first] &&
      Math.abs((parsed.boundary[normal.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.9,
  );

/** "No aneurysm on the right" does not contradict one on the left. */
const isDenied = ({ parsed, first }: Claim<Side>): boolean =>
  parsed.negated[first] === 1 ||
  (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).some(
    (term) =>
      term.class === "finding" &&
      parsed.negated[term.first] === 1 &&
      Math.abs((parsed.boundary[term.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.3,
  );

/** Nearer by half where both sides are said of one thing, by more where they are not. */
function isNearer(claim: Claim<Side>, other: Claim<Side>, near: number, agree: number): boolean {
  if (agree === 0) return near >= 0.1;
  return near >= 0.3 && near > agree * (sameHost(claim, other) ? 1.5 : 2);
}

/** "Both forearm bones" are not two forearms: the nouns are the same. */
function sameHead(claim: Claim<Side>, other: Claim<Side>): boolean {
  const [own, wanted] = [claim, other].map(({ parsed, first, last }) =>
    hostsOf(parsed, first, last, 4).at(-1),
  );
  return (
    own !== undefined &&
    wanted !== undefined &&
    (own.id === wanted.id || own.wider === wanted.id || wanted.wider === own.id)
  );
}

/** Both sides are said of one thing; a side without a noun ("the left one") is left to the nearest context. */
function sameHost(claim: Claim<Side>, other: Claim<Side>): boolean {
  const hosts = hostsOf(claim.parsed, claim.first, claim.last, 4);
  return hosts.length > 0 && shareTerm(hosts, hostsOf(other.parsed, other.first, other.last, 4));
}

function judgeBoth(claim: Claim<Side>, others: readonly Claim<Side>[], agree: number): Conflict[] {
  if (agree > 0.12) return [];
  const told = tellingTerms(claim);
  const named = others.filter(({ parsed, first }) => {
    const there = parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? [];
    return told.some(({ id }) => there.some((term) => term.id === id));
  });
  const sides = new Set(named.map(({ value }) => value));
  const [side] = sides;
  if (sides.size !== 1 || side === undefined || side === "both") return [];
  const { conflict } = nearest(
    claim,
    named.filter((other) => sameHost(claim, other) && sameHead(claim, other)),
    () => false,
  );
  return conflict && conflict.near >= 0.3 ? [conflictOf(claim, conflict.claim)] : [];
}

function conflictOf(claim: Claim<Side>, other: Claim<Side>): Conflict {
  const span = spanOf(claim.parsed, claim.first, claim.last);
  const word = quote(claim.parsed, claim.first, claim.last);
  const plain = /^(?:left|right)$/i.test(word) && other.value !== "both";
  return {
    kind: "laterality",
    ...span,
    message: `Source says ${other.value === "both" ? "both sides" : other.value}.`,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: { given: claim.value, wanted: other.value },
    fix: plain ? { ...span, replacement: inCaseOf(word, other.value) } : null,
  };
}

function againstMetadata(claim: Claim<Side>, side: Side): Conflict {
  const span = spanOf(claim.parsed, claim.first, claim.last);
  const word = quote(claim.parsed, claim.first, claim.last);
  return {
    kind: "laterality",
    ...span,
    message: `The image is labelled ${side}.`,
    evidence: inMetadata("Laterality"),
    exchange: null,
    fix: /^(?:left|right)$/i.test(word) ? { ...span, replacement: inCaseOf(word, side) } : null,
  };
}
