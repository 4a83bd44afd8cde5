import type { InstanceMetadata, UltrasoundRegion } from "@/lib/cases/types";
import type { Spacing } from "@/lib/core/geometry/measure";
import type { ImagePoint } from "@/lib/core/geometry/points";

export interface Calibration {
  readonly spacing: Spacing;
  readonly unit: "mm" | "px";
  readonly areaUnit: "mm²" | "px²";
  /** Where the millimetres are true, when not in the patient. */
  readonly plane: "patient" | "detector" | null;
}

const pixels: Calibration = { spacing: [1, 1], unit: "px", areaUnit: "px²", plane: null };

/** Physical Units X Direction code for centimetres (PS3.3 C.8.5.5.1.1). */
const centimetres = 3;

/**
 * What lengths around some points are measured in. Millimetres only where the object says how large a pixel is; an
 * ultrasound region counts where all points lie in one (PS3.3 C.8.5.5); an aspect ratio alone gives pixels.
 */
export function calibrationAt(metadata: InstanceMetadata, points: readonly ImagePoint[]): Calibration {
  if (metadata.ultrasoundRegions.length > 0) return ultrasoundCalibration(metadata.ultrasoundRegions, points);
  const { pixelSpacing, spacingSource } = metadata;
  if (!pixelSpacing || pixelSpacing[0] <= 0 || pixelSpacing[1] <= 0) return pixels;
  switch (spacingSource) {
    case "pixel-spacing":
    case "nominal-scanned":
    case "ultrasound-region":
      return { spacing: pixelSpacing, unit: "mm", areaUnit: "mm²", plane: "patient" };
    case "imager-pixel-spacing":
      return { spacing: pixelSpacing, unit: "mm", areaUnit: "mm²", plane: "detector" };
    case "pixel-aspect-ratio":
    case null:
      return pixels;
    default:
      return spacingSource satisfies never;
  }
}

function ultrasoundCalibration(
  regions: readonly UltrasoundRegion[],
  points: readonly ImagePoint[],
): Calibration {
  const region = regions.find(
    (candidate) =>
      candidate.unitX === centimetres &&
      candidate.unitY === centimetres &&
      points.every((point) => holds(candidate, point)),
  );
  if (!region) return pixels;
  const spacing = [Math.abs(region.deltaY) * 10, Math.abs(region.deltaX) * 10] as const;
  return { spacing, unit: "mm", areaUnit: "mm²", plane: "patient" };
}

/** Bounds are inclusive pixel indices, so the region ends one pixel later in image coordinates. */
function holds(region: UltrasoundRegion, [x, y]: ImagePoint): boolean {
  return x >= region.minX && x <= region.maxX + 1 && y >= region.minY && y <= region.maxY + 1;
}
