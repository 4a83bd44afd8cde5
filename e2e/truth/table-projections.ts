import type { Attributes } from "../../prisma/seed/dicom/elements";
import { colourOf, colourPixels, type FixtureFile, fixtureFile, palettePixels, ramp, SOP } from "./fixture";
import { type ExpectedLength, fiftyPixels, type TruthRow } from "./row";

type Row = Omit<TruthRow, "letters" | "lengths" | "probe" | "pixelSize" | "scaleNote" | "seen"> &
  Partial<TruthRow>;

const uncalibrated = {
  letters: null,
  lengths: [{ ...fiftyPixels, text: "50.0 px" }],
  probe: ["52.0"],
  pixelSize: "px",
  scaleNote: null,
  seen: 52,
} as const;

const row = (given: Row): TruthRow => ({ ...uncalibrated, ...given });

const frontal = { top: "H", right: "L", bottom: "F", left: "R" } as const;
const calibrated = (text: string): readonly ExpectedLength[] => [{ ...fiftyPixels, text }];

/** A chest in front of a detector with elements of 0.5 mm. */
const chest = (key: string, change: Attributes = {}): FixtureFile =>
  fixtureFile(key, "DX", SOP.dx, {
    PatientOrientation: ["L", "F"],
    ViewPosition: "PA",
    ImageLaterality: "U",
    ImagerPixelSpacing: [0.5, 0.5],
    ...change,
  });

const cr = (key: string, change: Attributes = {}): FixtureFile =>
  fixtureFile(key, "CR", SOP.cr, { PatientOrientation: ["L", "F"], ...change });

const capture = (key: string, change: Attributes = {}): FixtureFile =>
  fixtureFile(key, "OT", SOP.sc, { ConversionType: "WSD", ...change }, { bits: 8 });

const CENTIMETRES = 3;
const SECONDS = 4;

/** Columns and rows of a region, bounds included, and centimetres (or another unit) of a pixel. */
const region = (left: number, right: number, delta: number, unitX = CENTIMETRES): Attributes => ({
  RegionSpatialFormat: 1,
  RegionDataType: 1,
  RegionFlags: 0,
  RegionLocationMinX0: left,
  RegionLocationMinY0: 0,
  RegionLocationMaxX1: right,
  RegionLocationMaxY1: 63,
  PhysicalUnitsXDirection: unitX,
  PhysicalUnitsYDirection: CENTIMETRES,
  PhysicalDeltaX: delta,
  PhysicalDeltaY: delta,
});

const ultrasound = (key: string, regions: readonly Attributes[]): FixtureFile =>
  fixtureFile(key, "US", SOP.us, regions.length > 0 ? { SequenceOfUltrasoundRegions: regions } : {}, {
    bits: 8,
  });

