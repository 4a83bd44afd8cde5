export interface SelectedSlice {
  /** Index along the stack's positions, 0 up. */
  readonly index: number;
  readonly chosenBy: "annotated" | "sampled";
}

/** `wanted` of `items`, at the middles of equal shares of the list. */
function spread(items: readonly number[], wanted: number): readonly number[] {
  if (wanted >= items.length) return items;
  return Array.from(
    { length: wanted },
    (_, share) => items[Math.floor(((share + 0.5) * items.length) / wanted)] ?? 0,
  );
}

/**
 * At most `limit` slices of a volume: annotated ones first, then evenly sampled others (arXiv 2410.14948, section 3:
 * every slice of a volume made the model worse, 63.8 against 67.1). Ascending by index.
 */
export function selectSlices(
  count: number,
  annotated: Iterable<number>,
  limit = 20,
): readonly SelectedSlice[] {
  const marked = new Set([...annotated].filter((index) => index >= 0 && index < count));
  const first = spread(
    [...marked].sort((a, b) => a - b),
    limit,
  );
  const others = Array.from({ length: count }, (_, index) => index).filter((index) => !marked.has(index));
  const sampled = spread(others, Math.max(0, limit - first.length));
  return [
    ...first.map((index) => ({ index, chosenBy: "annotated" as const })),
    ...sampled.map((index) => ({ index, chosenBy: "sampled" as const })),
  ].sort((a, b) => a.index - b.index);
}
