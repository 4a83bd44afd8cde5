import type { CheckCase, Conflict } from "./check-case";
import { contextOf, similarity } from "./compare-context";
import type { ParsedText, Term } from "./parsed-text";
import { likestSentence, sentenceContext } from "./source-sentences";
import { support } from "./strangeness";

/** What a flag stands on, in figures: how well draft and source fit each other around it. All but two are parts of one. */
export const flagFeatures = {
  /** How alike the words around the flag and those around its evidence are. */
  evidenceNear: 0,
  /** The same of the nearest place of a source that has a word of the flag itself. */
  sameWordNear: 0,
  /** How alike the sentence and the source sentence most like it are. */
  sentenceNear: 0,
  /** Of the other words of the sentence, the part that the sources have. */
  sentenceKnown: 0,
  /** Of the other words of the clause of the evidence, the part that the clause of the draft has. */
  evidenceClauseSaid: 0,
  /** Of the other words of the sentence of the evidence, the part that the draft has. */
  evidenceSentenceSaid: 0,
  /** Of the words of the evidence, the part that the sentence has beside the flag. */
  evidenceSaidToo: 0,
  /** Of the words of the flag, the part that the sources have. */
  wordsKnown: 0,
  /** Of the words of the flag, the part that the sentence of the evidence has. */
  wordsInEvidence: 0,
  /** Words of the sentence beside the flag that no source has, counted. */
  strangeBeside: 0,
  /** Words of the flag that no source has, counted. */
  strangeWithin: 0,
};
export type FlagFeatures = Readonly<Record<keyof typeof flagFeatures, number>>;

/** The part of a conflict that its features are made of. */
type Judgeable = Pick<Conflict, "start" | "end" | "evidence">;

interface Place {
  readonly parsed: ParsedText;
  readonly first: number;
  readonly last: number;
}

const sameClause = 0.5;
const leastWeight = 0.3;

/** The features of a conflict of the draft. Where its evidence is in no passage, those of the evidence are 0. */
export function featuresOf(texts: CheckCase, conflict: Judgeable): FlagFeatures {
  const { draft } = texts;
  const place = placeAt(draft, conflict);
  const around = contextOf(texts, draft, place.first, place.last);
  const sentence = draft.termsOf[draft.sentenceOf[place.first] ?? 0] ?? [];
  const beside = besides(sentence, place);
  const words = stemsIn(place);
  const isStrange = (term: Term) => support(texts, term) < 0.3;
  return {
    ...flagFeatures,
    sameWordNear: nearestOf(texts, words, around),
    sentenceNear: likestSentence(texts, sentenceContext(texts, draft, startOf(place)))?.near ?? 0,
    sentenceKnown: partOf(
      texts,
      beside,
      texts.sources.flatMap(({ terms }) => terms),
    ),
    wordsKnown: shareOf(words, (stem) =>
      texts.sources.some(({ tokens }) => tokens.some((one) => one.stem === stem)),
    ),
    strangeBeside: beside.filter(isStrange).length,
    strangeWithin: within(sentence, place).filter(isStrange).length,
    ...evidenceFeatures(texts, conflict, place, around),
  };
}

function evidenceFeatures(
  texts: CheckCase,
  { evidence }: Judgeable,
  place: Place,
  around: ReturnType<typeof contextOf>,
): Partial<FlagFeatures> {
  if (evidence.from !== "passage") return {};
  const parsed = texts.sources.find(({ passageId }) => passageId === evidence.span.passageId);
  if (!parsed) return {};
  const there = placeAt(parsed, evidence.span);
  const { draft } = texts;
  const sentence = draft.termsOf[draft.sentenceOf[place.first] ?? 0] ?? [];
  const wanted = besides(parsed.termsOf[parsed.sentenceOf[there.first] ?? 0] ?? [], there);
  const clause = [
    ...besides(sentence, place).filter((term) => isNear(place, term)),
    ...within(sentence, place),
  ];
  const { own, others } = sentenceStems(place);
  return {
    evidenceNear: similarity(around, contextOf(texts, parsed, there.first, there.last)),
    evidenceClauseSaid: partOf(
      texts,
      wanted.filter((term) => isNear(there, term)),
      clause,
    ),
    evidenceSentenceSaid: partOf(texts, wanted, draft.terms),
    evidenceSaidToo: shareOf(stemsIn(there), (stem) => others.has(stem)),
    wordsInEvidence: shareOf(own, (stem) => sentenceStems(there).all.has(stem)),
  };
}

