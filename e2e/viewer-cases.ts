import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { dicomFile } from "../prisma/seed/dicom/encode";
import { commonAttributes } from "../prisma/seed/dicom/objects";
import { uidOf } from "../prisma/seed/dicom/uid";

/** Bright single pixels at known places: column, row, brightness above the ground. */
export type Marker = readonly [column: number, row: number, level: number];

/** A synthetic case whose pictures carry markers, and where on it regions are drawn. */
export interface MarkedCase {
  readonly caseId: string;
  /** As case.json names it: what an image of a bundle needs beside its regions. */
  readonly place: { readonly file: string } | { readonly series: string; readonly slice: number };
  readonly series: readonly { readonly id: string; readonly files: readonly string[] }[];
  /** The frame that regions are drawn on, counted from 1. */
  readonly frame: number;
  /** Presses of the right arrow from what is shown first. */
  readonly stepsOn: number;
  readonly markers: readonly Marker[];
  readonly files: () => Promise<Readonly<Record<string, Buffer>>>;
}

const ground = 20;
const side = 96;
const brightest = 255;

/** Markers near the middle, so that they stay in view when it is enlarged; no two alike, no symmetry. */
const pattern: readonly Marker[] = [
  [48, 46, brightest],
  [36, 38, 220],
  [58, 36, 185],
  [38, 58, 150],
  [60, 55, 115],
];

/** Every slice has its markers elsewhere, so that a region on a wrong slice shows. */
const shifted = (by: number): readonly Marker[] => pattern.map(([x, y, level]) => [x + by, y, level]);

function paint(markers: readonly Marker[]): Uint16Array {
  const values = new Uint16Array(side * side).fill(ground);
  for (const [x, y, level] of markers) values[y * side + x] = level;
  return values;
}

interface SlicePlane {
  readonly position: readonly [number, number, number];
  readonly orientation: readonly number[];
  /** Row spacing, then column spacing. */
  readonly spacing: readonly [number, number];
}

function greySlice(
  key: string,
  modality: "CT" | "MR",
  number: number,
  plane: SlicePlane,
  markers: readonly Marker[],
): Buffer {
  const stored = paint(markers);
  return dicomFile({
    ...commonAttributes(
      { key, modality, sex: "O", age: "050Y", description: "Marked phantom" },
      { key: "s1", number: 1, description: "Markers" },
      number,
    ),
    SOPClassUID: modality === "CT" ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.4",
    ImageType: ["ORIGINAL", "PRIMARY", modality === "CT" ? "AXIAL" : "OTHER"],
    FrameOfReferenceUID: uidOf(`${key}/frame`),
    ImagePositionPatient: [...plane.position],
    ImageOrientationPatient: plane.orientation,
    PixelSpacing: [...plane.spacing],
    SliceThickness: 4,
    PatientPosition: "HFS",
    SamplesPerPixel: 1,
    PhotometricInterpretation: "MONOCHROME2",
    Rows: side,
    Columns: side,
    BitsAllocated: 16,
    BitsStored: 12,
    HighBit: 11,
    PixelRepresentation: 0,
    ...(modality === "CT" ? { RescaleIntercept: 0, RescaleSlope: 1, RescaleType: "HU" } : {}),
    WindowCenter: 128,
    WindowWidth: 256,
    PixelData: new Uint8Array(stored.buffer),
  });
}

function clip(key: string, frames: number): Buffer {
  const pixels = new Uint8Array(side * side * 3 * frames);
  for (let frame = 0; frame < frames; frame++)
    for (const [index, value] of paint(shifted(frame - 4)).entries())
      pixels.fill(value, (frame * side * side + index) * 3, (frame * side * side + index + 1) * 3);
  return dicomFile({
    ...commonAttributes(
      { key, modality: "US", sex: "O", age: "050Y", description: "Marked phantom" },
      { key: "s1", number: 1, description: "Markers" },
      1,
    ),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.3.1",
    ImageType: ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0001"],
    FrameTime: 40,
    NumberOfFrames: frames,
    FrameIncrementPointer: 0x00181063,
    BurnedInAnnotation: "NO",
    SamplesPerPixel: 3,
    PhotometricInterpretation: "RGB",
    PlanarConfiguration: 0,
    Rows: side,
    Columns: side,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: pixels,
  });
}

