import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, nearest } from "../rules/compare-context";
import { areRivals, compareSites } from "../rules/compare-sites";
import { inPassage } from "../rules/conflict";
import { deniedActs } from "../rules/denied-acts";
import { deniedWords } from "../rules/denied-words";
import { areOfOne, isUncontested } from "../rules/opposed";
import { mentions, type ParsedText, spanOf, type Term } from "../rules/parsed-text";
import {
  assertedIds,
  general,
  type Presence,
  presences,
  saysModifiers,
  sharesModifier,
  supposedIds,
  vague,
} from "../rules/presence-claims";
import { stateConflicts } from "../rules/state-conflicts";
import { marksOf } from "../rules/state-subjects";
import { statesOfParts } from "../rules/state-words";

const presenceKey = Symbol("presence");
const assertedKey = Symbol("asserted");
const supposedKey = Symbol("supposed");

/** Present against absent. */
export const negation: ConsistencyCheck = {
  id: "negation",
  label: "Negation",
  find(texts) {
    const known = texts.ofSources(presenceKey, (source) => presences(texts, source));
    const given = presences(texts, texts.draft);
    const asserted = new Set(texts.ofSources(assertedKey, assertedIds));
    const supposed = new Set(texts.ofSources(supposedKey, supposedIds));
    const direct = given
      .filter(({ value }) => value.denied || !supposed.has(value.term.id))
      .flatMap((claim) => judge(claim, known, asserted));
    const worded = [...direct, ...deniedWords(texts, direct)].filter((conflict) =>
      isUncontested(texts, conflict),
    );
    const found = [...worded, ...deniedActs(texts, worded)];
    return [...found, ...stateConflicts(texts, found), ...yesOrNo(texts, known, asserted, direct)].filter(
      (conflict) => areOfOne(texts, conflict),
    );
  },
};

const anatomy = (terms: readonly Term[]) => terms.filter((term) => term.class === "anatomy");

function judge(
  claim: Claim<Presence>,
  known: readonly Claim<Presence>[],
  asserted: ReadonlySet<string>,
): Conflict[] {
  let isSaidThere = false;
  let isSaidOpenly = false;
  let isSame = false;
  const { agree, conflict } = nearest(claim, known, (given, wanted, other) => {
    if (!speakOfOne(given, wanted)) return null;
    const isLoose = wanted.denied && wanted.isLoose && !asserted.has(wanted.term.id);
    const found = compareSites(given.site, wanted.site);
    const relation = isLoose && found === "other" && !areRivals(given.site, wanted.site) ? "open" : found;
    if (given.denied === wanted.denied) {
      if (given.isLater && !wanted.isLater && !given.denied) return null;
      if (relation === "same") isSaidThere = true;
      if (relation === "open") isSaidOpenly = true;
      return relation === "other" ? null : true;
    }
    if (given.isEarlier !== wanted.isEarlier) return null;
    if (relation === "other" || !sameSide(given.side, wanted.side)) return null;
    const [denied, stated] = given.denied ? [given, wanted] : [wanted, given];
    if (denied.degree !== null && denied.degree !== stated.degree) return null;
    if (relation === "open" && denied.site.isNamed && !isLoose) return null;
    if (general.has(denied.term.id) && relation !== "same" && !sameWord(claim, other)) return null;
    if (denied.isLater && !stated.isLater) return null;
    if (given.denied && isElsewhereOrNone(given, other, known)) return null;
    const [a, b] = [anatomy(given.hosts), anatomy(wanted.hosts)];
    if (isElsewhere(claim, other, a, b)) return null;
    if (given.denied && !sharesModifier(claim, other)) return null;
    if (wanted.denied && !saysModifiers(other, claim)) return null;
    if (relation === "same") isSame = true;
    return false;
  });
  if (!conflict || isSaidThere || (isSaidOpenly && !isSame) || (agree > 0 && agree * 1.5 > conflict.near))
    return [];
  if (agree > 0 && (conflict.near < 0.35 || claim.value.denied)) return [];
  return [conflictOf(claim, conflict.claim)];
}

/** "No pneumatosis" speaks of pneumatosis, "no gas" not of every gas. */
function sameWord({ parsed, first, value }: Claim<Presence>, other: Claim<Presence>): boolean {
  const word = parsed.tokens[first];
  return (
    word !== undefined &&
    word.stem === other.parsed.tokens[other.first]?.stem &&
    word.lower !== value.term.id &&
    !/^(?:gas|enhanc|flow|avid|activ)/.test(word.stem)
  );
}

