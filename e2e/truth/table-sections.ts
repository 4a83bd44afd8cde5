import type { Attributes } from "../../prisma/seed/dicom/elements";
import { uidOf } from "../../prisma/seed/dicom/uid";
import { type FixtureFile, fixtureFile, hounsfield, plane, SOP } from "./fixture";
import { fiftyPixels, type Letters, type TruthRow } from "./row";

type Point3 = readonly [number, number, number];
type Row = Omit<TruthRow, "lengths" | "probe" | "pixelSize" | "scaleNote" | "seen"> & Partial<TruthRow>;

/** Pixels of 0.8 mm: 50 pixels are 40 mm. The slope is 2 x 20 + 12 = 52 at the probed pixel. */
const row = (given: Row): TruthRow => ({
  lengths: [{ ...fiftyPixels, text: "40.0 mm" }],
  probe: ["52.0 HU"],
  pixelSize: "0.80 mm/px",
  scaleNote: "",
  seen: 52,
  ...given,
});

const axial = [1, 0, 0, 0, 1, 0];

const ct = (key: string, orientation: readonly number[], change: Attributes = {}): FixtureFile =>
  fixtureFile(key, "CT", SOP.ct, { ...plane(key, [-25, -25, 10], orientation), ...hounsfield, ...change });

const mr = (
  key: string,
  orientation: readonly number[],
  instance = 1,
  position: Point3 = [-25, -25, 10],
  change: Attributes = {},
): FixtureFile =>
  fixtureFile(key, "MR", SOP.mr, { ...plane(key, position, orientation), ...change }, {}, instance);

const single = (
  name: string,
  how: string,
  letters: Letters,
  file: (key: string) => FixtureFile,
  more: Partial<TruthRow> = {},
): TruthRow => row({ name, how, letters, files: () => [file(name)], ...more });

const cardinal = (top: string, right: string, bottom: string, left: string): Letters => ({
  top,
  right,
  bottom,
  left,
});

const groups = (position: Point3): Attributes => ({
  PlanePositionSequence: [{ ImagePositionPatient: [...position] }],
});

/** Three axial frames that come as 10, 0 and 5 mm. */
const enhancedAxial = (key: string): FixtureFile =>
  fixtureFile(
    key,
    "MR",
    SOP.enhancedMr,
    {
      FrameOfReferenceUID: uidOf(`truth-${key}/frame`),
      NumberOfFrames: 3,
      SharedFunctionalGroupsSequence: [
        {
          PlaneOrientationSequence: [{ ImageOrientationPatient: axial }],
          PixelMeasuresSequence: [{ PixelSpacing: [0.8, 0.8], SliceThickness: 5 }],
        },
      ],
      PerFrameFunctionalGroupsSequence: [
        groups([-25, -25, 10]),
        groups([-25, -25, 0]),
        groups([-25, -25, 5]),
      ],
    },
    { frames: 3 },
  );

/** Frames turn about the patient's long axis, each with pixels and directions of its own. */
const enhancedTurning = (key: string): FixtureFile =>
  fixtureFile(
    key,
    "MR",
    SOP.enhancedMr,
    {
      FrameOfReferenceUID: uidOf(`truth-${key}/frame`),
      NumberOfFrames: 2,
      SharedFunctionalGroupsSequence: [
        { PixelMeasuresSequence: [{ PixelSpacing: [0.8, 0.8], SliceThickness: 5 }] },
      ],
      PerFrameFunctionalGroupsSequence: [
        {
          ...groups([-25, 0, 25]),
          PlaneOrientationSequence: [{ ImageOrientationPatient: [1, 0, 0, 0, 0, -1] }],
        },
        {
          ...groups([0, -25, 25]),
          PlaneOrientationSequence: [{ ImageOrientationPatient: [0, 1, 0, 0, 0, -1] }],
        },
      ],
    },
    { frames: 2 },
  );

const series = (key: string, zs: readonly number[], change: Attributes = {}) =>
  zs.map((z, index) => mr(key, axial, index + 1, [-25, -25, z], change));

const noUnit = { probe: ["52.0"] } as const;

