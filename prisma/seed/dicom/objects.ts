import { at } from "../pixels/noise";
import type { Plane } from "../pixels/plane";
import { cross, dot } from "../pixels/plane";
import type { Attributes } from "./elements";
import { uidOf } from "./uid";

/** The invented examination a file belongs to. `key` names it in UIDs; there is no person behind it. */
export interface Examination {
  readonly key: string;
  readonly modality: "CT" | "MR" | "PT" | "NM" | "DX" | "CR" | "MG" | "US" | "OT";
  readonly sex: "F" | "M" | "O";
  readonly age: string;
  readonly description: string;
}

export interface SeriesHeader {
  readonly key: string;
  readonly number: number;
  readonly description: string;
}

const DATE = "20260105";
const TIME = "090000";

/** Patient, study, series, equipment and SOP common modules. */
export function commonAttributes(exam: Examination, series: SeriesHeader, instance: number): Attributes {
  return {
    SpecificCharacterSet: "ISO_IR 100",
    SOPInstanceUID: uidOf(`${exam.key}/${series.key}/${instance}`),
    StudyDate: DATE,
    StudyTime: TIME,
    SeriesDate: DATE,
    SeriesTime: TIME,
    AcquisitionDate: DATE,
    AcquisitionTime: TIME,
    ContentDate: DATE,
    ContentTime: TIME,
    AccessionNumber: "",
    Modality: exam.modality,
    Manufacturer: "Reading Room demo",
    ManufacturerModelName: "Synthetic phantom",
    DeviceSerialNumber: "1",
    SoftwareVersions: "1",
    ReferringPhysicianName: "",
    StudyDescription: exam.description,
    SeriesDescription: series.description,
    PatientName: `DEMO^${exam.modality}`,
    PatientID: exam.key.toUpperCase(),
    PatientBirthDate: "",
    PatientSex: exam.sex,
    PatientAge: exam.age,
    StudyInstanceUID: uidOf(exam.key),
    SeriesInstanceUID: uidOf(`${exam.key}/${series.key}`),
    StudyID: "1",
    SeriesNumber: series.number,
    InstanceNumber: instance,
  };
}

/** Frame of reference and image plane modules (PS3.3 C.7.6.2). Pixel Spacing is row, then column. */
export function planeAttributes(exam: Examination, plane: Plane, thickness: number): Attributes {
  return {
    FrameOfReferenceUID: uidOf(`${exam.key}/frame`),
    PositionReferenceIndicator: "",
    ImagePositionPatient: plane.origin,
    ImageOrientationPatient: [...plane.row, ...plane.column],
    PixelSpacing: [plane.spacing, plane.spacing],
    SliceThickness: thickness,
    SliceLocation: Math.round(dot(plane.origin, cross(plane.row, plane.column)) * 100) / 100,
    PatientPosition: "HFS",
  };
}

/** Image pixel module of a 16-bit greyscale image. */
export function greyPixels(
  values: Uint16Array,
  rows: number,
  columns: number,
  bitsStored: number,
): Attributes {
  return {
    SamplesPerPixel: 1,
    PhotometricInterpretation: "MONOCHROME2",
    Rows: rows,
    Columns: columns,
    BitsAllocated: 16,
    BitsStored: bitsStored,
    HighBit: bitsStored - 1,
    PixelRepresentation: 0,
    PixelData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  };
}

/** Rounds and clips to what `bits` can hold. */
export function quantised(image: Float32Array, offset: number, bits: number): Uint16Array {
  const largest = 2 ** bits - 1;
  const stored = new Uint16Array(image.length);
  for (let index = 0; index < image.length; index++)
    stored[index] = Math.min(largest, Math.max(0, Math.round(at(image, index) + offset)));
  return stored;
}
