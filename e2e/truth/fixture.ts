import type { Attributes } from "../../prisma/seed/dicom/elements";
import { dicomFile } from "../../prisma/seed/dicom/encode";
import { commonAttributes, type Examination } from "../../prisma/seed/dicom/objects";
import { uidOf } from "../../prisma/seed/dicom/uid";

/** Pixels of a side, unless a row says otherwise. */
export const side = 64;

/** Every fixture is a slope, so that a picture that is turned or mirrored tells how: two per column, one per row. */
export const ramp = (column: number, row: number): number => 2 * column + row;

/** The place that is probed: column, then row. */
export const probed = [20, 12] as const;

export const SOP = {
  ct: "1.2.840.10008.5.1.4.1.1.2",
  mr: "1.2.840.10008.5.1.4.1.1.4",
  enhancedMr: "1.2.840.10008.5.1.4.1.1.4.1",
  pet: "1.2.840.10008.5.1.4.1.1.128",
  nm: "1.2.840.10008.5.1.4.1.1.20",
  cr: "1.2.840.10008.5.1.4.1.1.1",
  dx: "1.2.840.10008.5.1.4.1.1.1.1",
  mg: "1.2.840.10008.5.1.4.1.1.1.2",
  us: "1.2.840.10008.5.1.4.1.1.6.1",
  sc: "1.2.840.10008.5.1.4.1.1.7",
} as const;

type Modality = Examination["modality"];

interface Grey {
  readonly bits?: 8 | 12 | 16;
  readonly signed?: boolean;
  /** What is stored of a place; the slope where nothing else is said. */
  readonly stored?: (column: number, row: number) => number;
  readonly frames?: number;
}

function greyPixels({ bits = 12, signed = false, stored = ramp, frames = 1 }: Grey): Attributes {
  const allocated = bits === 8 ? 8 : 16;
  const values =
    allocated === 8 ? new Uint8Array(side * side * frames) : new Uint16Array(side * side * frames);
  for (let index = 0; index < values.length; index++)
    values[index] = stored(index % side, Math.floor(index / side) % side) & (2 ** allocated - 1);
  return {
    SamplesPerPixel: 1,
    PhotometricInterpretation: "MONOCHROME2",
    BitsAllocated: allocated,
    BitsStored: bits,
    HighBit: bits - 1,
    PixelRepresentation: signed ? 1 : 0,
    PixelData: new Uint8Array(values.buffer),
  };
}

/** Red rises with the slope, green falls, blue stays. */
export const colourOf = (level: number): readonly [number, number, number] => [level, 255 - level, 40];

export function colourPixels(): Attributes {
  const pixels = new Uint8Array(side * side * 3);
  for (let index = 0; index < side * side; index++)
    pixels.set(colourOf(ramp(index % side, Math.floor(index / side))), index * 3);
  return {
    SamplesPerPixel: 3,
    PhotometricInterpretation: "RGB",
    PlanarConfiguration: 0,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: pixels,
  };
}

/** The same colours through a palette of 16 bits (PS3.3 C.7.9). */
export function palettePixels(): Attributes {
  const table = (channel: 0 | 1 | 2): Uint8Array => {
    const entries = Uint16Array.from({ length: 256 }, (_, level) => colourOf(level)[channel] * 257);
    return new Uint8Array(entries.buffer);
  };
  return {
    ...greyPixels({ bits: 8 }),
    PhotometricInterpretation: "PALETTE COLOR",
    RedPaletteColorLookupTableDescriptor: [256, 0, 16],
    GreenPaletteColorLookupTableDescriptor: [256, 0, 16],
    BluePaletteColorLookupTableDescriptor: [256, 0, 16],
    RedPaletteColorLookupTableData: table(0),
    GreenPaletteColorLookupTableData: table(1),
    BluePaletteColorLookupTableData: table(2),
  };
}

export interface FixtureFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * One synthetic file of the series that is named by `key`. `grey` and `change` say what is unlike a plain object of
 * its kind; an attribute of undefined is left out.
 */
export function fixtureFile(
  key: string,
  modality: Modality,
  sop: string,
  change: Attributes,
  grey: Grey = {},
  instance = 1,
): FixtureFile {
  const exam: Examination = { key: "truth", modality, sex: "F", age: "050Y", description: "Truth" };
  const content = dicomFile({
    ...commonAttributes(exam, { key, number: 1, description: "Truth" }, instance),
    ImageType: ["ORIGINAL", "PRIMARY"],
    BurnedInAnnotation: "NO",
    ...greyPixels(grey),
    Rows: side,
    Columns: side,
    WindowCenter: 128,
    WindowWidth: 256,
    ...change,
    SOPClassUID: sop,
  });
  return { name: `${instance}.dcm`, content };
}

/** Frame of reference, position and directions of a slice, with pixels of 0.8 mm. */
export function plane(
  key: string,
  position: readonly [number, number, number],
  orientation: readonly number[],
): Attributes {
  return {
    FrameOfReferenceUID: uidOf(`truth-${key}/frame`),
    ImagePositionPatient: [...position],
    ImageOrientationPatient: [...orientation],
    PixelSpacing: [0.8, 0.8],
    SliceThickness: 5,
    PatientPosition: "HFS",
  };
}

export const hounsfield: Attributes = { RescaleIntercept: 0, RescaleSlope: 1, RescaleType: "HU" };
