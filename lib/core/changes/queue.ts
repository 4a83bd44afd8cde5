import { type ItemChange, type SavedItem, sameItem } from "./types";

/**
 * Adds a change to those not yet sent. A change of an item that already waits takes its place and keeps the first
 * base: that is the revision both were made on.
 */
export function coalesce<C extends ItemChange>(queue: readonly C[], change: C): readonly C[] {
  const index = queue.findIndex((waiting) => sameItem(waiting, change));
  const waiting = queue[index];
  return waiting ? queue.with(index, { ...change, base: waiting.base }) : [...queue, change];
}

/** The waiting changes after an acknowledgement: those of the items saved are now based on the revisions saved. */
export function rebase<C extends ItemChange>(queue: readonly C[], saved: readonly SavedItem[]): readonly C[] {
  return queue.map((change) => {
    const item = saved.find((candidate) => sameItem(candidate, change));
    return item ? { ...change, base: item.revision } : change;
  });
}
