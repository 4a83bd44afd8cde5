import type { Plane } from "../pixels/plane";
import { dicomFile } from "./encode";
import {
  commonAttributes,
  type Examination,
  greyPixels,
  planeAttributes,
  quantised,
  type SeriesHeader,
} from "./objects";

export interface CtTechnique {
  readonly thickness: number;
  readonly bodyPart: string;
  readonly contrast: string | null;
  readonly kernel: string;
  readonly windows: readonly { readonly name: string; readonly center: number; readonly width: number }[];
}

/** A CT Image (PS3.3 A.3) of Hounsfield units, stored with an intercept of -1024. */
export function ctImage(
  exam: Examination,
  series: SeriesHeader,
  instance: number,
  plane: Plane,
  hounsfield: Float32Array,
  technique: CtTechnique,
): Buffer {
  return dicomFile({
    ...commonAttributes(exam, series, instance),
    ...planeAttributes(exam, plane, technique.thickness),
    ...greyPixels(quantised(hounsfield, 1024, 12), plane.rows, plane.columns, 12),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.2",
    ImageType: ["ORIGINAL", "PRIMARY", "AXIAL"],
    BodyPartExamined: technique.bodyPart,
    ...(technique.contrast === null ? {} : { ContrastBolusAgent: technique.contrast }),
    KVP: 120,
    ExposureTime: 500,
    XRayTubeCurrent: 220,
    Exposure: 110,
    ConvolutionKernel: technique.kernel,
    GantryDetectorTilt: 0,
    ReconstructionDiameter: Math.round(plane.spacing * plane.columns),
    AcquisitionNumber: 1,
    RescaleIntercept: -1024,
    RescaleSlope: 1,
    RescaleType: "HU",
    WindowCenter: technique.windows.map((window) => window.center),
    WindowWidth: technique.windows.map((window) => window.width),
    WindowCenterWidthExplanation: technique.windows.map((window) => window.name),
  });
}
