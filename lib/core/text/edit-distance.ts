import { distance } from "fastest-levenshtein";

/** Levenshtein distance over code units by the length of the longer text: 0 = the same, 1 = nothing kept. */
export function normalisedEditDistance(before: string, after: string): number {
  const longest = Math.max(before.length, after.length);
  return longest === 0 ? 0 : distance(before, after) / longest;
}
