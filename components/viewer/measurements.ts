import type { InstanceMetadata } from "@/lib/cases/types";
import { distanceBetween } from "@/lib/core/geometry/distance-between";
import { ellipseArea, ellipseOutline } from "@/lib/core/geometry/ellipse";
import { legAngle } from "@/lib/core/geometry/leg-angle";
import { outlineArea } from "@/lib/core/geometry/outline-area";
import { pixelsInside } from "@/lib/core/geometry/pixels-inside";
import type { ImagePoint } from "@/lib/core/geometry/points";
import { splineOutline } from "@/lib/core/geometry/spline-outline";
import { valueStatistics } from "@/lib/core/geometry/value-statistics";
import type { RegionValue } from "@/lib/reading/schema";
import { type Calibration, calibrationAt } from "./calibration";
import { displaySpacing } from "./cornerstone/frame-plane";
import { isHounsfield } from "./ct-scale";

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
    case "bidirectional":
      return first && second && third && fourth ? [sizeText(first, second, third, fourth, calibration)] : [];
    case "angle":
      return first && second && third ? [angleText([first, second, third], metadata, calibration)] : [];
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
    case "spline": {
      const outline = splineOutline(region.points);
      return [
        areaText(outlineArea(outline, calibration.spacing), calibration),
        ...valueLines(outline, metadata, values),
      ];
    }
    default:
      return region.kind satisfies never;
  }
}

/** Unit of the values: uptake, the unit of nuclear images, Hounsfield only for rescaled CT, else Rescale Type. */
export function valueUnit(metadata: InstanceMetadata): string {
  const { rescale, uptake } = metadata;
  if (uptake?.[0]) return uptake[0].kind;
  if (metadata.valueUnit) return metadata.valueUnit;
  if (isHounsfield(metadata)) return "HU";
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
  const { mean, deviation } = statistics;
  const digits = valueDigits(metadata);
  return [withUnit(`mean ${rounded(mean, digits)} ± ${rounded(deviation, digits)}`, valueUnit(metadata))];
}

function probeLines([x, y]: ImagePoint, metadata: InstanceMetadata, values: FrameValues | null): string[] {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (!values || column < 0 || row < 0 || column >= metadata.columns || row >= metadata.rows) return [];
  const value = values(row * metadata.columns + column);
  const digits = valueDigits(metadata);
  const [first, ...others] = metadata.uptake ?? [];
  return [
    withUnit(rounded(value, digits), valueUnit(metadata)),
    ...others.map(
      ({ kind, factor }) => `${rounded((value / (first?.factor ?? 1)) * factor, digits)} ${kind}`,
    ),
  ];
}

/** Decimals of a value: two for uptake, else as many as its steps need, one at least. */
function valueDigits({ uptake, rescale }: InstanceMetadata): number {
  if (uptake?.[0]) return 2;
  const step = Math.abs(rescale?.slope ?? 1);
  return step >= 0.1 || step === 0 ? 1 : Math.min(4, Math.ceil(-Math.log10(step)));
}

function* mapped(indexes: Iterable<number>, values: FrameValues): Generator<number> {
  for (const index of indexes) yield values(index);
}

function lengthText(length: number, { unit }: Calibration): string {
  return `${rounded(length)} ${unit}`;
}

/** Degrees need no millimetres, but the true shape of a pixel. */
function angleText(
  legs: readonly [ImagePoint, ImagePoint, ImagePoint],
  metadata: InstanceMetadata,
  { unit, spacing }: Calibration,
): string {
  const degrees = legAngle(legs, unit === "px" ? displaySpacing(metadata) : spacing);
  return `${degrees.toFixed(1)}\u00b0`;
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

function areaText(area: number, { measured, note, areaUnit }: Calibration): string {
  return measured === "mm" && area >= 100
    ? `${rounded(area / 100)} cm²${note}`
    : `${rounded(area)} ${areaUnit}`;
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** One decimal or more below 100, none above: what a pixel can carry. */
function rounded(value: number, digits = 1): string {
  const text = Math.abs(value) < 99.95 ? value.toFixed(digits) : value.toFixed(0);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "\u2212");
}