/** Projections, ultrasound, captures and colour: where a millimetre is true, and where there is none. */
export const projections: readonly TruthRow[] = [
  row({
    name: "dx-at-detector",
    how: "Only Imager Pixel Spacing: 50 elements of 0.5 mm are 25 mm on the detector, less in the patient (PS3.3 10.7.1).",
    files: () => [chest("dx-at-detector")],
    letters: frontal,
    lengths: calibrated("25.0 mm at detector"),
    pixelSize: "0.50 mm/px at detector",
    scaleNote: " at detector",
    corners: ["PA"],
  }),
  row({
    name: "dx-magnified",
    how: "A magnification of 1.25 makes 25 mm on the detector 20 mm in the patient.",
    files: () => [chest("dx-magnified", { EstimatedRadiographicMagnificationFactor: 1.25 })],
    letters: frontal,
    lengths: calibrated("20.0 mm (ERMF)"),
    pixelSize: "0.40 mm/px (ERMF)",
    scaleNote: " (ERMF)",
  }),
  row({
    name: "dx-spacing-not-corrected",
    how: "Pixel Spacing equal to the detector's was not corrected (PS3.3 10.7.1.1): still 25 mm at the detector.",
    files: () => [chest("dx-spacing-not-corrected", { PixelSpacing: [0.5, 0.5] })],
    letters: frontal,
    lengths: calibrated("25.0 mm at detector"),
    pixelSize: "0.50 mm/px at detector",
    scaleNote: " at detector",
  }),
  row({
    name: "dx-almost-square",
    how: "Elements of 0.5 by 0.5012 mm: 40 across and 30 down are sqrt(20.048^2 + 15^2) = 25.04; both sizes round to 0.50.",
    files: () => [chest("dx-almost-square", { ImagerPixelSpacing: [0.5, 0.5012] })],
    letters: frontal,
    lengths: calibrated("25.0 mm at detector"),
    pixelSize: "0.50 mm/px at detector",
    scaleNote: " at detector",
  }),
  row({
    name: "dx-corrected",
    how: "Pixel Spacing unlike the detector's was corrected: 50 x 0.4 = 20 mm, whatever magnification is named beside it.",
    files: () => [
      chest("dx-corrected", { PixelSpacing: [0.4, 0.4], EstimatedRadiographicMagnificationFactor: 1.25 }),
    ],
    letters: frontal,
    lengths: calibrated("20.0 mm"),
    pixelSize: "0.40 mm/px",
    scaleNote: "",
  }),
  row({
    name: "dx-fiducial",
    how: "Calibrated by an object of known size that happened to give the detector's spacing: 25 mm.",
    files: () => [
      chest("dx-fiducial", { PixelSpacing: [0.5, 0.5], PixelSpacingCalibrationType: "FIDUCIAL" }),
    ],
    letters: frontal,
    lengths: calibrated("25.0 mm"),
    pixelSize: "0.50 mm/px",
    scaleNote: "",
  }),
  row({
    name: "dx-inverse",
    how: "MONOCHROME1: low is white. Stored 52 stays 52 and is seen as 255 - 52 = 203.",
    files: () => [chest("dx-inverse", { PhotometricInterpretation: "MONOCHROME1" })],
    letters: frontal,
    lengths: calibrated("25.0 mm at detector"),
    pixelSize: "0.50 mm/px at detector",
    scaleNote: " at detector",
    seen: 203,
    slope: [-2, -1],
  }),
  row({
    name: "mg-left-mlo",
    how: "Rows run to the front, columns to the feet and right; the side is the header's and stays, however it is turned.",
    files: () => [
      fixtureFile("mg-left-mlo", "MG", SOP.mg, {
        PatientOrientation: ["A", "FR"],
        ImageLaterality: "L",
        ViewPosition: "MLO",
        ImagerPixelSpacing: [0.5, 0.5],
        EstimatedRadiographicMagnificationFactor: 1.25,
      }),
    ],
    letters: { top: "HL", right: "A", bottom: "FR", left: "P" },
    lengths: calibrated("20.0 mm (ERMF)"),
    pixelSize: "0.40 mm/px (ERMF)",
    scaleNote: " (ERMF)",
    corners: ["Left MLO"],
  }),
  row({
    name: "cr-uncalibrated",
    how: "No spacing of any kind: pixels, and no bar.",
    files: () => [cr("cr-uncalibrated")],
    letters: frontal,
  }),
  row({
    name: "cr-unverified",
    how: "Pixel Spacing alone does not tell whether it was corrected (PS3.3 10.7.1.1): 25 mm, unverified.",
    files: () => [cr("cr-unverified", { PixelSpacing: [0.5, 0.5] })],
    letters: frontal,
    lengths: calibrated("25.0 mm (unverified)"),
    pixelSize: "0.50 mm/px (unverified)",
    scaleNote: " (unverified)",
  }),
  row({
    name: "us-two-regions",
    how: "0.1 cm a pixel on the left, 0.05 cm on the right: 20 mm, 10 mm, and pixels from one into the other.",
    files: () => [ultrasound("us-two-regions", [region(0, 31, 0.1), region(32, 63, 0.05)])],
    lengths: [
      { from: [5, 20], to: [25, 20], text: "20.0 mm" },
      { from: [40, 20], to: [60, 20], text: "10.0 mm" },
      { from: [20, 40], to: [50, 40], text: "30.0 px" },
    ],
  }),
  row({
    name: "us-one-region",
    how: "0.1 cm a pixel in the left half; beyond it nothing is calibrated.",
    files: () => [ultrasound("us-one-region", [region(0, 31, 0.1)])],
    lengths: [
      { from: [5, 20], to: [25, 20], text: "20.0 mm" },
      { from: [40, 20], to: [60, 20], text: "20.0 px" },
    ],
    pixelSize: "1.00 mm/px",
    scaleNote: "",
  }),
  row({
    name: "us-motion-mode",
    how: "Columns of the region are seconds: a line over them has no length in millimetres.",
    files: () => [ultrasound("us-motion-mode", [region(0, 63, 0.1, SECONDS)])],
  }),
  row({
    name: "us-uncalibrated",
    how: "No region at all: pixels.",
    files: () => [ultrasound("us-uncalibrated", [])],
  }),
  row({
    name: "capture",
    how: "A screen says nothing of sizes, directions or units.",
    files: () => [capture("capture")],
  }),
  row({
    name: "capture-of-film",
    how: "Nominal Scanned Pixel Spacing is measured on the film: 50 x 0.2 = 10 mm there.",
    files: () => [capture("capture-of-film", { NominalScannedPixelSpacing: [0.2, 0.2] })],
    lengths: calibrated("10.0 mm on film"),
    pixelSize: "0.20 mm/px on film",
    scaleNote: " on film",
  }),
  row({
    name: "aspect-ratio-only",
    how: "A pixel twice as high as wide is drawn so, and has no size: 50 px.",
    files: () => [capture("aspect-ratio-only", { PixelAspectRatio: [2, 1] })],
    slope: null,
  }),
  row({
    name: "rgb",
    how: "Colour has no value to probe: red 52, green 255 - 52, blue 40.",
    files: () => [capture("rgb", colourPixels())],
    probe: [],
    seen: colourOf(ramp(20, 12)),
  }),
  row({
    name: "palette",
    how: "The palette's entry 52 holds the same colour in sixteen bits.",
    files: () => [capture("palette", palettePixels())],
    probe: [],
    seen: [52, 203, 40],
  }),
];
