import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { chestRadiograph } from "../prisma/seed/dicom/dx";
import { dicomFile } from "../prisma/seed/dicom/encode";
import { mammogram } from "../prisma/seed/dicom/mg";
import {
  commonAttributes,
  type Examination,
  greyPixels,
  planeAttributes,
} from "../prisma/seed/dicom/objects";
import type { Plane } from "../prisma/seed/pixels/plane";

const run = promisify(execFile);
type Files = Readonly<Record<string, Buffer | string>>;

const examOf = (key: string, modality: Examination["modality"], description: string): Examination => ({
  key,
  modality,
  sex: "O",
  age: "050Y",
  description,
});

/** Values by a function of column and row. */
function painted(columns: number, rows: number, value: (x: number, y: number) => number): Uint16Array {
  const values = new Uint16Array(columns * rows);
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) values[y * columns + x] = value(x, y);
  return values;
}

const breastShape = { columns: 240, rows: 320, spacing: 0.4 };

/** Half an ellipse on the chest wall, which is bright, with the lateral or axillary part at the top brighter. */
function breast(wall: "left" | "right"): Uint16Array {
  const { columns, rows } = breastShape;
  return painted(columns, rows, (x, y) => {
    const depth = wall === "left" ? x : columns - 1 - x;
    if (depth < 14) return 3800;
    const inside = (depth / 170) ** 2 + ((y - rows / 2) / 120) ** 2 < 1;
    return inside ? (y < rows / 2 ? 2200 : 1200) : 40;
  });
}

/** Four views; those of the left breast are stored with the chest wall at the right edge, as some units do. */
export function mammographyFiles(key: string): Files {
  const exam = examOf(key, "MG", "Mammography");
  const views = [
    ["L", "MLO", ["P", "F"]],
    ["L", "CC", ["P", "R"]],
    ["R", "MLO", ["P", "F"]],
    ["R", "CC", ["P", "L"]],
  ] as const;
  return Object.fromEntries(
    views.map(([side, view, orientation], index) => {
      const series = { key: `${side}${view}`, number: index + 1, description: `${side} ${view}` };
      const pixels = { ...breastShape, values: breast("right") };
      return [`${index}.dcm`, mammogram(exam, series, { side, view, orientation }, pixels)];
    }),
  );
}

/** The lateral view comes first. */
export function chestFiles(key: string): Files {
  const exam = examOf(key, "DX", "Chest radiographs");
  const pixels = (level: number) => ({
    columns: 200,
    rows: 240,
    spacing: 1.5,
    values: painted(200, 240, (x, y) => (Math.hypot(x - 70, y - 90) < 40 ? 400 : level)),
  });
  return {
    "1.dcm": chestRadiograph(
      exam,
      { key: "lat", number: 1, description: "Chest lateral" },
      pixels(2600),
      "LL",
    ),
    "2.dcm": chestRadiograph(exam, { key: "pa", number: 2, description: "Chest PA" }, pixels(1800), "PA"),
  };
}

function ctSlice(exam: Examination, series: string, number: number, z: number, date: string): Buffer {
  const plane: Plane = {
    origin: [-80, -80, z],
    row: [1, 0, 0],
    column: [0, 1, 0],
    spacing: 1.6,
    rows: 100,
    columns: 100,
  };
  const values = painted(100, 100, (x, y) => (Math.hypot(x - 50, y - 50) < 10 + number * 2 ? 1080 : 200));
  return dicomFile({
    ...commonAttributes(exam, { key: series, number: 1, description: "CT axial" }, number),
    ...planeAttributes(exam, plane, 5),
    ...greyPixels(values, 100, 100, 12),
    StudyDate: date,
    PatientID: "ONE PATIENT",
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.2",
    ImageType: ["ORIGINAL", "PRIMARY", "AXIAL"],
    BodyPartExamined: "ABDOMEN",
    RescaleIntercept: -1024,
    RescaleSlope: 1,
    RescaleType: "HU",
    WindowCenter: 40,
    WindowWidth: 400,
  });
}

const ctSeries = (key: string, folder: string, date: string, count = 3): Files => {
  const exam = examOf(key, "CT", "Abdomen");
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((number) => [`${folder}/${number}.dcm`, ctSlice(exam, "ct", number, number * 5, date)]),
  );
};

const source = { name: "Hanging phantoms", licence: "CC0-1.0" };

/** One CT of so many slices, window 400 wide at 40. */
export function volumeFiles(key: string, slices: number): Files {
  return {
    ...ctSeries(key, "ct", "20240215", slices),
    "case.json": JSON.stringify({
      schemaVersion: 1,
      caseId: key,
      title: key,
      source,
      series: [{ id: "ct", description: "CT axial", files: ["ct"] }],
    }),
  };
}

/** A prior and a current study of one patient, the prior one named first. */
export function priorFiles(key: string): Files {
  const series = ["prior", "current"].map((id) => ({ id, description: id, files: [id] }));
  return {
    ...ctSeries(`${key}-prior`, "prior", "20230110"),
    ...ctSeries(`${key}-current`, "current", "20240215"),
    "case.json": JSON.stringify({ schemaVersion: 1, caseId: key, title: key, source, series }),
  };
}

async function panel(label: string): Promise<Buffer> {
  const shade = 90 + label.charCodeAt(1) - 97;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="360"><rect width="400" height="360" fill="rgb(${shade},${shade},${shade})"/><circle cx="200" cy="180" r="90" fill="#ddd"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** One figure of four panels, two by two, on white paper. */
export async function compoundFigure(key: string): Promise<Files> {
  const boxes = [
    [20, 20],
    [420, 20],
    [20, 360],
    [420, 360],
  ]
    .map(
      ([x = 0, y = 0], index) =>
        `<rect x="${x}" y="${y}" width="360" height="300" fill="#4a4a4a"/><circle cx="${x + 100 + index * 50}" cy="${y + 150}" r="70" fill="#aaa"/>`,
    )
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="680"><rect width="800" height="680" fill="#fff"/>${boxes}</svg>`;
  return {
    "figure.png": await sharp(Buffer.from(svg)).png().toBuffer(),
    "case.json": JSON.stringify({
      schemaVersion: 1,
      caseId: key,
      title: key,
      source,
      images: [{ id: "whole", file: "figure.png", figure: "1", modality: "CT" }],
    }),
  };
}

/** Six panels of a figure, named out of order, and a CT. */
export async function figuresAndCt(key: string): Promise<Files> {
  const labels = ["1d", "1a", "1f", "1b", "1e", "1c"];
  const pictures = await Promise.all(
    labels.map(async (label) => [`${label}.png`, await panel(label)] as const),
  );
  return {
    ...Object.fromEntries(pictures),
    ...ctSeries(key, "ct", "20240215"),
    "case.json": JSON.stringify({
      schemaVersion: 1,
      caseId: key,
      title: key,
      source,
      series: [{ id: "ct", description: "CT axial", files: ["ct"] }],
      images: labels.map((label) => ({ id: label, file: `${label}.png`, figure: label, modality: "CT" })),
    }),
  };
}

/** Imports one case into a project of the server under test, through the command line. */
export async function importFiles(slug: string, files: Files): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hanging-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const env = {
      ...process.env,
      DATA_DIR: process.env.DATA_DIR ?? process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
    };
    const words = ["cli/run.mjs", "import", folder, "--project", slug, "--json"];
    const { stdout } = await run(process.execPath, words, { env });
    const told = JSON.parse(stdout) as { readonly cases: number; readonly refused: readonly unknown[] };
    if (told.cases !== 1 || told.refused.length > 0) throw new Error(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
