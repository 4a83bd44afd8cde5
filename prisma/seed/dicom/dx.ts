import { dicomFile } from "./encode";
import { commonAttributes, type Examination, greyPixels, type SeriesHeader } from "./objects";

const views = {
  PA: { orientation: ["L", "F"], code: ["272479007", "postero-anterior"] },
  LL: { orientation: ["A", "F"], code: ["399173006", "left lateral"] },
} as const;

/** A chest as Digital X-Ray Image for presentation (PS3.3 A.26), frontal unless asked; more attenuation is brighter. */
export function chestRadiograph(
  exam: Examination,
  series: SeriesHeader,
  pixels: {
    readonly values: Uint16Array;
    readonly rows: number;
    readonly columns: number;
    readonly spacing: number;
  },
  view: keyof typeof views = "PA",
): Buffer {
  const {
    orientation,
    code: [CodeValue, CodeMeaning],
  } = views[view];
  return dicomFile({
    ...commonAttributes(exam, series, 1),
    ...greyPixels(pixels.values, pixels.rows, pixels.columns, 12),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.1.1",
    ImageType: ["ORIGINAL", "PRIMARY", ""],
    PresentationIntentType: "FOR PRESENTATION",
    PatientOrientation: [...orientation],
    BodyPartExamined: "CHEST",
    AnatomicRegionSequence: [{ CodeValue: "51185008", CodingSchemeDesignator: "SCT", CodeMeaning: "Chest" }],
    ViewPosition: view,
    ViewCodeSequence: [{ CodeValue, CodingSchemeDesignator: "SCT", CodeMeaning }],
    ImageLaterality: "U",
    AcquisitionContextSequence: [],
    PositionerType: "",
    DetectorType: "DIRECT",
    KVP: 125,
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
