export interface DisplayWindow {
  readonly center: number;
  readonly width: number;
  readonly explanation: string | null;
}

interface WindowSource {
  readonly windows: readonly DisplayWindow[];
  readonly smallestValue: number;
  readonly largestValue: number;
  readonly rescale: { readonly slope: number; readonly intercept: number } | null;
}

/**
 * The first usable window of the header, else one from the smallest to the largest value.
 * Centre and width are in units after rescale (PS3.3 C.11.2.1.2); a width below 1 is not usable unless values are fractions.
 */
export function chooseWindow(source: WindowSource): DisplayWindow {
  const usable = source.windows.find((window) => Number.isFinite(window.center) && window.width > 0);
  if (usable) return usable;
  const slope = source.rescale?.slope ?? 1;
  const intercept = source.rescale?.intercept ?? 0;
  const ends = [source.smallestValue * slope + intercept, source.largestValue * slope + intercept];
  return windowBetween(Math.min(...ends), Math.max(...ends), "smallest to largest");
}

/** Window whose LINEAR function maps `low` to black and `high` to white (PS3.3 C.11.2.1.2.1). */
export function windowBetween(low: number, high: number, explanation: string): DisplayWindow {
  const width = high - low + 1;
  return { center: low + width / 2, width, explanation };
}
