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

export interface MrTechnique {
  readonly thickness: number;
  readonly step: number;
  readonly bodyPart: string;
  readonly repetitionTime: number;
  readonly echoTime: number;
  readonly echoTrain: number;
  readonly window: { readonly center: number; readonly width: number };
}

/** An MR Image (PS3.3 A.4) of a spin echo sequence. */
export function mrImage(
  exam: Examination,
  series: SeriesHeader,
  instance: number,
  plane: Plane,
  signal: Float32Array,
  technique: MrTechnique,
): Buffer {
  return dicomFile({
    ...commonAttributes(exam, series, instance),
    ...planeAttributes(exam, plane, technique.thickness),
    ...greyPixels(quantised(signal, 0, 12), plane.rows, plane.columns, 12),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.4",
    ImageType: ["ORIGINAL", "PRIMARY", "OTHER"],
    BodyPartExamined: technique.bodyPart,
    ScanningSequence: "SE",
    SequenceVariant: "SK",
    ScanOptions: "",
    MRAcquisitionType: "2D",
    RepetitionTime: technique.repetitionTime,
    EchoTime: technique.echoTime,
    EchoTrainLength: technique.echoTrain,
    EchoNumbers: 1,
    ImagedNucleus: "1H",
    MagneticFieldStrength: 1.5,
    FlipAngle: 150,
    SpacingBetweenSlices: technique.step,
    AcquisitionNumber: 1,
    WindowCenter: technique.window.center,
    WindowWidth: technique.window.width,
  });
}
