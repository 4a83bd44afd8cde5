import type { InstanceMetadata } from "@/lib/cases/types";
import type { WindowValue } from "./presets";

/** The window an instance asks for, else one over all its values. In rescaled values; colour is shown as it is. */
export function defaultWindow(metadata: InstanceMetadata): WindowValue {
  if (metadata.samplesPerPixel === 3) return { center: 128, width: 256 };
  const exact = metadata.voiFunction === "LINEAR_EXACT";
  const stated = metadata.windows.find(({ width }) => (exact ? width > 0 : width >= 1));
  if (stated) return { center: stated.center, width: stated.width };
  const [least, most] = valueRange(metadata);
  if (exact && most > least) return { center: (least + most) / 2, width: most - least };
  return { center: (least + most + 1) / 2, width: Math.max(1, most - least + 1) };
}

/** Smallest and largest rescaled value of an instance. */
export function valueRange(metadata: InstanceMetadata): readonly [number, number] {
  const { slope, intercept } = metadata.rescale ?? { slope: 1, intercept: 0 };
  const ends = [metadata.smallestValue * slope + intercept, metadata.largestValue * slope + intercept];
  return [Math.min(...ends), Math.max(...ends)];
}

/** The values shown black and white (PS3.3 C.11.2.1.2: LINEAR and LINEAR_EXACT differ by half a step). */
export function windowRange(
  value: WindowValue,
  voiFunction: InstanceMetadata["voiFunction"],
): { readonly lower: number; readonly upper: number } {
  if (voiFunction === "LINEAR_EXACT")
    return { lower: value.center - value.width / 2, upper: value.center + value.width / 2 };
  const half = Math.max(value.width - 1, 1e-6) / 2;
  return { lower: value.center - 0.5 - half, upper: value.center - 0.5 + half };
}
