import { type DisplayWindow, windowBetween } from "./choose-window";

/**
 * A window over the middle of the values, for images whose header brings none. Background that fills more than a
 * quarter of the image with the smallest value is left out.
 * @param values stored values; at most about 65,000 of them are looked at
 * @param low and high are fractions, 0 to 1
 */
export function percentileWindow(
  values: ArrayLike<number>,
  rescale: { readonly slope: number; readonly intercept: number } | null,
  low = 0.005,
  high = 0.995,
): DisplayWindow | null {
  const step = Math.max(1, Math.floor(values.length / 65_536));
  const sample: number[] = [];
  for (let index = 0; index < values.length; index += step) sample.push(values[index] ?? 0);
  sample.sort((a, b) => a - b);
  const least = sample[0];
  if (least === undefined) return null;
  const background = sample.findIndex((value) => value !== least);
  const used = background > sample.length / 4 ? sample.slice(background) : sample;
  const at = (fraction: number) => used[Math.round(fraction * (used.length - 1))] ?? least;
  const slope = rescale?.slope ?? 1;
  const intercept = rescale?.intercept ?? 0;
  const ends = [at(low) * slope + intercept, at(high) * slope + intercept];
  return windowBetween(Math.min(...ends), Math.max(...ends), "0.5 to 99.5 percentile");
}
