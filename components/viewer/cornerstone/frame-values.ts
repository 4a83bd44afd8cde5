import { cache } from "@cornerstonejs/core";
import type { FrameRef } from "@/lib/cases/types";
import type { FrameValues } from "../measurements";
import { imageIdOf } from "./image-id";

/**
 * Rescaled values of a frame whose pixels are here: WebGL has them rescaled, the CPU renderer as they are stored.
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
