import { dicomFile } from "./encode";
import { commonAttributes, type Examination, greyPixels, type SeriesHeader } from "./objects";

export interface MammogramView {
  readonly side: "R" | "L";
  readonly view: "CC" | "MLO";
  /** Where rows run to, where columns run to. */
  readonly orientation: readonly [string, string];
}

export interface ProjectionPixels {
  readonly values: Uint16Array;
  readonly rows: number;
  readonly columns: number;
  /** Of the detector, millimetres. */
  readonly spacing: number;
}

const codes = {
  CC: { CodeValue: "399162004", CodingSchemeDesignator: "SCT", CodeMeaning: "cranio-caudal" },
  MLO: { CodeValue: "399368009", CodingSchemeDesignator: "SCT", CodeMeaning: "medio-lateral oblique" },
} as const;

/** A Digital Mammography X-Ray Image for presentation (PS3.3 A.27). */
export function mammogram(
  exam: Examination,
  series: SeriesHeader,
  { side, view, orientation }: MammogramView,
  pixels: ProjectionPixels,
): Buffer {
  return dicomFile({
    ...commonAttributes(exam, series, 1),
    ...greyPixels(pixels.values, pixels.rows, pixels.columns, 12),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.1.2",
    ImageType: ["ORIGINAL", "PRIMARY", ""],
    PresentationIntentType: "FOR PRESENTATION",
    PatientOrientation: [...orientation],
    BodyPartExamined: "BREAST",
    OrganExposed: "BREAST",
    AnatomicRegionSequence: [{ CodeValue: "76752008", CodingSchemeDesignator: "SCT", CodeMeaning: "Breast" }],
    ViewCodeSequence: [{ ...codes[view], ViewModifierCodeSequence: [] }],
    ImageLaterality: side,
    AcquisitionContextSequence: [],
    PositionerType: "MAMMOGRAPHIC",
    DetectorType: "DIRECT",
    KVP: 28,
    ImagerPixelSpacing: [pixels.spacing, pixels.spacing],
    PixelIntensityRelationship: "LOG",
    PixelIntensityRelationshipSign: -1,
    RescaleIntercept: 0,
    RescaleSlope: 1,
    RescaleType: "US",
    PresentationLUTShape: "IDENTITY",
    LossyImageCompression: "00",
    BurnedInAnnotation: "NO",
    WindowCenter: 2048,
    WindowWidth: 4096,
  });
}
