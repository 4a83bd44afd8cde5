import type { Attributes } from "../../prisma/seed/dicom/elements";
import { type FixtureFile, fixtureFile, hounsfield, plane, ramp, SOP } from "./fixture";
import { fiftyPixels, type TruthRow } from "./row";

type Row = Omit<TruthRow, "letters" | "pixelSize" | "scaleNote" | "lengths" | "seen"> & Partial<TruthRow>;

/** An axial slice with pixels of 0.8 mm; windows are set so that the slope is seen as it is stored. */
const row = (given: Row): TruthRow => ({
  letters: { top: "A", right: "L", bottom: "P", left: "R" },
  lengths: [{ ...fiftyPixels, text: "40.0 mm" }],
  pixelSize: "0.80 mm/px",
  scaleNote: "",
  seen: 52,
  ...given,
});

type Grey = Parameters<typeof fixtureFile>[4];

const slice = (
  key: string,
  modality: "CT" | "MR" | "PT" | "NM",
  sop: string,
  change: Attributes,
  grey: Grey = {},
): FixtureFile =>
  fixtureFile(key, modality, sop, { ...plane(key, [-25, -25, 10], [1, 0, 0, 0, 1, 0]), ...change }, grey);

const ct = (key: string, change: Attributes, grey: Grey = {}) =>
  slice(key, "CT", SOP.ct, { ...hounsfield, ...change }, grey);

const rescaled: Attributes = { RescaleIntercept: 0, RescaleSlope: 1 };

const sigmoid =
  (center: number, width: number) =>
  (value: number): number =>
    255 / (1 + Math.exp((-4 * (value - center)) / width));

/** 370 MBq of F-18, given an hour and fifty minutes (one half-life of 6,600 s) before the series began. */
const dose: Attributes = {
  Units: "BQML",
  SeriesType: ["STATIC", "IMAGE"],
  CorrectedImage: ["NORM", "DTIM", "ATTN", "SCAT", "DECY"],
  DecayCorrection: "START",
  PatientWeight: 70,
  RescaleIntercept: 0,
  RescaleSlope: 100,
  WindowCenter: 12_750.5,
  WindowWidth: 25_501,
  SeriesDate: "20260105",
  SeriesTime: "105000",
  AcquisitionDate: "20260105",
  AcquisitionTime: "105500",
  RadiopharmaceuticalInformationSequence: [
    {
      RadionuclideTotalDose: 370_000_000,
      RadionuclideHalfLife: 6600,
      RadiopharmaceuticalStartTime: "090000",
    },
  ],
};

const pet = (key: string, change: Attributes) => slice(key, "PT", SOP.pet, { ...dose, ...change });

