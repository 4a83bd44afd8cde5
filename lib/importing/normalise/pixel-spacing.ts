import type { SpacingSource, UltrasoundRegion } from "@/lib/cases/types";
import { numbersOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { groupOf } from "./plane-geometry";

interface Spacing {
  readonly pixelSpacing: readonly [number, number] | null;
  readonly spacingSource: SpacingSource | null;
}

/** A pair of spacings; one that holds 0 or less is treated as absent. */
function pair(values: readonly number[]): readonly [number, number] | null {
  const [row, column] = values;
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : null;
}

const CENTIMETRES = 3;

function ofRegions(regions: readonly UltrasoundRegion[]): readonly [number, number] | null {
  const measured = regions.filter((region) => region.unitX === CENTIMETRES && region.unitY === CENTIMETRES);
  const [first] = measured;
  if (!first) return null;
  const spacing = pair([Math.abs(first.deltaY) * 10, Math.abs(first.deltaX) * 10]);
  const agree = measured.every(
    (region) =>
      Math.abs(region.deltaX) === Math.abs(first.deltaX) &&
      Math.abs(region.deltaY) === Math.abs(first.deltaY),
  );
  return agree ? spacing : null;
}

/**
 * Row spacing, then column spacing in millimetres, and where it comes from (PS3.3 10.7). Pixel Aspect Ratio gives
 * relative units only.
 */
export function spacingOf(header: Header, regions: readonly UltrasoundRegion[]): Spacing {
  const measures = numbersOf(groupOf(header, 1, "00289110"), "00280030");
  const found: readonly (readonly [SpacingSource, readonly [number, number] | null])[] = [
    ["pixel-spacing", pair(measures)],
    ["pixel-spacing", pair(numbersOf(header, "00280030"))],
    ["imager-pixel-spacing", pair(numbersOf(header, "00181164"))],
    ["nominal-scanned", pair(numbersOf(header, "00182010"))],
    ["ultrasound-region", ofRegions(regions)],
    ["pixel-aspect-ratio", pair(numbersOf(header, "00280034"))],
  ];
  for (const [spacingSource, pixelSpacing] of found) {
    if (pixelSpacing) return { pixelSpacing, spacingSource };
  }
  return { pixelSpacing: null, spacingSource: null };
}
