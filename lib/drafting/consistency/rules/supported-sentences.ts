import type { SupportedSentence } from "../types";
import type { CheckCase, Conflict } from "./check-case";
import { likestSentence, sentenceContext } from "./source-sentences";

const leastLikeness = 0.3;

/** The sentences of the draft without a conflict, each with the source sentence that is most like it. */
export function supportedSentences(texts: CheckCase, conflicts: readonly Conflict[]): SupportedSentence[] {
  return texts.draft.sentences.flatMap(({ start, end, first }) => {
    if (conflicts.some((conflict) => conflict.start < end && conflict.end > start)) return [];
    const best = likestSentence(texts, sentenceContext(texts, texts.draft, first));
    if (!best || best.near < leastLikeness) return [];
    const { parsed, sentence } = best;
    return [
      {
        start,
        end,
        evidence: { passageId: parsed.passageId ?? "", start: sentence.start, end: sentence.end },
      },
    ];
  });
}
