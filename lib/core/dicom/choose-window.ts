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
  readonly voiFunction?: VoiFunction;
}

/** VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3. */
export type VoiFunction = "LINEAR" | "LINEAR_EXACT" | "SIGMOID";

/** Explanation of a window that was made at import to come nearest to a VOI LUT Sequence. */
export const nearestToTable = "Nearest to VOI LUT";

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
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const whole = windowBetween(low, high, "smallest to largest");
  if (source.voiFunction !== "LINEAR_EXACT" || low === high) return whole;
  return { ...whole, center: (low + high) / 2, width: high - low };
}

/** How bright a value is under a window: below 0 is black, above 1 is white, whatever lies between is grey. */
export function windowShare(
  value: number,
  { center, width }: Pick<DisplayWindow, "center" | "width">,
  kind: VoiFunction,
): number {
  switch (kind) {
    case "LINEAR":
      if (width <= 1) return value > center - 0.5 ? 1 : 0;
      return (value - (center - 0.5)) / (width - 1) + 0.5;
    case "LINEAR_EXACT":
      return (value - center) / width + 0.5;
    case "SIGMOID":
      return 1 / (1 + Math.exp((-4 * (value - center)) / width));
    default:
      return kind satisfies never;
  }
}

/** Window whose LINEAR function maps `low` to black and `high` to white (PS3.3 C.11.2.1.2.1). */
export function windowBetween(low: number, high: number, explanation: string): DisplayWindow {
  const width = high - low + 1;
  return { center: low + width / 2, width, explanation };
}
