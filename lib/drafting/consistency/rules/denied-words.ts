import type { CheckCase, Conflict } from "./check-case";
import { contextOf, similarity } from "./compare-context";
import { inPassage } from "./conflict";
import { mentions, type ParsedText, phraseOf, spanOf, type Term, type ValueMention } from "./parsed-text";
import { sideOfSentence } from "./side-near";
import { isFraming } from "./strangeness";

const wordKey = Symbol("word");

const leastLikeness = 0.3;

interface Place {
  readonly parsed: ParsedText;
  readonly term: Term;
}

/**
 * What no list of findings names ("washout", "EMVI", "crosses the midline"): denied wherever a source says it and there in
 * the draft, or the other way round.
 */
export function deniedWords(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const { draft } = texts;
  return draft.terms.flatMap((term): Conflict[] => {
    const isWeak = /^(?:extension|involvement|confined)$/.test(term.id);
    if (term.class === "anatomy" || (term.class === "finding" && !isWeak)) return [];
    if (term.weight < (isWeak ? 0.3 : isVerb(draft, term) ? 0.1 : 0.8)) return [];
    const side = sideOfSentence(draft, term.first);
    const everywhere = placesOf(texts, term.id);
    const places =
      side === null
        ? everywhere
        : everywhere.filter(({ parsed, term: other }) => {
            const there = sideOfSentence(parsed, other.first);
            return there === null || there === side;
          });
    const [place] = places;
    if (!place || isPlace(texts, term) || /^(?:contrast|imag|evidenc|criter)/.test(term.id)) return [];
    if (isAttributive(draft, term)) return [];
    const span = spanOf(draft, term.first, term.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    if (draft.negated[term.first] !== 1 && deniesBeside(draft, term)) return [];
    if (speaksOfRest(draft, term.first)) return [];
    if (isHedged(draft, term) || (term.class !== "finding" && isFraming(draft, term))) return [];
    const cue = deniedBy(draft, term);
    const denied = draft.negated[term.first] === 1;
    if (denied !== (cue !== null)) return [];
    if (places.some(({ parsed, term: other }) => isWithinNormal(parsed, other))) return [];
    if (denied && places.some(({ parsed, term: other }) => isTakenBack(parsed, other))) return [];
    const opposite = places.every(
      ({ parsed, term: other }) =>
        !isHedged(parsed, other) &&
        (denied
          ? parsed.negated[other.first] !== 1 && !isAttributive(parsed, other)
          : deniedBy(parsed, other) !== null && !isAttributive(parsed, other)),
    );
    const isOfIt = places.some(({ parsed, term: other }) =>
      denied ? modifiersAreSaid(draft, term, parsed, other) : modifiersAreSaid(parsed, other, draft, term),
    );
    if (!opposite || !isOfIt) return [];
    const likeness = places.map(({ parsed, term: other }) =>
      similarity(
        contextOf(texts, draft, term.first, term.last, { cut: 0.6 }),
        contextOf(texts, parsed, other.first, other.last, { cut: 0.6 }),
      ),
    );
    const least = denied || term.weight < 0.5 ? 2 * leastLikeness : leastLikeness;
    if (Math.max(...likeness) < least) return [];
    return [
      {
        kind: "negation",
        ...spanOf(
          draft,
          cue ? Math.min(cue.first, term.first) : term.first,
          cue ? Math.max(cue.last, term.last) : term.last,
        ),
        message: denied ? "Source says that this is present." : "Source says that this is absent.",
        evidence: inPassage(place.parsed, place.term.first, place.term.last),
        exchange: denied ? { given: "absent", wanted: "present" } : { given: "present", wanted: "absent" },
        fix: null,
      },
    ];
  });
}

/** "All other sleeves fill": of what is not named. */
export const speaksOfRest = (parsed: ParsedText, at: number): boolean =>
  parsed.tokens.some(
    ({ lower }, index) =>
      parsed.sentenceOf[index] === parsed.sentenceOf[at] &&
      /^(?:other|others|remaining|rest|remainder|elsewhere|another)$/.test(lower),
  );

/** The clause of a word denies something, or calls it normal. */
const deniesBeside = (parsed: ParsedText, { first }: Term): boolean =>
  ["negBefore", "negAfter", "normal"].some((kind) =>
    mentions(parsed, kind).some(
      (cue) =>
        parsed.sentenceOf[cue.first] === parsed.sentenceOf[first] &&
        Math.abs((parsed.boundary[cue.first] ?? 0) - (parsed.boundary[first] ?? 0)) < 0.4,
    ),
  );

/** "Obscures neither hilum", "loss of the architecture": denied in other words. */
const isTakenBack = ({ tokens }: ParsedText, { first, last }: Term): boolean =>
  /^(?:no|neither|none)$/.test(tokens[last + 1]?.lower ?? "") ||
  [1, 2, 3, 4, 5, 6].some((back) => /^(?:loss|lost|loses?|lose)$/.test(tokens[first - back]?.lower ?? ""));

/** "Juxtacortical", "upper": where, not what. */
const isPlace = ({ lexicon, draft }: CheckCase, { first, class: kind }: Term): boolean =>
  kind === "word" &&
  (lexicon.values.get(draft.tokens[first]?.form ?? "")?.alone.some(({ means }) => means.kind === "level") ??
    false);

/** Verbs of reporting that also say something of a finding. */
const isVerb = ({ tokens }: ParsedText, { first, last }: Term): boolean =>
  first === last &&
  /^(?:reach|extend|involv|affect|contain|caus|surround|occup|cover|compress|includ|aris|span|hold)/.test(
    tokens[first]?.lower ?? "",
  );

const none: readonly Place[] = [];

/** Where the sources have a term. */
function placesOf(texts: CheckCase, id: string): readonly Place[] {
  const known = texts.ofSources(wordKey, placesById);
  if (known.length === 1) return known[0]?.get(id) ?? none;
  return known.flatMap((places) => places.get(id) ?? none);
}

function placesById(parsed: ParsedText): [ReadonlyMap<string, readonly Place[]>] {
  const places = new Map<string, Place[]>();
  for (const term of parsed.terms) {
    const list = places.get(term.id);
    if (list) list.push({ parsed, term });
    else places.set(term.id, [{ parsed, term }]);
  }
  return [places];
}

/** "Free of significant disease" is one wording. */
const isWithinNormal = (parsed: ParsedText, { first, last }: Term): boolean =>
  mentions(parsed, "normal").some((normal) => normal.first <= first && normal.last >= last);

function isHedged(parsed: ParsedText, term: Term): boolean {
  const level = parsed.certainty[term.first] ?? -1;
  return level === 0 || level === 1;
}

/** The telling words that prepositions hang on a denied word: "no drainage to the axilla". */
function hungOn(parsed: ParsedText, term: Term): readonly Term[] {
  const at = parsed.phraseAt[term.first] ?? -1;
  const next = at < 0 ? undefined : parsed.phrases[at + 1];
  return next && next.before === parsed.phrases[at] && next.link !== "and" ? next.terms : [];
}

/** "No infradiaphragmatic disease": what describes the denied thing is also said where it is affirmed. */
function modifiersAreSaid(denied: ParsedText, term: Term, said: ParsedText, other: Term): boolean {
  const own = phraseOf(denied, term.first)?.terms.filter((one) => one !== term && one.weight >= 0.5) ?? [];
  const at = said.phraseAt[other.first] ?? -1;
  const there = [at, at + 1].flatMap((index) => said.phrases[index]?.terms ?? []);
  const sentence = said.termsOf[said.sentenceOf[other.first] ?? 0] ?? [];
  const hung = hungOn(denied, term);
  if (hung.some(({ id }) => !sentence.some((one) => one.id === id))) return false;
  return own.every((one) =>
    there.some(({ id, wider, parts }) => id === one.id || wider === one.id || parts.includes(one.id)),
  );
}

/** Another noun follows: the word only describes it. */
function isAttributive(parsed: ParsedText, term: Term): boolean {
  const phrase = phraseOf(parsed, term.first);
  return phrase?.terms.some((other) => other.first > term.last && other.weight >= 0.3) ?? false;
}

/** The "no" right before the words of a term, or the "is absent" right behind; not one further along the sentence. */
function deniedBy(parsed: ParsedText, term: Term): ValueMention | null {
  const from = phraseOf(parsed, term.first)?.first ?? term.first;
  const before = mentions(parsed, "negBefore").find(
    (cue) =>
      cue.last < term.first &&
      from - cue.last <= 2 &&
      !parsed.terms.some((one) => one.first > cue.last && one.last < from && one.weight >= 0.5) &&
      from > cue.last - 2 &&
      !/^(?:un|non|cannot|neither|nor|of|from)$/.test(parsed.tokens[cue.last]?.lower ?? ""),
  );
  if (before) return before;
  const to = phraseOf(parsed, term.first)?.last ?? term.last;
  return mentions(parsed, "negAfter").find((cue) => cue.first === to + 1) ?? null;
}
