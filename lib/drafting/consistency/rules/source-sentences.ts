import type { CheckCase } from "./check-case";
import { type Context, contextOf, similarity } from "./compare-context";
import type { ParsedText } from "./parsed-text";

interface SourceSentence {
  readonly parsed: ParsedText;
  readonly sentence: ParsedText["sentences"][number];
  readonly context: Context;
}

const sentenceKey = Symbol("sentence");

/** The context of the sentence that begins at a token, as a whole: commas hardly cut it. `within`: only terms from one token to another. */
export const sentenceContext = (
  texts: CheckCase,
  parsed: ParsedText,
  first: number,
  within?: readonly [number, number],
): Context => contextOf(texts, parsed, first, first - 1, { cut: 0.2, ...(within ? { within } : {}) });

/** The source sentence most like a context, 0 to 1; null where none has anything in common with it. */
export function likestSentence(
  texts: CheckCase,
  context: Context,
): (SourceSentence & { readonly near: number }) | null {
  const known = texts.ofSources(sentenceKey, (parsed) =>
    parsed.sentences.map(
      (sentence): SourceSentence => ({
        parsed,
        sentence,
        context: sentenceContext(texts, parsed, sentence.first),
      }),
    ),
  );
  let best: SourceSentence | null = null;
  let likeness = 0;
  for (const other of known) {
    const near = similarity(context, other.context);
    if (near <= likeness) continue;
    likeness = near;
    best = other;
  }
  return best && { ...best, near: likeness };
}
