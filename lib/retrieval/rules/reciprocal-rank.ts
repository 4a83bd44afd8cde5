/** What softens the difference between the first places (Cormack, Clarke and Buettcher 2009). */
const constant = 60;

/** The share of one list in the score of what stands at a place of it, counted from 1. */
export const reciprocalRank = (rank: number): number => 1 / (constant + rank);

/** Lists of ids, best first, joined to one: the sum over the lists, best first; of equal ones the one met first. */
export function joinByRank(
  lists: readonly (readonly string[])[],
): readonly { readonly id: string; readonly score: number }[] {
  const scores = new Map<string, number>();
  for (const list of lists)
    for (const [at, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + reciprocalRank(at + 1));
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}
