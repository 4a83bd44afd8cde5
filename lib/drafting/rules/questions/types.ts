import type { PassageSpan } from "@/lib/reading/types";
import type { DraftingImage, DraftingPassage, SourceSentence } from "../../types/drafts";

/** What a question rule may look at. */
export interface QuestionContext {
  readonly images: readonly DraftingImage[];
  readonly passages: readonly DraftingPassage[];
  /** Captions and findings, each said once. A sentence of the only image of a case carries that image. */
  readonly sentences: readonly SourceSentence[];
}

export interface QuestionCandidate {
  readonly imageId: string | null;
  readonly question: string;
  readonly options: readonly string[];
  readonly answerIndexes: readonly number[];
  readonly answer: string;
  /** Quoted in the reasoning, and what the pair is checked against. */
  readonly sources: readonly (PassageSpan & { readonly text: string })[];
}

/** One kind of question; candidates come in the order of the sources. */
export interface QuestionRule {
  readonly id: string;
  readonly candidates: (context: QuestionContext) => QuestionCandidate[];
}

/** A closed question whose one right option stands at `index`. */
export function closed(
  sentence: SourceSentence,
  question: string,
  options: readonly string[],
  index: number,
): QuestionCandidate {
  return {
    imageId: sentence.imageId,
    question,
    options,
    answerIndexes: [index],
    answer: options[index] ?? "",
    sources: [sentence],
  };
}

export function open(sentence: SourceSentence, question: string, answer: string): QuestionCandidate {
  return { imageId: sentence.imageId, question, options: [], answerIndexes: [], answer, sources: [sentence] };
}
