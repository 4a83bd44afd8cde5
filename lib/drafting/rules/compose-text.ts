import type { DraftSentence, PassageSpan } from "@/lib/reading/types";

export interface TextPart {
  readonly text: string;
  readonly sources: readonly PassageSpan[];
  /** What stands between this part and the one before it; a space when left out. */
  readonly before?: string;
}

export interface ComposedText {
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
}

/** Joins parts to one text and keeps where each of them lies in it. */
export function composeText(parts: readonly TextPart[]): ComposedText {
  let text = "";
  const sentences = parts.map((part, index): DraftSentence => {
    if (index > 0) text += part.before ?? " ";
    const start = text.length;
    text += part.text;
    return {
      id: `s${index + 1}`,
      start,
      end: text.length,
      sources: part.sources.map(({ passageId, start: from, end }) => ({ passageId, start: from, end })),
    };
  });
  return { text, sentences };
}
