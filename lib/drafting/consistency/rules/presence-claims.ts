import type { CheckCase } from "./check-case";
import { type Claim, contextOf, shareTerm } from "./compare-context";
import { isOutsideDenial } from "./denied-heads";
import { type Site, siteOf } from "./finding-sites";
import { mentions, type ParsedText, phraseOf, type Term } from "./parsed-text";
import { degreeOf, isLoose } from "./presence-degree";
import { sideNear } from "./side-near";

/** A finding that a text says is there or is not. */
export interface Presence {
  readonly term: Term;
  /** The one side named beside it, else in the question. */
  readonly side: string | null;
  readonly denied: boolean;
  readonly hosts: readonly Term[];
  readonly site: Site;
  /** How much of it is meant: "no complete obstruction" denies a complete one. */
  readonly degree: string | null;
  /** Denied without a place of its own: "..., without collapse". */
  readonly isLoose: boolean;
  /** "Residual", "further": only what is there afterwards. */
  readonly isLater: boolean;
  /** Told of an earlier examination. */
  readonly isEarlier: boolean;
}

/** Findings that say nothing alone. */
/** Findings that every part can have: a denial speaks of the part named beside it. */
export const general = new Set([
  "uptake",
  "enhancement",
  "flow",
  "hyperintensity",
  "opacity",
  "air",
  "fluid",
]);

export const vague = new Set([
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
  "spot compression",
]);

/** The findings of a text, said or denied without a doubt. */
export function presences(texts: CheckCase, parsed: ParsedText): Claim<Presence>[] {
  return parsed.terms
    .filter(
      (term) =>
        term.class === "finding" &&
        !vague.has(term.id) &&
        !isHedged(parsed, term) &&
        !isCalledNormal(parsed, term) &&
        !isOutsideDenial(texts, parsed, term),
    )
    .map((term) => ({
      value: {
        term,
        denied: isDenied(parsed, term),
        hosts: anatomyBeside(parsed, term),
        site: siteOf(texts, parsed, term),
        degree: degreeOf(parsed, term),
        isLoose: isLoose(texts, parsed, term),
        isLater: isLater(parsed, term),
        isEarlier: isEarlier(parsed, term),
        side: sideNear(parsed, term.first) ?? (parsed === texts.draft ? askedSide(texts) : null),
      },
      parsed,
      first: term.first,
      last: term.last,
      context: contextOf(texts, parsed, term.first, term.last),
    }));
}

/** Findings that a text only supposes: whether they are there is no matter of a denial elsewhere. */
export const supposedIds = (parsed: ParsedText): string[] =>
  parsed.terms.filter((term) => term.class === "finding" && isHedged(parsed, term)).map(({ id }) => id);

/** Findings that a text says are there, by their own and their wider names. */
export const assertedIds = (parsed: ParsedText): string[] =>
  parsed.terms
    .filter((term) => term.class === "finding" && parsed.negated[term.first] !== 1)
    .flatMap(({ id, wider }) => (wider === null ? [id] : [id, wider]));

function isHedged(parsed: ParsedText, term: Term): boolean {
  const level = parsed.certainty[term.first] ?? -1;
  return level === 0 || level === 1;
}

/** "No residual stenosis", "no further extravasation" */
function isLater(parsed: ParsedText, { first, last }: Term): boolean {
  const phrase = phraseOf(parsed, first);
  const isGone = mentions(parsed, "change").some(
    (word) =>
      (word.value === "gone" || /^persist/.test(parsed.tokens[word.first]?.lower ?? "")) &&
      word.first > last &&
      word.first - last <= 6 &&
      parsed.sentenceOf[word.first] === parsed.sentenceOf[first],
  );
  if (isGone) return true;
  return mentions(parsed, "later").some(
    (word) =>
      (word.first >= (phrase?.first ?? first) - 2 && word.last <= (phrase?.last ?? last)) ||
      word.first === (phrase?.last ?? last) + 1,
  );
}

