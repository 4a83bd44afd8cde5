export interface ValueStatistics {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (divided by count - 1); 0 for a single value. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

/** Mean, deviation and range of values in one pass (Welford 1962); null where there are none. */
export function valueStatistics(values: Iterable<number>): ValueStatistics | null {
  let count = 0;
  let mean = 0;
  let squares = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    count += 1;
    const offset = value - mean;
    mean += offset / count;
    squares += offset * (value - mean);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (count === 0) return null;
  return { count, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, least, most };
}
