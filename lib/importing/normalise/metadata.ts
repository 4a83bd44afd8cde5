import type { InstanceMetadata } from "@/lib/cases/types";
import { edgeLetters } from "@/lib/core/dicom/orientation-letters";
import { itemsOf, numberOf, numbersOf, textOf, textsOf } from "@/lib/deidentification/rules/header-values";
import { VIEW_CODES } from "@/lib/deidentification/rules/view-codes";
import type { Header } from "@/lib/deidentification/types";
import { spacingOf } from "./pixel-spacing";
import { geometryOf, groupOf } from "./plane-geometry";
import { techniqueOf } from "./technique";
import { temporalOf } from "./temporal-index";
import { ultrasoundRegions } from "./ultrasound-regions";
import { valueUnitOf } from "./value-unit";
import { rescaleOf, voiFunctionOf, windowsOf } from "./values-display";

/** What is known of an instance from its header alone, before a frame is decoded. */
export type HeaderMetadata = Omit<
  InstanceMetadata,
  | "rows"
  | "columns"
  | "samplesPerPixel"
  | "bitsAllocated"
  | "bitsStored"
  | "pixelRepresentation"
  | "photometricInterpretation"
  | "frameTransferSyntaxUid"
  | "sourceTransferSyntaxUid"
  | "frameMediaType"
  | "lossy"
  | "smallestValue"
  | "largestValue"
>;

function frameTimeOf(header: Header, frameCount: number): number | null {
  if (frameCount === 1) return null;
  const vector = numbersOf(header, "00181065").slice(1);
  const mean = vector.length > 0 ? vector.reduce((sum, time) => sum + time, 0) / vector.length : 0;
  const rate = numberOf(header, "00182144") ?? numberOf(header, "00180040") ?? 0;
  const time = numberOf(header, "00181063") ?? 0;
  return time > 0 ? time : mean > 0 ? mean : rate > 0 ? 1000 / rate : null;
}

function sideOf(header: Header): string | null {
  const side =
    textOf(header, "00200062") ??
    textOf(header, "00200060") ??
    textOf(groupOf(header, 1, "00209071"), "00209072");
  return side || null;
}

/** View Position, else what the view's code stands for. */
function viewOf(header: Header): string | null {
  const code = textOf(itemsOf(header, "00540220")[0], "00080100");
  return textOf(header, "00185101") || VIEW_CODES.get(code ?? "") || null;
}

function orientationLetters(header: Header): readonly [string, string] | null {
  const [row, column] = textsOf(header, "00200020");
  return row && column ? [row, column] : null;
}

/**
 * Where the picture lies in the patient. A mosaic shows many slices on one sheet: they share their directions, and the
 * position in the header is the sheet's, so only letters are kept of it.
 */
function placeOf(header: Header, frameCount: number, imageType: readonly string[]) {
  const geometry = geometryOf(header, frameCount);
  const plane = geometry?.[0];
  if (!plane || !imageType.includes("MOSAIC"))
    return { patientOrientation: orientationLetters(header), geometry };
  const { right, bottom } = edgeLetters(plane.orientation);
  return { patientOrientation: [right, bottom] as const, geometry: null };
}

/** Metadata made of the allow-listed header only, so that it cannot hold what the header does not. */
export function headerMetadata(header: Header, frameCount: number): HeaderMetadata {
  const modality = textOf(header, "00080060") ?? "OT";
  const regions = ultrasoundRegions(header);
  const measures = groupOf(header, 1, "00289110");
  const imageType = textsOf(header, "00080008").filter((value) => value !== "");
  const magnification = numberOf(header, "00181114");
  return {
    sopClassUid: textOf(header, "00080016") ?? "",
    modality,
    frameCount,
    rescale: rescaleOf(header, modality, frameCount),
    valueUnit: valueUnitOf(header, modality),
    windows: windowsOf(header, frameCount),
    voiFunction: voiFunctionOf(header),
    ...spacingOf(header, modality, regions),
    radiographicMagnification: magnification !== null && magnification > 0 ? magnification : null,
    sliceThickness: numberOf(measures, "00180050") ?? numberOf(header, "00180050"),
    spacingBetweenSlices: numberOf(measures, "00180088") ?? numberOf(header, "00180088"),
    frameOfReferenceUid: textOf(header, "00200052"),
    patientPosition: textOf(header, "00185100"),
    laterality: sideOf(header),
    viewPosition: viewOf(header),
    ...placeOf(header, frameCount, imageType),
    temporal: temporalOf(header, frameCount),
    imageType,
    frameTime: frameTimeOf(header, frameCount),
    ultrasoundRegions: regions,
    technique: techniqueOf(header),
  };
}