/** Values and their units, where pixels say something of the patient and where they do not. */
export const values: readonly TruthRow[] = [
  row({
    name: "ct-offset",
    how: "Stored 1,052 with slope 1 and intercept -1,024 is 28 HU; black at -24, white at 231: 28 is 52 of 255.",
    files: () => [
      ct(
        "ct-offset",
        { RescaleIntercept: -1024, WindowCenter: 104 },
        { stored: (x, y) => 1000 + ramp(x, y) },
      ),
    ],
    probe: ["28.0 HU"],
    corners: ["W 256 L 104"],
  }),
  row({
    name: "ct-negative-slope",
    how: "Slope -1 and intercept 200: 200 - 52 = 148, and the slope runs the other way.",
    files: () => [ct("ct-negative-slope", { RescaleSlope: -1, RescaleIntercept: 200 })],
    probe: ["148 HU"],
    seen: 148,
    slope: [-2, -1],
  }),
  row({
    name: "ct-below-zero",
    how: "Slope -1 without intercept: -52, and every value lies below zero; black at -255, so it is seen as 203.",
    files: () => [ct("ct-below-zero", { RescaleSlope: -1, WindowCenter: -127 })],
    probe: ["\u221252.0 HU"],
    seen: 203,
    slope: [-2, -1],
  }),
  row({
    name: "ct-without-rescale",
    how: "Without slope and intercept nothing says that the numbers are Hounsfield units.",
    files: () => [
      ct("ct-without-rescale", {
        RescaleIntercept: undefined,
        RescaleSlope: undefined,
        RescaleType: undefined,
      }),
    ],
    probe: ["52.0"],
  }),
  row({
    name: "ct-capture",
    how: "A secondary capture has no Hounsfield units unless it names them: a slope of 1 leaves grey levels of a screen.",
    files: () => [slice("ct-capture", "CT", SOP.sc, { ConversionType: "WSD", ...rescaled })],
    probe: ["52.0"],
  }),
  row({
    name: "ct-signed",
    how: "Sixteen signed bits: 52 - 500 = -448; black at -500, so it is seen as 52.",
    files: () => [
      ct("ct-signed", { WindowCenter: -372 }, { bits: 16, signed: true, stored: (x, y) => ramp(x, y) - 500 }),
    ],
    probe: ["\u2212448 HU"],
  }),
  row({
    name: "ct-unsigned-16-bit",
    how: "Above 32,767 an unsigned value is not a negative one: 40,000 + 52.",
    files: () => [
      ct("ct-unsigned-16-bit", { WindowCenter: 40_128 }, { bits: 16, stored: (x, y) => 40_000 + ramp(x, y) }),
    ],
    probe: ["40052 HU"],
  }),
  row({
    name: "ct-12-bit-with-overlay-bits",
    how: "Twelve bits are stored; the four above them hold an overlay and are not part of the value.",
    files: () => [
      ct("ct-12-bit-with-overlay-bits", {}, { stored: (x, y) => ramp(x, y) | (((x % 2) + 1) * 0x4000) }),
    ],
    probe: ["52.0 HU"],
  }),
  row({
    name: "ct-exact-window",
    how: "LINEAR_EXACT (PS3.3 C.11.2.1.3.2): black at 0 and white at 208, so 52 is a quarter of 255.",
    files: () => [
      ct("ct-exact-window", { VOILUTFunction: "LINEAR_EXACT", WindowCenter: 104, WindowWidth: 208 }),
    ],
    probe: ["52.0 HU"],
    seen: 64,
    slope: [2.45, 1.23],
  }),
  row({
    name: "ct-sigmoid-window",
    how: "SIGMOID (PS3.3 C.11.2.1.3.1) about 94 with width 60: 52 lies 42 below, 255 / (1 + e^2.8) = 14.6; a line has 0.",
    files: () => [ct("ct-sigmoid-window", { VOILUTFunction: "SIGMOID", WindowCenter: 94, WindowWidth: 60 })],
    probe: ["52.0 HU"],
    seen: 15,
    curve: sigmoid(94, 60),
  }),
  row({
    name: "mr-sigmoid-fractions",
    how: "SIGMOID with slope 0.25: 52 is 13, centre 23.5 and width 15: again 255 / (1 + e^2.8) = 14.6.",
    files: () => [
      slice("mr-sigmoid-fractions", "MR", SOP.mr, {
        VOILUTFunction: "SIGMOID",
        RescaleIntercept: 0,
        RescaleSlope: 0.25,
        WindowCenter: 23.5,
        WindowWidth: 15,
      }),
    ],
    probe: ["13.0"],
    seen: 15,
    curve: (value) => sigmoid(23.5, 15)(value / 4),
  }),
  row({
    name: "ct-sigmoid-inverse",
    how: "MONOCHROME1 and SIGMOID: low is white, 255 - 14.6 = 240.4.",
    files: () => [
      ct("ct-sigmoid-inverse", {
        PhotometricInterpretation: "MONOCHROME1",
        VOILUTFunction: "SIGMOID",
        WindowCenter: 94,
        WindowWidth: 60,
      }),
    ],
    probe: ["52.0 HU"],
    seen: 240,
    curve: (value) => 255 - sigmoid(94, 60)(value),
  }),
  row({
    name: "ct-pixels-not-square",
    how: "Rows lie 0.5 mm apart and columns 1 mm: 30 columns and 80 half-rows are 30 and 20 mm, by Pythagoras 36.1 mm.",
    files: () => [ct("ct-pixels-not-square", { PixelSpacing: [0.5, 1] })],
    lengths: [
      { from: [10, 10], to: [40, 50], text: "36.1 mm" },
      { from: [10, 20], to: [50, 20], text: "40.0 mm" },
      { from: [10, 10], to: [10, 50], text: "20.0 mm" },
    ],
    probe: ["52.0 HU"],
    pixelSize: "1.00 × 0.50 mm/px",
    slope: null,
  }),
  row({
    name: "ct-spacing-zero",
    how: "A pixel of no size is no calibration: 50 pixels are 50 px.",
    files: () => [ct("ct-spacing-zero", { PixelSpacing: [0, 0] })],
    lengths: [{ ...fiftyPixels, text: "50.0 px" }],
    probe: ["52.0 HU"],
    pixelSize: "px",
    scaleNote: null,
  }),
  row({
    name: "mr-rescaled",
    how: "Slope 0.25 without a type: 13, a number without a unit; black at 0 and white at 63.75.",
    files: () => [
      slice("mr-rescaled", "MR", SOP.mr, {
        RescaleIntercept: 0,
        RescaleSlope: 0.25,
        WindowCenter: 32.375,
        WindowWidth: 64.75,
      }),
    ],
    probe: ["13.0"],
  }),
  row({
    name: "mr-fractions",
    how: "Slope 0.25 and values to 188: 53 x 0.25 = 13.25 is a fraction, though both ends (0 and 47) are whole.",
    files: () => [
      slice(
        "mr-fractions",
        "MR",
        SOP.mr,
        { RescaleIntercept: 0, RescaleSlope: 0.25, WindowCenter: 32.375, WindowWidth: 64.75 },
        { stored: (x, y) => Math.min(188, ramp(x, y) + 1) - (ramp(x, y) === 0 ? 1 : 0) },
      ),
    ],
    probe: ["13.3"],
    seen: 53,
  }),
  row({
    name: "pet-suv-at-start",
    how: "Stored 52 is 5,200 Bq/ml; of 370 MBq 185 are left after a half-life: 5,200 x 70,000 g / 185 MBq = 1.968.",
    files: () => [pet("pet-suv-at-start", {})],
    probe: ["1.97 SUVbw"],
    corners: ["W 9.65 L 4.82 SUVbw"],
  }),
  row({
    name: "pet-suv-at-injection",
    how: "Corrected to the injection the whole dose counts: 5,200 x 70,000 / 370,000,000 = 0.984.",
    files: () => [pet("pet-suv-at-injection", { DecayCorrection: "ADMIN" })],
    probe: ["0.98 SUVbw"],
  }),
  row({
    name: "pet-suv-over-midnight",
    how: "Injected at 23:10 and scanned at 01:00 the day after: one half-life again, 1.968.",
    files: () => [
      pet("pet-suv-over-midnight", {
        SeriesTime: "010000",
        AcquisitionTime: "010500",
        RadiopharmaceuticalInformationSequence: [
          {
            RadionuclideTotalDose: 370_000_000,
            RadionuclideHalfLife: 6600,
            RadiopharmaceuticalStartTime: "231000",
          },
        ],
      }),
    ],
    probe: ["1.97 SUVbw"],
  }),
  row({
    name: "pet-suv-by-size",
    how: "A woman of 1.75 m: lean mass 45.197 kg (Janmahasatian) and 18,481 cm² (Du Bois) in place of 70,000 g.",
    files: () => [pet("pet-suv-by-size", { PatientSize: 1.75 })],
    probe: ["1.97 SUVbw", "1.27 SUVlbm", "0.52 SUVbsa"],
  }),
  row({
    name: "pet-in-suv",
    how: "Units GML with SUV Type BW: the file counts in uptake by body weight; 52 x 0.1 = 5.2.",
    files: () => [
      pet("pet-in-suv", {
        Units: "GML",
        SUVType: "BW",
        RescaleSlope: 0.1,
        WindowCenter: 13.25,
        WindowWidth: 26.5,
      }),
    ],
    probe: ["5.20 SUVbw"],
  }),
  row({
    name: "pet-without-weight",
    how: "Without a weight the number stays what the scanner counted: 5,200 Bq/ml.",
    files: () => [pet("pet-without-weight", { PatientWeight: undefined })],
    probe: ["5200 Bq/ml"],
    corners: ["W 25501 L 12751"],
  }),
  row({
    name: "pet-not-corrected",
    how: "Values that were not corrected for attenuation are no uptake: 5,200 Bq/ml.",
    files: () => [pet("pet-not-corrected", { CorrectedImage: ["NORM", "DECY"] })],
    probe: ["5200 Bq/ml"],
  }),
  row({
    name: "nm-counts",
    how: "Counts of a gamma camera, as Units says; no rescale.",
    files: () => [slice("nm-counts", "NM", SOP.nm, { Units: "CNTS" })],
    probe: ["52.0 counts"],
  }),
];
