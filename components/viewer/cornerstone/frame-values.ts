import { cache } from "@cornerstonejs/core";
import type { FrameRef } from "@/lib/cases/types";
import type { FrameValues } from "../measurements";
import { imageIdOf } from "./image-id";

/**
 * Rescaled values of a frame whose pixels are here. The CPU renderer may have put its own scale under fractional
 * values, so slope and intercept are those of the image at this moment.
 */
export function frameValues(frame: FrameRef): FrameValues | null {
  const image = cache.getImage(imageIdOf(frame));
  if (!image || image.color) return null;
  const samples = image.voxelManager?.getScalarData() ?? image.getPixelData();
  const scaled = image.preScale?.scaled === true;
  const slope = scaled ? 1 : image.slope;
  const intercept = scaled ? 0 : image.intercept;
  return (index) => Number(samples[index] ?? 0) * slope + intercept;
}