/** The tokens that stand between two offsets, at least one. */
function placeAt(parsed: ParsedText, { start, end }: { start: number; end: number }): Place {
  const { tokens } = parsed;
  let first = tokens.findIndex((token) => token.end > start);
  if (first < 0) first = tokens.length - 1;
  let last = first;
  while ((tokens[last + 1]?.start ?? end) < end) last += 1;
  return { parsed, first, last };
}

const besides = (terms: readonly Term[], { first, last }: Place): Term[] =>
  terms.filter((term) => (term.last < first || term.first > last) && term.weight >= leastWeight);

const within = (terms: readonly Term[], { first, last }: Place): Term[] =>
  terms.filter((term) => term.first >= first && term.last <= last);

const isNear = ({ parsed, first }: Place, term: Term): boolean =>
  Math.abs((parsed.boundary[term.first] ?? 0) - (parsed.boundary[first] ?? 0)) < sameClause;

/** The first token of the sentence of a place. */
const startOf = ({ parsed, first }: Place): number =>
  parsed.sentences[parsed.sentenceOf[first] ?? 0]?.first ?? 0;

const isWord = (lower: string): boolean => /[\p{L}\d]/u.test(lower);

/** The telling words of a place, without "does not"; where there is none, as with a figure, all of them. */
function stemsIn({ parsed, first, last }: Place): Set<string> {
  const all = parsed.tokens.slice(first, last + 1).filter(({ lower }) => isWord(lower));
  const { terms } = parsed;
  const telling = all.filter((token) =>
    terms.some(
      (term) =>
        term.weight >= leastWeight &&
        (parsed.tokens[term.first]?.start ?? 0) <= token.start &&
        (parsed.tokens[term.last]?.end ?? 0) >= token.end,
    ),
  );
  return new Set((telling.length > 0 ? telling : all).map(({ stem }) => stem));
}

/** The words of a place, of the rest of its sentence, and of both. */
function sentenceStems(place: Place) {
  const { parsed, first, last } = place;
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  const others = new Set<string>();
  for (let at = sentence?.first ?? first; at <= (sentence?.last ?? last); at += 1)
    if (at < first || at > last) others.add(parsed.tokens[at]?.stem ?? "");
  const own = stemsIn(place);
  return { own, others, all: new Set([...own, ...others]) };
}

function shareOf(stems: ReadonlySet<string>, has: (stem: string) => boolean): number {
  return stems.size === 0 ? 0 : [...stems].filter(has).length / stems.size;
}

/** By weight; a half where there are no words to have. */
function partOf(texts: CheckCase, terms: readonly Term[], others: readonly Term[]): number {
  let known = 0;
  let all = 0;
  for (const term of terms) {
    const weight = texts.weightOf(term);
    all += weight;
    if (others.some((other) => isAlike(term, other))) known += weight;
  }
  return all === 0 ? 0.5 : known / all;
}

const isAlike = (a: Term, b: Term): boolean =>
  a.id === b.id || a.wider === b.id || a.id === b.wider || a.parts.includes(b.id) || b.parts.includes(a.id);

/** How alike the surroundings of any of the words in the sources are. */
function nearestOf(
  texts: CheckCase,
  stems: ReadonlySet<string>,
  around: ReturnType<typeof contextOf>,
): number {
  let best = 0;
  for (const source of texts.sources)
    source.tokens.forEach(({ stem }, at) => {
      if (stems.has(stem)) best = Math.max(best, similarity(around, contextOf(texts, source, at, at)));
    });
  return best;
}
