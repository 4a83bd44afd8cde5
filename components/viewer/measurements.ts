import type { InstanceMetadata } from "@/lib/cases/types";
import { distanceBetween, ellipseArea, outlineArea } from "@/lib/core/geometry/measure";
import { ellipseOutline, pixelsInside } from "@/lib/core/geometry/pixels-inside";
import type { ImagePoint } from "@/lib/core/geometry/points";
import { valueStatistics } from "@/lib/core/geometry/value-statistics";
import type { RegionValue } from "@/lib/reading/schema";
import { type Calibration, calibrationAt } from "./calibration";

/** Rescaled values of a frame by pixel index; null while its pixels are not here or are in colour. */
export type FrameValues = (index: number) => number;

type Shape = Pick<RegionValue, "kind" | "points">;

/** What is written beside a region, line by line: size and values with their units. */
export function measurementLines(
  region: Shape,
  metadata: InstanceMetadata,
  values: FrameValues | null,
): readonly string[] {
  const calibration = calibrationAt(metadata, region.points);
  const [first, second, third, fourth] = region.points;
  switch (region.kind) {
    case "arrow":
      return [];
    case "probe":
      return first ? probeLines(first, metadata, values) : [];
    case "length":
      return first && second
        ? [lengthText(distanceBetween(first, second, calibration.spacing), calibration)]
        : [];
    case "rectangle":
      if (!first || !second || !third || !fourth) return [];
      return [
        sizeText(first, second, second, third, calibration),
        areaText(outlineArea(region.points, calibration.spacing), calibration),
        ...valueLines(region.points, metadata, values),
      ];
    case "ellipse": {
      if (!first || !second || !third || !fourth) return [];
      const ends = [first, second, third, fourth] as const;
      return [
        sizeText(first, second, third, fourth, calibration),
        areaText(ellipseArea(ends, calibration.spacing), calibration),
        ...valueLines(ellipseOutline(ends), metadata, values),
      ];
    }
    case "freehand":
      return [
        areaText(outlineArea(region.points, calibration.spacing), calibration),
        ...valueLines(region.points, metadata, values),
      ];
    default:
      return region.kind satisfies never;
  }
}

/** Unit of the rescaled values: Hounsfield only for CT that was rescaled, else what Rescale Type says. */
export function valueUnit(metadata: InstanceMetadata): string {
  const { rescale, modality } = metadata;
  if (modality === "CT" && rescale && (rescale.type === null || rescale.type === "HU")) return "HU";
  return rescale?.type && rescale.type !== "US" && rescale.type !== "HU" ? rescale.type : "";
}

function valueLines(
  outline: readonly ImagePoint[],
  metadata: InstanceMetadata,
  values: FrameValues | null,
): string[] {
  if (!values) return [];
  const statistics = valueStatistics(mapped(pixelsInside(outline, metadata.rows, metadata.columns), values));
  if (!statistics) return [];
  return [
    withUnit(`mean ${rounded(statistics.mean)} ± ${rounded(statistics.deviation)}`, valueUnit(metadata)),
  ];
}

function probeLines([x, y]: ImagePoint, metadata: InstanceMetadata, values: FrameValues | null): string[] {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (!values || column < 0 || row < 0 || column >= metadata.columns || row >= metadata.rows) return [];
  return [withUnit(rounded(values(row * metadata.columns + column)), valueUnit(metadata))];
}

function* mapped(indexes: Iterable<number>, values: FrameValues): Generator<number> {
  for (const index of indexes) yield values(index);
}

function lengthText(length: number, { unit }: Calibration): string {
  return `${rounded(length)} ${unit}`;
}

function sizeText(
  from: ImagePoint,
  to: ImagePoint,
  low: ImagePoint,
  high: ImagePoint,
  { spacing, unit }: Calibration,
): string {
  const first = distanceBetween(from, to, spacing);
  const second = distanceBetween(low, high, spacing);
  return `${rounded(Math.max(first, second))} × ${rounded(Math.min(first, second))} ${unit}`;
}

function areaText(area: number, { unit, areaUnit }: Calibration): string {
  return unit.startsWith("mm") && area >= 100 ? `${rounded(area / 100)} cm²` : `${rounded(area)} ${areaUnit}`;
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** One decimal below 100, none above: what a pixel can carry. */
function rounded(value: number): string {
  const text = Math.abs(value) < 100 ? value.toFixed(1) : value.toFixed(0);
  return text === "-0.0" ? "0.0" : text.replace("-", "\u2212");
}
