import type { InstanceMetadata, UltrasoundRegion } from "@/lib/cases/types";
import type { Spacing } from "@/lib/core/geometry/distance-between";
import type { ImagePoint } from "@/lib/core/geometry/points";

export interface Calibration {
  readonly spacing: Spacing;
  readonly measured: "mm" | "px";
  /** What must stand behind the unit for it to be true, e.g. " at detector"; empty where nothing must. */
  readonly note: string;
  /** Both together, as they are written behind a number. */
  readonly unit: string;
  readonly areaUnit: string;
}

const pixels: Calibration = { spacing: [1, 1], measured: "px", note: "", unit: "px", areaUnit: "px²" };

function millimetres(spacing: Spacing, note = ""): Calibration {
  return { spacing, measured: "mm", note, unit: `mm${note}`, areaUnit: `mm²${note}` };
}

/** Physical Units X Direction code for centimetres (PS3.3 C.8.5.5.1.1). */
const centimetres = 3;

/**
 * What lengths around some points are measured in. Millimetres only where the object says how large a pixel is, and
 * with the place where they are true where that is not the patient (PS3.3 10.7.1); an ultrasound region counts where
 * all points lie in it alone (PS3.3 C.8.5.5); an aspect ratio gives pixels.
 */
export function calibrationAt(metadata: InstanceMetadata, points: readonly ImagePoint[]): Calibration {
  if (metadata.ultrasoundRegions.length > 0) return ultrasoundAt(metadata.ultrasoundRegions, points);
  return calibrationOf(metadata);
}

/** What holds wherever one looks in the picture: for its scale bar and the size of its pixels. */
export function wholeCalibration(metadata: InstanceMetadata): Calibration {
  const measured = metadata.ultrasoundRegions.filter(inCentimetres);
  const [first, ...others] = measured;
  if (metadata.ultrasoundRegions.length === 0) return calibrationOf(metadata);
  return first && others.every((other) => sameScale(first, other)) ? ofRegion(first) : pixels;
}

function calibrationOf(metadata: InstanceMetadata): Calibration {
  const { pixelSpacing, spacingSource, radiographicMagnification } = metadata;
  if (!pixelSpacing || pixelSpacing[0] <= 0 || pixelSpacing[1] <= 0) return pixels;
  switch (spacingSource) {
    case "pixel-spacing":
    case "ultrasound-region":
      return millimetres(pixelSpacing);
    case "uncertain-pixel-spacing":
      return millimetres(pixelSpacing, " (unverified)");
    case "imager-pixel-spacing": {
      // Source to detector over source to object: below 1 the object would lie behind the detector.
      const factor = radiographicMagnification ?? 0;
      if (factor < 1) return millimetres(pixelSpacing, " at detector");
      return millimetres([pixelSpacing[0] / factor, pixelSpacing[1] / factor], " (ERMF)");
    }
    case "nominal-scanned":
      return millimetres(pixelSpacing, " on film");
    case "pixel-aspect-ratio":
    case null:
      return pixels;
    default:
      return spacingSource satisfies never;
  }
}

function ultrasoundAt(regions: readonly UltrasoundRegion[], points: readonly ImagePoint[]): Calibration {
  const around = regions.find(
    (region) => inCentimetres(region) && points.every((point) => holds(region, point)),
  );
  if (!around) return pixels;
  const disputed = regions.some(
    (other) => !sameScale(around, other) && points.some((point) => holds(other, point)),
  );
  return disputed ? pixels : ofRegion(around);
}

function ofRegion(region: UltrasoundRegion): Calibration {
  return millimetres([Math.abs(region.deltaY) * 10, Math.abs(region.deltaX) * 10]);
}

function inCentimetres({ unitX, unitY, deltaX, deltaY }: UltrasoundRegion): boolean {
  return unitX === centimetres && unitY === centimetres && deltaX !== 0 && deltaY !== 0;
}

function sameScale(one: UltrasoundRegion, other: UltrasoundRegion): boolean {
  return (
    one.unitX === other.unitX &&
    one.unitY === other.unitY &&
    Math.abs(one.deltaX) === Math.abs(other.deltaX) &&
    Math.abs(one.deltaY) === Math.abs(other.deltaY)
  );
}

/** Bounds are inclusive pixel indices, so the region ends one pixel later in image coordinates. */
function holds(region: UltrasoundRegion, [x, y]: ImagePoint): boolean {
  return x >= region.minX && x <= region.maxX + 1 && y >= region.minY && y <= region.maxY + 1;
}