/** "Flow beside it and none within": there and not there. Nor does "no mass on this side" deny the one of the other. */
function isElsewhereOrNone(
  given: Presence,
  { parsed, first, value }: Claim<Presence>,
  known: readonly Claim<Presence>[],
): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  for (let at = first + 1; at <= (sentence?.last ?? -1); at += 1)
    if (parsed.tokens[at]?.lower === "none") return true;
  if (given.side === null || value.side === given.side) return false;
  return known.some((one) => one.value.term.id === given.term.id && one.value.side !== null);
}

/** The same finding; a denied wider one speaks of the narrower, too: "no fluid" of ascites. */
function speakOfOne(given: Presence, wanted: Presence): boolean {
  if (given.term.id === wanted.term.id) return true;
  if (given.denied === wanted.denied) return false;
  const [denied, stated] = given.denied ? [given.term, wanted.term] : [wanted.term, given.term];
  return stated.wider === denied.id && !vague.has(denied.id);
}

/** A state of another part, or the medial one against the lateral. */
function isElsewhere(
  claim: Claim<Presence>,
  other: Claim<Presence>,
  own: readonly Term[],
  wanted: readonly Term[],
): boolean {
  if (!claim.value.denied && own.length === 0 && wanted.length > 0 && statesOfParts.has(claim.value.term.id))
    return true;
  const places = placesOf(claim);
  const others = placesOf(other);
  return places.some((place) => {
    const rivals = others.filter(({ group }) => group === place.group);
    return rivals.length > 0 && rivals.every(({ value }) => value !== place.value);
  });
}

/** The places named in the phrase of a finding and what hangs on it, else before it in its clause. */
function placesOf({ parsed, first }: Claim<Presence>) {
  const at = parsed.phraseAt[first] ?? -1;
  const own = parsed.phrases[at];
  if (!own) return [];
  let last = own.last;
  for (let next = at + 1; parsed.phrases[next]?.before === parsed.phrases[next - 1]; next += 1) {
    const link = parsed.phrases[next]?.link ?? "";
    if (!/^(?:of|in|within|at|involving|to)$/.test(link)) break;
    last = parsed.phrases[next]?.last ?? last;
  }
  return marksOf(parsed, own.first, last).places;
}

function conflictOf(claim: Claim<Presence>, other: Claim<Presence>): Conflict {
  const sentence = claim.parsed.sentenceOf[claim.first];
  const cue = ["negBefore", "negAfter"]
    .flatMap((kind) => mentions(claim.parsed, kind))
    .find(
      ({ first }) =>
        claim.value.denied &&
        claim.parsed.sentenceOf[first] === sentence &&
        Math.abs(first - claim.first) <= 6,
    );
  return {
    kind: "negation",
    ...spanOf(
      claim.parsed,
      cue ? Math.min(cue.first, claim.first) : claim.first,
      cue ? Math.max(cue.last, claim.last) : claim.last,
    ),
    message: other.value.denied ? "Source says that this is absent." : "Source says that this is present.",
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: {
      given: claim.value.denied ? "absent" : "present",
      wanted: other.value.denied ? "absent" : "present",
    },
    fix: null,
  };
}

const sameSide = (a: string | null, b: string | null) => a === null || b === null || a === b;

/** "Has the calcification changed?" asks for the change, not whether there is one. */
const asksMore = ({ tokens, terms }: ParsedText, { last }: Term): boolean =>
  terms.some(
    ({ first, class: kind }) =>
      first > last &&
      kind !== "anatomy" &&
      !/^(?:present|seen|visible|identified|there|shown|evident|found|detected|demonstrated|image|images|side|view|scan)$/.test(
        tokens[first]?.form ?? "",
      ),
  );

/** "Yes" or "No" alone, against what the question asks. */
function yesOrNo(
  texts: CheckCase,
  known: readonly Claim<Presence>[],
  asserted: ReadonlySet<string>,
  found: readonly Conflict[],
): Conflict[] {
  const word = texts.draft.tokens[0]?.lower;
  const { question } = texts;
  if (presences(texts, texts.draft).length > 0) return [];
  if (!question || found.length > 0 || (word !== "yes" && word !== "no")) return [];
  if (!/^[.,;:]$/.test(texts.draft.tokens[1]?.lower ?? ".")) return [];
  if (!/^(?:is|are|was|were|does|do|did|has|have|can)$/.test(question.tokens[0]?.lower ?? "")) return [];
  const asked = presences(texts, question);
  const predicate = question.terms.findLast(({ class: kind, weight }) => kind !== "anatomy" && weight >= 0.5);
  if (!predicate || asksMore(question, predicate)) return [];
  for (const claim of asked.filter(({ value }) => value.term === predicate)) {
    const denied = (word === "no") !== claim.value.denied;
    const [conflict] = judge({ ...claim, value: { ...claim.value, denied } }, known, asserted);
    if (conflict) return [{ ...conflict, ...spanOf(texts.draft, 0, 0), fix: null }];
  }
  return [];
}
