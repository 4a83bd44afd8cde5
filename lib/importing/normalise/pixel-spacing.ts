import type { SpacingSource, UltrasoundRegion } from "@/lib/cases/types";
import { numbersOf, textOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { groupOf } from "./plane-geometry";

type Pair = readonly [number, number];

interface Spacing {
  readonly pixelSpacing: Pair | null;
  readonly spacingSource: SpacingSource | null;
}

/** Modalities whose rays spread, so that a thing is larger on the detector than in the patient. */
const PROJECTIONS = new Set(["CR", "DX", "MG", "RG", "RF", "XA", "IO", "PX"]);

/** A pair of spacings; one that holds 0 or less is treated as absent. */
function pair(values: readonly number[]): Pair | null {
  const [row, column] = values;
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : null;
}

/** Equal as decimal strings of 16 characters can be. */
const alike = (one: Pair, other: Pair | null): boolean =>
  other !== null && one.every((value, axis) => Math.abs(value - (other[axis] ?? 0)) <= value * 1e-6);

const CENTIMETRES = 3;

function ofRegions(regions: readonly UltrasoundRegion[]): Pair | null {
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
 * What Pixel Spacing (0028,0030) measures: where it says the same as the detector or the digitiser it was not corrected
 * for magnification; a projection with nothing to compare it with leaves that open (PS3.3 10.7.1.1, 10.7.1.2).
 */
function sourceOf(spacing: Pair, header: Header, modality: string): SpacingSource {
  const calibrated = textOf(header, "00280A02");
  if (calibrated === "GEOMETRY" || calibrated === "FIDUCIAL") return "pixel-spacing";
  const imager = pair(numbersOf(header, "00181164"));
  const scanned = pair(numbersOf(header, "00182010"));
  if (alike(spacing, imager)) return "imager-pixel-spacing";
  if (alike(spacing, scanned)) return "nominal-scanned";
  return PROJECTIONS.has(modality) && !imager && !scanned ? "uncertain-pixel-spacing" : "pixel-spacing";
}

/**
 * Row spacing, then column spacing in millimetres, and where it comes from (PS3.3 10.7). Pixel Aspect Ratio gives
 * relative units only.
 */
export function spacingOf(header: Header, modality: string, regions: readonly UltrasoundRegion[]): Spacing {
  const measures = pair(numbersOf(groupOf(header, 1, "00289110"), "00280030"));
  const stated = pair(numbersOf(header, "00280030"));
  const found: readonly (readonly [SpacingSource, Pair | null])[] = [
    ["pixel-spacing", measures],
    [stated ? sourceOf(stated, header, modality) : "pixel-spacing", stated],
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
