/** Two-sided, 95 %. */
const z = 1.959964;

export interface Proportion {
  /** All three in [0, 1]. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A proportion with its 95 % interval by Wilson's score (1927), without continuity correction; null of nothing. */
export function wilsonInterval(successes: number, count: number): Proportion | null {
  if (count === 0) return null;
  const share = successes / count;
  const scale = 1 + (z * z) / count;
  const middle = (share + (z * z) / (2 * count)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / scale;
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
