import { chooseWindow, type DisplayWindow, windowShare } from "./choose-window";

/** What grey values need to know of an instance; any fuller description of one will do. */
type GreyMetadata = Parameters<typeof chooseWindow>[0] & {
  readonly voiFunction: Parameters<typeof windowShare>[2];
  readonly photometricInterpretation: string;
};

/**
 * Stored values to grey 0 to 255 under a window (the first of the instance where none is given) and its VOI function (PS3.3 C.11.2.1.2 and
 * C.11.2.1.3); MONOCHROME1 is turned round, so that 255 is white always.
 */
export function greyValues(
  stored: ArrayLike<number>,
  metadata: GreyMetadata,
  window: Pick<DisplayWindow, "center" | "width"> = chooseWindow(metadata),
): Uint8Array {
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
