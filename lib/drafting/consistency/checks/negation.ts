import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest, shareTerm } from "../rules/compare-context";
import { inPassage } from "../rules/conflict";
import { deniedWords } from "../rules/denied-words";
import { isHung } from "../rules/find-phrases";
import { marksOf, type State, sourceStates } from "../rules/find-states";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "../rules/parsed-text";
import { sideNear } from "../rules/side-near";
import { stateConflicts } from "../rules/state-conflicts";
import { statesOfParts } from "../rules/state-words";

interface Presence {
  readonly term: Term;
  /** The one side named beside it, else in the question. */
  readonly side: string | null;
  readonly denied: boolean;
  readonly hosts: readonly Term[];
}

/** Findings that say nothing alone. */
const vague = new Set([
  "lesion",
  "enhancement",
  "change",
  "extension",
  "involvement",
  "confined",
  "elevation",
  "wedge",
  "round",
  "oval",
  "solid",
  "homogeneous",
  "heterogeneous",
  "irregular",
  "well defined",
  "lobulation",
  "papillary",
  "bulky",
  "exophytic",
  "differentiated",
  "ring",
  "widening",
  "catheter",
]);
/** Present against absent. */
export const negation: ConsistencyCheck = {
  id: "negation",
  label: "Negation",
  find(texts) {
    const known = texts.ofSources("presence", (source) => presences(texts, source));
    const given = presences(texts, texts.draft);
    const direct = given.flatMap((claim) => judge(claim, known, sourceStates(texts)));
    const found = [...direct, ...deniedWords(texts, direct)];
    return [...found, ...stateConflicts(texts, found), ...yesOrNo(texts, known, direct)];
  },
};

function presences(texts: CheckCase, parsed: ParsedText): Claim<Presence>[] {
  return parsed.terms
    .filter(
      (term) =>
        term.class === "finding" &&
        !vague.has(term.id) &&
        !isHedged(parsed, term) &&
        !isCalledNormal(parsed, term) &&
        !isDeniedInPart(parsed, term) &&
        !hangsOnDenied(texts, parsed, term),
    )
    .map((term) => ({
      value: {
        term,
        denied: isDenied(parsed, term),
        hosts: anatomyBeside(parsed, term),
        side: sideNear(parsed, term.first) ?? (parsed === texts.draft ? askedSide(texts) : null),
      },
      parsed,
      first: term.first,
      last: term.last,
      context: contextOf(texts, parsed, term.first, term.last),
    }));
}

function isHedged(parsed: ParsedText, term: Term): boolean {
  const level = parsed.certainty[term.first] ?? -1;
  return level === 0 || level === 1;
}

/** "No fracture around the implant": the fracture is denied, the implant is not. */
function hangsOnDenied(texts: CheckCase, parsed: ParsedText, term: Term): boolean {
  const phrase = phraseOf(parsed, term.first);
  if (!phrase?.before || !isHung(texts.lexicon, phrase)) return false;
  return isDenied(parsed, term) && parsed.negated[phrase.before.last] === 1 && phrase.before.terms.length > 0;
}

/** "No uptake above that of the liver", "not dilated beyond 3 mm": there may be some. */
const isDeniedInPart = (parsed: ParsedText, term: Term): boolean =>
  isDenied(parsed, term) &&
  /^(?:above|beyond|exceeding|greater|more|over|than|higher)$/.test(parsed.tokens[term.last + 1]?.lower ?? "");

function isDenied(parsed: ParsedText, term: Term): boolean {
  return parsed.negated[term.first] === 1;
}

/** "Physiological uptake", "normal enhancement": neither present nor absent as a finding. */
function isCalledNormal(parsed: ParsedText, term: Term): boolean {
  return mentions(parsed, "normal").some(
    ({ first, last }) =>
      (first > term.last &&
        first - term.last <= 7 &&
        (parsed.boundary[first] ?? 0) - (parsed.boundary[term.last] ?? 0) < 0.2 &&
        /^(?:is|are|was|were|appears?|remains?)$/.test(parsed.tokens[first - 1]?.lower ?? "")) ||
      (term.first - last <= 2 && term.first > last),
  );
}

function anatomyBeside(parsed: ParsedText, term: Term): Term[] {
  return parsed.terms.filter(
    (other) =>
      (other.class === "anatomy" || (other.class === "word" && other.weight >= 0.8)) &&
      parsed.sentenceOf[other.first] === parsed.sentenceOf[term.first] &&
      Math.abs((parsed.boundary[other.first] ?? 0) - (parsed.boundary[term.first] ?? 0)) < 0.5 &&
      Math.abs(other.first - term.first) <= 8,
  );
}

function askedSide(texts: CheckCase): string | null {
  const sides = texts.question ? mentions(texts.question, "side") : [];
  return sides.length === 1 ? (sides[0]?.value ?? null) : null;
}

const anatomy = (terms: readonly Term[]) => terms.filter((term) => term.class === "anatomy");

const sentenceAnatomy = ({ parsed, first }: Claim<Presence>): Term[] =>
  anatomy(parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []);

