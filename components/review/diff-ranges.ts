import { wordDiff } from "@/lib/core/text/word-diff";

/** Code unit offsets into a text, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

function rangesOf(before: string, after: string, kind: "added" | "removed"): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const piece of wordDiff(before, after)) {
    if (piece.kind !== "same" && piece.kind !== kind) continue;
    if (piece.kind === kind && /[\p{L}\p{N}]/u.test(piece.text)) {
      const lead = piece.text.length - piece.text.trimStart().length;
      ranges.push({ start: at + lead, end: at + lead + piece.text.trim().length });
    }
    at += piece.text.length;
  }
  return ranges;
}

/** What `after` has and `before` has not, as ranges of `after`. */
export const addedRanges = (before: string, after: string) => rangesOf(before, after, "added");
/** What `before` has and `after` has not, as ranges of `before`. */
export const removedRanges = (before: string, after: string) => rangesOf(before, after, "removed");

export interface TextPiece extends TextRange {
  readonly text: string;
  readonly marked: boolean;
}

export interface LayeredPiece<M> extends TextRange {
  readonly text: string;
  readonly added: boolean;
  /** The first of the marks that lie over it. */
  readonly mark: M | null;
}

/** The part of a text between two offsets, cut where additions or marks begin and end; the two may overlap. */
export function layeredPieces<M extends TextRange>(
  text: string,
  part: TextRange,
  added: readonly TextRange[],
  marks: readonly M[],
): readonly LayeredPiece<M>[] {
  const inside = (at: number) => at > part.start && at < part.end;
  const cuts = [...added, ...marks].flatMap(({ start, end }) => [start, end]).filter(inside);
  const edges = [...new Set([part.start, ...cuts, part.end])].sort((one, other) => one - other);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? part.end;
    const over = (range: TextRange) => range.start < end && range.end > start;
    return {
      start,
      end,
      text: text.slice(start, end),
      added: added.some(over),
      mark: marks.find(over) ?? null,
    };
  });
}

/** The part of a text between two offsets, cut where marks begin and end. */
export function piecesOf(text: string, part: TextRange, marks: readonly TextRange[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ start, end, text: text.slice(start, end), marked });
  };
  let at = part.start;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, part.end);
    if (end <= start) continue;
    push(at, start, false);
    push(start, end, true);
    at = end;
  }
  push(at, part.end, false);
  return pieces;
}
