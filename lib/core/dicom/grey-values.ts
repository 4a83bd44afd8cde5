import type { InstanceMetadata } from "@/lib/cases/types";
import { chooseWindow, windowShare } from "@/lib/core/dicom/choose-window";

/**
 * Stored values to grey 0 to 255 under the first window of the instance and its VOI function (PS3.3 C.11.2.1.2 and
 * C.11.2.1.3); MONOCHROME1 is turned round, so that 255 is white always.
 */
export function greyValues(stored: ArrayLike<number>, metadata: InstanceMetadata): Uint8Array {
  const window = chooseWindow(metadata);
  const slope = metadata.rescale?.slope ?? 1;
  const intercept = metadata.rescale?.intercept ?? 0;
  const inverted = metadata.photometricInterpretation === "MONOCHROME1";
  const grey = new Uint8Array(stored.length);
  for (let index = 0; index < stored.length; index += 1) {
    const value = (stored[index] ?? 0) * slope + intercept;
    const share = Math.min(1, Math.max(0, windowShare(value, window, metadata.voiFunction)));
    const shade = Math.round(share * 255);
    grey[index] = inverted ? 255 - shade : shade;
  }
  return grey;
}
