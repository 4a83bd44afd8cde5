import type { CheckCase } from "./check-case";
import { scoreWith } from "./flag-score";
import weights from "./invention-weights.json" with { type: "json" };
import type { Term } from "./parsed-text";
import { likestSentence, sentenceContext } from "./source-sentences";
import { isFraming, strangeness, support } from "./strangeness";

/** What tells a sentence or clause that nobody wrote from a reworded one. Counts are of words that count as terms. */
export const inventionFeatures = {
  /** How much is new, by what weighs in `strangeness`. */
  novel: 0,
  /** The part of it that is new. */
  share: 0,
  novelShare: 0,
  /** It speaks of surgery, laboratory, history or advice that no source touches. */
  outside: 0,
  novelOutside: 0,
  /** It is a sentence, not a clause of one. */
  whole: 0,
  terms: 0,
  strange: 0,
  strangeFindings: 0,
  strangeParts: 0,
  strangeWords: 0,
  knownFindings: 0,
  knownParts: 0,
  /** How alike the source sentence most like it is. */
  near: 0,
  denied: 0,
  answers: 0,
};
export type InventionFeatures = Readonly<Record<keyof typeof inventionFeatures, number>>;

const leastNovel = 0.7;

/** The features of the tokens `first` to `last` of the draft; null where too little in them is new. */
export function inventionOf(
  texts: CheckCase,
  first: number,
  last: number,
  isSentence: boolean,
): InventionFeatures | null {
  const { novel, share, outside } = strangeness(texts, first, last);
  if (novel < leastNovel) return null;
  const { draft } = texts;
  const terms = draft.terms.filter(
    (term) => term.first >= first && term.last <= last && term.weight >= 0.3 && !isFraming(draft, term),
  );
  const isStrange = (term: Term) => support(texts, term) < 0.3;
  const strange = (kind: Term["class"]) =>
    terms.filter((term) => term.class === kind && isStrange(term)).length;
  const known = (kind: Term["class"]) =>
    terms.filter((term) => term.class === kind && !isStrange(term)).length;
  return {
    novel,
    share,
    novelShare: novel * share,
    outside: Number(outside),
    novelOutside: novel * Number(outside),
    whole: Number(isSentence),
    terms: terms.length,
    strange: terms.filter((term) => support(texts, term) < 0.65).length,
    strangeFindings: strange("finding"),
    strangeParts: strange("anatomy"),
    strangeWords: strange("word"),
    knownFindings: known("finding"),
    knownParts: known("anatomy"),
    near: likestSentence(texts, sentenceContext(texts, draft, first, [first, last]))?.near ?? 0,
    denied: Number(terms.some((term) => draft.negated[term.first] === 1)),
    answers: Number(texts.question !== null),
  };
}

/** Whether a sentence or clause is likely enough invented, by weights that `testing/fit-invention.ts` fits. */
export function isLikelyInvented(
  texts: CheckCase,
  first: number,
  last: number,
  isSentence: boolean,
): boolean {
  const features = inventionOf(texts, first, last, isSentence);
  return features !== null && scoreWith(weights, "unsupported", features) >= weights.least;
}
