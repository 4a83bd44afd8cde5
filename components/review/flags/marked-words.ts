import { moveSpans } from "@/lib/core/text/move-span";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { SpanValue } from "@/lib/reading/schema";
import type { ReadingItems } from "@/lib/reading/types";
import type { TextRange } from "../diff-ranges";
import type { Entry } from "../entries";

/** Words that the reader marked, where they stand in the text now. */
export interface MarkedWords {
  readonly id: string;
  readonly value: SpanValue;
  /** The words as the draft has them. */
  readonly quote: string;
  /** Null where an edit has changed the words. */
  readonly place: TextRange | null;
}

/** The reader's marks on a draft, in the order of its words; an edit carries them along. */
export function markedWords(
  { id: draftId, draft, payload }: Pick<Entry, "id" | "draft" | "payload">,
  spans: ReadingItems["span"],
): readonly MarkedWords[] {
  if (!draft) return [];
  const [before, after] = [draftText(draft.payload), draftText(payload)];
  const own = spans
    .flatMap(({ id, value }) => (value?.draftId === draftId ? [{ id, value }] : []))
    .sort((one, other) => one.value.start - other.value.start || one.value.end - other.value.end);
  const places = moveSpans(
    before,
    after,
    own.map(({ value: { start, end } }) => ({ start, end })),
  );
  return own.map(({ id, value }, index) => ({
    id,
    value,
    quote: before.slice(value.start, value.end),
    place: places[index] ?? null,
  }));
}

const wordAt = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Whole words only: a range that begins or ends within a word takes all of it; without a word it is null. */
export function wholeWords(text: string, range: TextRange): TextRange | null {
  const inside = [...text.matchAll(wordAt)].filter(
    ({ index, 0: word }) => index < range.end && index + word.length > range.start,
  );
  const first = inside[0];
  const last = inside[inside.length - 1];
  return first && last ? { start: first.index, end: last.index + last[0].length } : null;
}

/** Moves the start or the end of a range by one word; at least one word stays. */
export function moveEdge(text: string, range: TextRange, edge: "start" | "end", step: 1 | -1): TextRange {
  const words = [...text.matchAll(wordAt)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const first = words.findIndex(({ end }) => end > range.start);
  const last = words.findLastIndex(({ start }) => start < range.end);
  if (first < 0 || last < first) return range;
  const from = edge === "start" ? Math.min(last, Math.max(0, first + step)) : first;
  const to = edge === "end" ? Math.max(first, Math.min(words.length - 1, last + step)) : last;
  return { start: words[from]?.start ?? range.start, end: words[to]?.end ?? range.end };
}
