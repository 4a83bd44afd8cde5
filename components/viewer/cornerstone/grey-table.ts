import type { Types } from "@cornerstonejs/core";
import { type VoiFunction, windowShare } from "@/lib/core/dicom/choose-window";

/** What the table needs to know of an image; the library's has more. */
type TabledImage = Pick<
  Types.IImage,
  "minPixelValue" | "maxPixelValue" | "slope" | "intercept" | "isPreScaled" | "cachedLut"
> & { readonly voiLUTFunction?: string };

/**
 * Stands in the bundle for the CPU renderer's table of greys (see next.config.ts), whose own draws every window as a
 * line: fills the image's table, one grey of 0 to 255 for each stored value, by its VOI LUT Function (PS3.3 C.11.2.1.3).
 * The library hands every window over as a LINEAR one, so LINEAR_EXACT has become the LINEAR window with the same ends.
 */
export default function fillGreyTable(
  image: TabledImage,
  width: number,
  center: number,
  inverted: boolean,
): Uint8ClampedArray {
  const { minPixelValue: least, maxPixelValue: most } = image;
  const first = Math.min(least, 0);
  image.cachedLut ??= {};
  image.cachedLut.lutArray ??= new Uint8ClampedArray(most - first + 1);
  const table = image.cachedLut.lutArray;
  const slope = image.isPreScaled ? 1 : image.slope;
  const intercept = image.isPreScaled ? 0 : image.intercept;
  const kind: VoiFunction = image.voiLUTFunction === "SIGMOID" ? "SIGMOID" : "LINEAR";
  const window = { center, width };
  for (let stored = least; stored <= most; stored += 1) {
    const grey = 255 * Math.min(1, Math.max(0, windowShare(stored * slope + intercept, window, kind)));
    table[stored - first] = inverted ? 255 - grey : grey;
  }
  return table;
}
