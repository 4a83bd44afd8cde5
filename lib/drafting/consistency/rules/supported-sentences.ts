import type { SupportedSentence } from "../types";
import type { CheckCase, Conflict } from "./check-case";
import { contextOf, similarity } from "./compare-context";

const sentenceKey = Symbol("sentence");

const leastLikeness = 0.3;

/** The sentences of the draft without a conflict, each with the source sentence that is most like it. */
export function supportedSentences(texts: CheckCase, conflicts: readonly Conflict[]): SupportedSentence[] {
  const whole = { cut: 0.2 };
  const known = texts.ofSources(sentenceKey, (parsed) =>
    parsed.sentences.map((sentence) => ({
      parsed,
      sentence,
      context: contextOf(texts, parsed, sentence.first, sentence.first - 1, whole),
    })),
  );
  return texts.draft.sentences.flatMap((sentence) => {
    const { start, end } = sentence;
    if (conflicts.some((conflict) => conflict.start < end && conflict.end > start)) return [];
    const context = contextOf(texts, texts.draft, sentence.first, sentence.first - 1, whole);
    let best: { near: number; passageId: string; start: number; end: number } | null = null;
    for (const other of known) {
      const near = similarity(context, other.context);
      if (near >= leastLikeness && (!best || near > best.near))
        best = {
          near,
          passageId: other.parsed.passageId ?? "",
          start: other.sentence.start,
          end: other.sentence.end,
        };
    }
    return best
      ? [{ start, end, evidence: { passageId: best.passageId, start: best.start, end: best.end } }]
      : [];
  });
}
