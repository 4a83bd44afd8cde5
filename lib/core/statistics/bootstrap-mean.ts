import { seededRandom } from "./seeded-random";

export interface MeanInterval {
  readonly mean: number;
  /** The 2.5th and 97.5th percentile of the means of resampled groups. */
  readonly low: number;
  readonly high: number;
}

const resamples = 2000;

/**
 * The mean of all values with its 95 % percentile interval by a bootstrap over groups: values of one group, such as several
 * people's ratings of one text, are drawn together. The same values and seed give the same interval. Null of nothing.
 */
export function bootstrapMean(groups: readonly (readonly number[])[], seed: number): MeanInterval | null {
  const filled = groups
    .filter((group) => group.length > 0)
    .map((group) => ({ count: group.length, sum: sum(group) }));
  if (filled.length === 0) return null;
  const random = seededRandom(seed);
  const means = Array.from({ length: resamples }, () => {
    let [total, count] = [0, 0];
    for (let drawn = 0; drawn < filled.length; drawn += 1) {
      const group = filled[Math.floor(random() * filled.length)];
      total += group?.sum ?? 0;
      count += group?.count ?? 0;
    }
    return total / count;
  }).sort((a, b) => a - b);
  const mean = sum(filled.map((group) => group.sum)) / sum(filled.map((group) => group.count));
  return {
    mean,
    low: means[Math.floor(0.025 * resamples)] ?? mean,
    high: means[Math.ceil(0.975 * resamples) - 1] ?? mean,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
