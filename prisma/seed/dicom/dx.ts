import { dicomFile } from "./encode";
import { commonAttributes, type Examination, greyPixels, type SeriesHeader } from "./objects";

/** A postero-anterior chest as Digital X-Ray Image for presentation (PS3.3 A.26); more attenuation is brighter. */
export function chestRadiograph(
  exam: Examination,
  series: SeriesHeader,
  pixels: {
    readonly values: Uint16Array;
    readonly rows: number;
    readonly columns: number;
    readonly spacing: number;
  },
): Buffer {
  return dicomFile({
    ...commonAttributes(exam, series, 1),
    ...greyPixels(pixels.values, pixels.rows, pixels.columns, 12),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.1.1",
    ImageType: ["ORIGINAL", "PRIMARY", ""],
    PresentationIntentType: "FOR PRESENTATION",
    PatientOrientation: ["L", "F"],
    BodyPartExamined: "CHEST",
    AnatomicRegionSequence: [{ CodeValue: "51185008", CodingSchemeDesignator: "SCT", CodeMeaning: "Chest" }],
    ViewPosition: "PA",
    ViewCodeSequence: [
      { CodeValue: "399348003", CodingSchemeDesignator: "SCT", CodeMeaning: "postero-anterior" },
    ],
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