/** The source calls one of these parts normal. */
const fits = (state: State, terms: readonly Term[]): boolean =>
  state.normal && state.subjects.some((subject) => shareTerm(subject.terms, terms));

function judge(
  claim: Claim<Presence>,
  known: readonly Claim<Presence>[],
  calledNormal: readonly State[],
): Conflict[] {
  const { agree, conflict } = nearest(claim, known, (given, wanted, other) => {
    if (!speakOfOne(given, wanted)) return null;
    if (given.denied && !wanted.denied && isElsewhereOrNone(given, other, known)) return null;
    if (given.denied !== wanted.denied && !sameSide(given.side, wanted.side)) return null;
    const [a, b] = [anatomy(given.hosts), anatomy(wanted.hosts)];
    if (given.denied !== wanted.denied && a.length > 0 && b.length > 0 && !shareTerm(a, b)) {
      const isSaidThere =
        given.denied && shareTerm(a, sentenceAnatomy(other)) && !calledNormal.some((state) => fits(state, a));
      if (!isSaidThere) return null;
    }
    if (given.denied && !wanted.denied && given.hosts.length > 0 && wanted.hosts.length > 0) {
      const near = shareTerm(given.hosts, wanted.hosts) || shareTerm(given.hosts, sentenceAnatomy(other));
      if (!near) return null;
    }
    if (given.denied !== wanted.denied && isElsewhere(claim, other, a, b)) return null;
    if (given.denied && !wanted.denied && !sharesModifier(claim, other)) return null;
    if (wanted.denied && !given.denied && !saysModifiers(other, claim)) return null;
    return given.denied === wanted.denied;
  });
  if (!conflict || (agree > 0 && agree * 1.5 > conflict.near)) return [];
  if (agree > 0 && conflict.near < 0.35) return [];
  if (claim.value.denied && agree > 0 && conflict.near < 0.15) return [];
  return [conflictOf(claim, conflict.claim)];
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

/** "No carpal fracture" speaks of a carpal one: what its phrase says besides is said of the other, too. */
function sharesModifier(claim: Claim<Presence>, other: Claim<Presence>): boolean {
  const modifiers = modifiersOf(claim);
  if (modifiers.length === 0) return true;
  const others = modifiersOf(other);
  return shareTerm(
    modifiers,
    anatomy(others).length > 0 && anatomy(modifiers).length > 0 ? others : other.value.hosts,
  );
}

/** "No extraperitoneal leak" does not deny every leak: one word of what it says besides is in the sentence of the draft. */
function saysModifiers(denied: Claim<Presence>, claim: Claim<Presence>): boolean {
  const modifiers = modifiersOf(denied).filter(({ id }) => !isPlainWord.test(id));
  if (modifiers.length === 0) return true;
  const at = claim.parsed.boundary[claim.first] ?? 0;
  const clause = (claim.parsed.termsOf[claim.parsed.sentenceOf[claim.first] ?? 0] ?? []).filter(
    ({ first }) => Math.abs((claim.parsed.boundary[first] ?? 0) - at) < 0.7,
  );
  return shareTerm(modifiers, clause);
}

const isPlainWord = /^(?:evid|sign|obvi|signif|relev|suspici|addit|patholog|definit|focal|gross|acut|free|other|visib|beyond|elsewh|otherw|anyw|clear|activ|new|large|big)/;

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

/** The telling words before a finding in its phrase, and what "of" or "in" hangs on it. */
function modifiersOf({ parsed, first, value: { term } }: Claim<Presence>): Term[] {
  const at = parsed.phraseAt[first] ?? -1;
  const own = parsed.phrases[at];
  if (!own) return [];
  const next = parsed.phrases[at + 1];
  const hung = next?.before === own && /^(?:of|in|within|at|involving|to)$/.test(next.link) ? next.terms : [];
  return [...own.terms, ...hung].filter(
    (one) => one !== term && one.weight >= 0.5 && one.class !== "finding",
  );
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

/** "Yes" or "No" alone, against what the question asks. */
function yesOrNo(
  texts: CheckCase,
  known: readonly Claim<Presence>[],
  found: readonly Conflict[],
): Conflict[] {
  const word = texts.draft.tokens[0]?.lower;
  const { question } = texts;
  if (!question || found.length > 0 || (word !== "yes" && word !== "no")) return [];
  if (!/^[.,;:]$/.test(texts.draft.tokens[1]?.lower ?? ".")) return [];
  if (!/^(?:is|are|was|were|does|do|did|has|have|can)$/.test(question.tokens[0]?.lower ?? "")) return [];
  const asked = presences(texts, question);
  const predicate = question.terms.findLast(({ class: kind, weight }) => kind !== "anatomy" && weight >= 0.5);
  for (const claim of asked.filter(({ value }) => value.term === predicate)) {
    const denied = (word === "no") !== claim.value.denied;
    const [conflict] = judge({ ...claim, value: { ...claim.value, denied } }, known, sourceStates(texts));
    if (conflict) return [{ ...conflict, ...spanOf(texts.draft, 0, 0), fix: null }];
  }
  return [];
}
