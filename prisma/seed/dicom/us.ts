import { dicomFile } from "./encode";
import { commonAttributes, type Examination, type SeriesHeader } from "./objects";

export interface Clip {
  /** Interleaved RGB, frame after frame. */
  readonly pixels: Uint8Array;
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly frameTime: number;
  /** Pixel bounds of the sector, inclusive, and the size of a pixel. */
  readonly region: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly millimetresPerPixel: number;
}

const CENTIMETRES = 3;
const FRAME_TIME_TAG = 0x00181063;

/** An Ultrasound Multi-frame Image (PS3.3 A.7) with a calibrated 2D region (PS3.3 C.8.5.5). */
export function ultrasoundClip(exam: Examination, series: SeriesHeader, clip: Clip): Buffer {
  const { region } = clip;
  return dicomFile({
    ...commonAttributes(exam, series, 1),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.3.1",
    ImageType: ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0011"],
    BodyPartExamined: "LIVER",
    PatientOrientation: "",
    LossyImageCompression: "00",
    BurnedInAnnotation: "NO",
    FrameTime: clip.frameTime,
    NumberOfFrames: clip.frames,
    FrameIncrementPointer: FRAME_TIME_TAG,
    SequenceOfUltrasoundRegions: [
      {
        RegionSpatialFormat: 1,
        RegionDataType: 1,
        RegionFlags: 0,
        RegionLocationMinX0: region.left,
        RegionLocationMinY0: region.top,
        RegionLocationMaxX1: region.right,
        RegionLocationMaxY1: region.bottom,
        PhysicalUnitsXDirection: CENTIMETRES,
        PhysicalUnitsYDirection: CENTIMETRES,
        PhysicalDeltaX: clip.millimetresPerPixel / 10,
        PhysicalDeltaY: clip.millimetresPerPixel / 10,
      },
    ],
    UltrasoundColorDataPresent: 1,
    SamplesPerPixel: 3,
    PhotometricInterpretation: "RGB",
    PlanarConfiguration: 0,
    Rows: clip.rows,
    Columns: clip.columns,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: clip.pixels,
  });
}
