import { wordDiff } from "./word-diff";

/** UTF-16 code unit offsets into a text, end exclusive. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

interface KeptPiece extends TextPlace {
  /** What is added to an offset of the old text to find it in the new one. */
  readonly shift: number;
}

const insideWord = (text: string, at: number) => /^[\p{L}\p{N}_]{2}$/u.test(text.slice(at - 1, at + 1));

/** The pieces of the old text that stand unchanged in the new one, in order; those that touch are one. */
function keptPieces(before: string, after: string): readonly KeptPiece[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  // A word that begins like another one is not half kept.
  while (head > 0 && (insideWord(before, head) || insideWord(after, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const splits = (text: string) => insideWord(text, text.length - tail);
  while (tail > 0 && (splits(before) || splits(after))) tail -= 1;
  const kept: KeptPiece[] = [];
  const keep = (start: number, end: number, shift: number) => {
    const last = kept[kept.length - 1];
    if (end <= start) return;
    if (last && last.end === start && last.shift === shift) kept[kept.length - 1] = { ...last, end };
    else kept.push({ start, end, shift });
  };
  keep(0, head, 0);
  let old = head;
  let young = head;
  for (const { kind, text } of wordDiff(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  )) {
    if (kind === "same") keep(old, old + text.length, young - old);
    if (kind !== "added") old += text.length;
    if (kind !== "removed") young += text.length;
  }
  keep(before.length - tail, before.length, after.length - before.length);
  return kept;
}

/**
 * Carries places of a text over to what became of it by editing. A place whose words were touched, or into which words
 * were put, is null; every other one holds the very words it held.
 */
export function moveSpans<P extends TextPlace>(
  before: string,
  after: string,
  places: readonly P[],
): readonly (P | null)[] {
  if (before === after) return places;
  const kept = keptPieces(before, after);
  return places.map((place) => {
    const piece = kept.find(({ start, end }) => place.start >= start && place.end <= end);
    return piece ? { ...place, start: place.start + piece.shift, end: place.end + piece.shift } : null;
  });
}