/** Cross-sections: what the directions of rows and columns say of the patient. */
export const sections: readonly TruthRow[] = [
  single(
    "axial-ct",
    "Rows run to the patient's left, columns to the back: read from feet, as on a light box.",
    cardinal("A", "L", "P", "R"),
    (key) => ct(key, axial),
    { corners: ["W 256 L 128", "5.0 mm"] },
  ),
  single(
    "tilted-gantry",
    "Columns tilt by 20 degrees (cos 0.9397, sin 0.3420): back and a little to the feet.",
    cardinal("AH", "L", "PF", "R"),
    (key) => ct(key, [1, 0, 0, 0, 0.9397, -0.342], { GantryDetectorTilt: 20 }),
  ),
  single(
    "decubitus-hfdl",
    "Supine from the feet, turned by a quarter onto the left side: left is down, the front lies to the right.",
    cardinal("R", "A", "L", "P"),
    (key) => ct(key, [0, -1, 0, 1, 0, 0], { PatientPosition: "HFDL" }),
  ),
  single(
    "decubitus-hfdr",
    "Turned by a quarter onto the right side: right is down, the back lies to the right.",
    cardinal("L", "P", "R", "A"),
    (key) => ct(key, [0, 1, 0, -1, 0, 0], { PatientPosition: "HFDR" }),
  ),
  single(
    "feet-first-prone",
    "Face down with the feet first: the front is down, and left is to the right as in a supine head-first scan.",
    cardinal("P", "L", "A", "R"),
    (key) => ct(key, [1, 0, 0, 0, -1, 0], { PatientPosition: "FFP" }),
  ),
  single(
    "oblique-mr",
    "Rows (0.6, 0.64, 0.48): back, left, head by size. Columns (0.8, -0.48, -0.36): left, front, feet.",
    cardinal("RPH", "PLH", "LAF", "ARF"),
    (key) => mr(key, [0.6, 0.64, 0.48, 0.8, -0.48, -0.36]),
    noUnit,
  ),
  single(
    "sagittal-mr",
    "Rows run to the back, columns to the feet.",
    cardinal("H", "P", "F", "A"),
    (key) => mr(key, [0, 1, 0, 0, 0, -1]),
    noUnit,
  ),
  single(
    "coronal-mr",
    "Rows run to the patient's left, columns to the feet.",
    cardinal("H", "L", "F", "R"),
    (key) => mr(key, [1, 0, 0, 0, 0, -1]),
    noUnit,
  ),
  row({
    name: "enhanced-mr",
    how: "Frames lie at 10, 0 and 5 mm: from the feet up they are frame 2, 3, 1.",
    files: () => [enhancedAxial("enhanced-mr")],
    order: [2, 3, 1],
    slice: 2,
    letters: cardinal("A", "L", "P", "R"),
    ...noUnit,
    corners: ["2 / 3", "5.0 mm"],
  }),
  row({
    name: "enhanced-mr-two-planes",
    how: "The first frame is coronal, the second sagittal: a stack each, and the coronal one is looked at.",
    files: () => [enhancedTurning("enhanced-mr-two-planes")],
    order: [1],
    letters: cardinal("H", "L", "F", "R"),
    ...noUnit,
  }),
  row({
    name: "sparse-series",
    how: "Slices of 1 mm at 0, 9 and 18 mm leave gaps of 8 mm, which the reader must be told.",
    files: () => series("sparse-series", [18, 0, 9], { SliceThickness: 1 }),
    order: [2, 3, 1],
    slice: 3,
    letters: cardinal("A", "L", "P", "R"),
    ...noUnit,
    corners: ["3 / 3", "1.0 mm", "Slices are 1.0 mm thick and lie 9.0 mm apart."],
  }),
  row({
    name: "four-dimensional",
    how: "Two positions, three times: by position first, then by Temporal Position Identifier.",
    files: () =>
      [0, 1, 2].flatMap((time) =>
        [5, 0].map((z, place) =>
          mr("four-dimensional", axial, time * 2 + place + 1, [-25, -25, z], {
            TemporalPositionIdentifier: time + 1,
          }),
        ),
      ),
    order: [2, 4, 6, 1, 3, 5],
    times: 3,
    letters: cardinal("A", "L", "P", "R"),
    ...noUnit,
    corners: ["1 / 2"],
  }),
  single(
    "mosaic",
    "Tiles keep the directions of their slices; the position is that of the sheet, so there is no place in the patient.",
    cardinal("A", "L", "P", "R"),
    (key) => mr(key, axial, 1, [-25, -25, 10], { ImageType: ["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"] }),
    { ...noUnit, corners: ["Mosaic"] },
  ),
];