/** "The film of last week had shown none" */
function isEarlier(parsed: ParsedText, { first, last }: Term): boolean {
  const sentence = parsed.sentenceOf[first];
  if (isAbsentBefore(parsed, last)) return true;
  const isThere = (kind: string) =>
    mentions(parsed, kind).some((cue) => parsed.sentenceOf[cue.first] === sentence);
  const from = parsed.sentences[sentence ?? 0]?.first ?? first;
  return (
    isThere("changeCue") &&
    parsed.tokens
      .slice(from, first)
      .some(({ lower }) => lower === "had" || lower === "was" || lower === "were")
  );
}

/** "A nodule that was absent in May", "not seen on the previous film": denied of another time. */
const isAbsentBefore = (parsed: ParsedText, last: number): boolean =>
  mentions(parsed, "negAfter").some(
    (cue) =>
      cue.first > last &&
      cue.first - last <= 6 &&
      parsed.sentenceOf[cue.first] === parsed.sentenceOf[last] &&
      mentions(parsed, "earlierTime").some(({ first }) => first > cue.last && first - cue.last <= 6),
  );

function isDenied(parsed: ParsedText, term: Term): boolean {
  return parsed.negated[term.first] === 1;
}

/** "Physiological uptake", "normal enhancement": neither present nor absent as a finding. */
function isCalledNormal(parsed: ParsedText, term: Term): boolean {
  const isWithin = ["normal", "abnormal"].some((kind) =>
    mentions(parsed, kind).some(
      ({ first, last }) => first < last && first <= term.first && last >= term.last,
    ),
  );
  if (isWithin) return true;
  return mentions(parsed, "normal").some(
    ({ first, last }) =>
      (first > term.last &&
        first - term.last <= 7 &&
        (parsed.boundary[first] ?? 0) - (parsed.boundary[term.last] ?? 0) < 0.2 &&
        /^(?:is|are|was|were|appears?|remains?)$/.test(parsed.tokens[first - 1]?.lower ?? "")) ||
      (term.first - last <= 2 &&
        term.first > last &&
        parsed.sentenceOf[last] === parsed.sentenceOf[term.first]),
  );
}

function anatomyBeside(parsed: ParsedText, term: Term): Term[] {
  return (parsed.termsOf[parsed.sentenceOf[term.first] ?? 0] ?? []).filter(
    (other) =>
      (other.class === "anatomy" || (other.class === "word" && other.weight >= 0.8)) &&
      Math.abs((parsed.boundary[other.first] ?? 0) - (parsed.boundary[term.first] ?? 0)) < 0.5 &&
      Math.abs(other.first - term.first) <= 8,
  );
}

function askedSide(texts: CheckCase): string | null {
  const sides = texts.question ? mentions(texts.question, "side") : [];
  return sides.length === 1 ? (sides[0]?.value ?? null) : null;
}

/** "No carpal fracture" speaks of a carpal one: what its phrase says besides is said of the other, too. */
export function sharesModifier(claim: Claim<Presence>, other: Claim<Presence>): boolean {
  const modifiers = modifiersOf(claim);
  if (modifiers.length === 0) return true;
  const others = modifiersOf(other);
  return shareTerm(
    modifiers,
    anatomy(others).length > 0 && anatomy(modifiers).length > 0 ? others : other.value.hosts,
  );
}

/** "No extraperitoneal leak" does not deny every leak: one word of what it says besides is in the sentence of the draft. */
export function saysModifiers(denied: Claim<Presence>, claim: Claim<Presence>): boolean {
  const modifiers = modifiersOf(denied).filter(({ id }) => !isPlainWord.test(id));
  if (modifiers.length === 0) return true;
  const at = claim.parsed.boundary[claim.first] ?? 0;
  const clause = (claim.parsed.termsOf[claim.parsed.sentenceOf[claim.first] ?? 0] ?? []).filter(
    ({ first }) => Math.abs((claim.parsed.boundary[first] ?? 0) - at) < 0.7,
  );
  return shareTerm(modifiers, clause);
}

const isPlainWord =
  /^(?:evid|sign|obvi|signif|relev|suspici|addit|patholog|definit|focal|gross|acut|free|other|visib|beyond|elsewh|otherw|anyw|clear|activ|new|large|big)/;

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

const anatomy = (terms: readonly Term[]) => terms.filter((term) => term.class === "anatomy");
