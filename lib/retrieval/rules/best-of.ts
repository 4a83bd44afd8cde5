/**
 * The entries with the highest scores among those that `accepts` lets through, best first, without sorting all of them; of
 * equal ones the lower number.
 */
export function bestOf(
  entries: Iterable<number>,
  scoreOf: (entry: number) => number,
  limit: number,
  accepts: (entry: number) => boolean,
): readonly number[] {
  const best: number[] = [];
  const before = (a: number, b: number) => {
    const difference = scoreOf(a) - scoreOf(b);
    return difference > 0 || (difference === 0 && a < b);
  };
  for (const entry of entries) {
    const last = best[best.length - 1];
    if (best.length >= limit && last !== undefined && !before(entry, last)) continue;
    if (!accepts(entry)) continue;
    let at = best.length;
    while (at > 0 && before(entry, best[at - 1] ?? entry)) at -= 1;
    best.splice(at, 0, entry);
    if (best.length > limit) best.pop();
  }
  return best;
}
