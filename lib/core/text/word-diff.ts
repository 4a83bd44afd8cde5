import { diffWordsWithSpace } from "diff";

export interface DiffPiece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/**
 * What became of a text, word by word. The pieces that are same or removed make `before`, those that are same or added
 * make `after`, white space included.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
