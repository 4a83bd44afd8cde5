import { cache } from "@cornerstonejs/core";
import type { FrameRef, InstanceMetadata } from "@/lib/cases/types";
import { windowShare } from "@/lib/core/dicom/choose-window";
import type { PixelColour } from "../magnified";
import type { WindowValue } from "../presets";
import { frameValues } from "./frame-values";
import { imageIdOf } from "./image-id";

/** What each pixel of a frame looks like under a window; null while its pixels are not here. */
export function frameColours(
  frame: FrameRef,
  { columns, rows, voiFunction }: Pick<InstanceMetadata, "columns" | "rows" | "voiFunction">,
  window: WindowValue,
  inverted: boolean,
): PixelColour | null {
  const level = (value: number) => {
    const part = Math.min(1, Math.max(0, windowShare(value, window, voiFunction)));
    return 255 * (inverted ? 1 - part : part);
  };
  const values = frameValues(frame);
  if (values)
    return (column, row) => {
      const grey = level(values(row * columns + column));
      return [grey, grey, grey];
    };
  const image = cache.getImage(imageIdOf(frame));
  if (!image?.color) return null;
  const samples = image.getPixelData();
  const components = Math.round(samples.length / (rows * columns));
  return (column, row) => {
    const at = (row * columns + column) * components;
    return [level(samples[at] ?? 0), level(samples[at + 1] ?? 0), level(samples[at + 2] ?? 0)];
  };
}
