import { splitSentences } from "./split-sentences";

export interface SourceText {
  readonly id: string;
  readonly text: string;
}

/** A sentence of a text and the source sentences it shares most of its words with; offsets in code units, end exclusive. */
export interface AlignedSentence {
  readonly start: number;
  readonly end: number;
  readonly sources: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

const functionWords = new Set(
  "a an and are as at be by for from has have in is it its no of on or shows seen that the there this to was were which with".split(
    " ",
  ),
);

function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
  return new Set(words.filter((word) => !functionWords.has(word)));
}

/** Shared words over the words of the shorter of the two (overlap coefficient, Szymkiewicz-Simpson); 0 for an empty one. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [shorter, longer] = left.size <= right.size ? [left, right] : [right, left];
  if (shorter.size === 0) return 0;
  return [...shorter].filter((word) => longer.has(word)).length / shorter.size;
}

/**
 * Points each sentence of `text` to what it seems to come from: its best source sentence, where at least half of the
 * shorter one's words are shared and at least two of them. A hint where to look, not a proof.
 * @param sources the likelier first: of equal matches the earlier wins.
 */
export function alignSentences(text: string, sources: readonly SourceText[]): AlignedSentence[] {
  const candidates = sources.flatMap(({ id, text: sourceText }) =>
    splitSentences(sourceText).map(({ start, end, text: sentence }) => ({
      id,
      start,
      end,
      words: contentWords(sentence),
    })),
  );
  return splitSentences(text).map(({ start, end, text: sentence }) => {
    const words = contentWords(sentence);
    let best: (typeof candidates)[number] | null = null;
    let bestScore = 0;
    for (const candidate of candidates) {
      const shared = [...words].filter((word) => candidate.words.has(word)).length;
      const score = shared < 2 ? 0 : overlap(words, candidate.words) + shared / 1000;
      if (score <= bestScore) continue;
      best = candidate;
      bestScore = score;
    }
    const found = best && bestScore >= 0.5 ? [{ id: best.id, start: best.start, end: best.end }] : [];
    return { start, end, sources: found };
  });
}
