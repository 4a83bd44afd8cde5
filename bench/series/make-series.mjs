// Series for the benches: out of one uncompressed slice of the caller's, or drawn here so that anyone can run them.
import fs from "node:fs";
import path from "node:path";
import parser from "dicom-parser";
import { newUid, writeDicomFile } from "./dicom-file.mjs";
import { phantomSlice } from "./phantom.mjs";

const native = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"];
const ctImage = "1.2.840.10008.5.1.4.1.1.2";

function common({ rows, columns, stored, signed, spacing, thickness, rescale, window }) {
  return [
    ["00080016", "UI", ctImage],
    ["00080060", "CS", "CT"],
    ["00080008", "CS", ["ORIGINAL", "PRIMARY", "AXIAL"]],
    ["00100010", "PN", "BENCH^SERIES"],
    ["00100020", "LO", "BENCH"],
    ["0020000D", "UI", newUid()],
    ["0020000E", "UI", newUid()],
    ["00200052", "UI", newUid()],
    ["00200011", "IS", 1],
    ["0008103E", "LO", "Axial"],
    ["00180015", "CS", "CHEST"],
    ["00180050", "DS", thickness],
    ["00200037", "DS", [1, 0, 0, 0, 1, 0]],
    ["00280002", "US", 1],
    ["00280004", "CS", "MONOCHROME2"],
    ["00280010", "US", rows],
    ["00280011", "US", columns],
    ["00280030", "DS", spacing],
    ["00280100", "US", 16],
    ["00280101", "US", stored],
    ["00280102", "US", stored - 1],
    ["00280103", "US", signed ? 1 : 0],
    ["00281050", "DS", window[0]],
    ["00281051", "DS", window[1]],
    ["00281052", "DS", rescale[0]],
    ["00281053", "DS", rescale[1]],
  ];
}

function writeSlices(folder, count, description, pixelsOf) {
  fs.mkdirSync(folder, { recursive: true });
  const shared = common(description);
  for (let index = 0; index < count; index++)
    writeDicomFile(path.join(folder, `IM${String(index + 1).padStart(5, "0")}.dcm`), [
      ...shared,
      ["00080018", "UI", newUid()],
      ["00200013", "IS", index + 1],
      ["00200032", "DS", [-180, -180, Number((index * description.thickness).toFixed(3))]],
      ["7FE00010", "OW", pixelsOf(index)],
    ]);
}

/** Draws a CT phantom of `count` slices of `side` x `side` x 16 bit. */
export function drawSeries(folder, count, { side = 512, noise = 40 } = {}) {
  const description = {
    rows: side,
    columns: side,
    stored: 12,
    signed: false,
    spacing: [0.7, 0.7],
    thickness: 1,
    rescale: [-1024, 1],
    window: [40, 400],
  };
  writeSlices(folder, count, description, (index) => phantomSlice(index, count, side, noise));
}

/** A series out of one slice: consecutive positions, rows shifted so that every slice differs. @throws on a slice that is not plain CT. */
export function repeatSlice(source, folder, count) {
  const bytes = fs.readFileSync(source);
  const dataSet = parser.parseDicom(bytes);
  const syntax = dataSet.string("x00020010") ?? native[0];
  if (!native.includes(syntax))
    throw new Error(`${source} is compressed (${syntax}): give an uncompressed slice`);
  const rows = dataSet.uint16("x00280010");
  const columns = dataSet.uint16("x00280011");
  const pixel = dataSet.elements.x7fe00010;
  if (!rows || !columns || !pixel || dataSet.uint16("x00280100") !== 16 || dataSet.uint16("x00280002") !== 1)
    throw new Error(`${source} is not a grey slice of 16 bits`);
  const size = rows * columns * 2;
  const pixels = Buffer.from(bytes.subarray(pixel.dataOffset, pixel.dataOffset + size));
  const numbers = (tag, fallback) => {
    const values = (dataSet.string(tag) ?? "").split("\\").map(Number);
    return values[0] !== undefined && values.every((value) => Number.isFinite(value) && value !== 0)
      ? values
      : fallback;
  };
  const description = {
    rows,
    columns,
    stored: dataSet.uint16("x00280101") ?? 16,
    signed: dataSet.uint16("x00280103") === 1,
    spacing: numbers("x00280030", [1, 1]),
    thickness: Math.abs(numbers("x00180050", [1])[0]),
    rescale: [Number(dataSet.string("x00281052") ?? 0), Number(dataSet.string("x00281053") ?? 1)],
    window: [Number(dataSet.floatString("x00281050") ?? 40), Number(dataSet.floatString("x00281051") ?? 400)],
  };
  writeSlices(folder, count, description, (index) => {
    const shift = (index % Math.min(64, rows)) * columns * 2;
    return Buffer.concat([pixels.subarray(shift), pixels.subarray(0, shift)]);
  });
}