const axial = [1, 0, 0, 0, 1, 0];
/** Turned about two axes; the direction cosines are exact. */
const oblique = [0.6, 0.64, 0.48, 0.8, -0.48, -0.36];

const single =
  (name: string, spacing: readonly [number, number]): MakeCase =>
  (suffix) => {
    const caseId = `${name}-${suffix}`;
    const plane = { position: [-31.3, -20.7, 12], orientation: axial, spacing } as const;
    return {
      caseId,
      place: { series: "s1", slice: 1 },
      series: [{ id: "s1", files: ["1.dcm"] }],
      frame: 1,
      stepsOn: 0,
      markers: pattern,
      files: async () => ({ "1.dcm": greySlice(caseId, "CT", 1, plane, pattern) }),
    };
  };

const obliqueSeries: MakeCase = (suffix) => {
  const caseId = `oblique-series-${suffix}`;
  const slice = (number: number): [string, Buffer] => {
    // The third direction is (0, 0.6, -0.8).
    const position = [7.7, -31 + 0.6 * 4 * number, 19 - 0.8 * 4 * number] as const;
    const plane = { position, orientation: oblique, spacing: [0.9, 0.9] } as const;
    // The same on the way up and down: the order of the stack is not what is tested here.
    return [`${number}.dcm`, greySlice(caseId, "MR", number, plane, shifted(number === 2 ? -3 : 4))];
  };
  return {
    caseId,
    place: { series: "s1", slice: 2 },
    series: [{ id: "s1", files: ["1.dcm", "2.dcm", "3.dcm"] }],
    frame: 1,
    stepsOn: 0,
    markers: shifted(-3),
    files: async () => Object.fromEntries([1, 2, 3].map(slice)),
  };
};

const clipCase: MakeCase = (suffix) => {
  const caseId = `ten-frame-clip-${suffix}`;
  return {
    caseId,
    place: { series: "s1", slice: 7 },
    series: [{ id: "s1", files: ["clip.dcm"] }],
    frame: 7,
    stepsOn: 6,
    markers: shifted(2),
    files: async () => ({ "clip.dcm": clip(caseId, 10) }),
  };
};

const pictureCase: MakeCase = (suffix) => ({
  caseId: `png-figure-${suffix}`,
  place: { file: "figure.png" },
  series: [],
  frame: 1,
  stepsOn: 0,
  markers: pattern,
  files: async () => ({
    "figure.png": await sharp(Buffer.from(paint(pattern)), {
      raw: { width: side, height: side, channels: 1 },
    })
      .png()
      .toBuffer(),
  }),
});

type MakeCase = (suffix: string) => MarkedCase;

/** The pictures that regions are drawn on; `suffix` makes another case of the same picture. */
export const markedCases = {
  "square pixels": single("square-pixels", [0.7, 0.7]),
  "pixels of 0.5 x 1 mm": single("non-square-pixels", [0.5, 1]),
  "oblique series": obliqueSeries,
  "frame 7 of a clip": clipCase,
  "PNG picture": pictureCase,
} as const satisfies Readonly<Record<string, MakeCase>>;

export interface BundleRegion {
  readonly kind: string;
  readonly points: readonly (readonly [number, number])[];
}

/** Writes a case as a bundle folder, with regions that came with it where there are any. */
export async function writeMarkedCase(
  folder: string,
  marked: MarkedCase,
  regions: readonly BundleRegion[] = [],
): Promise<void> {
  const root = join(folder, marked.caseId);
  for (const [name, content] of Object.entries(await marked.files())) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const bundle = {
    schemaVersion: 1,
    caseId: marked.caseId,
    title: marked.caseId,
    source: { name: "Marked phantoms", licence: "CC0-1.0" },
    series: marked.series,
    images: [
      { id: "marked", ...marked.place, regions: regions.map(({ kind, points }) => ({ kind, points })) },
    ],
  };
  writeFileSync(join(root, "case.json"), JSON.stringify(bundle, null, 2));
}
