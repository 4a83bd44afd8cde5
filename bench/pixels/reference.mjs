// What dcmtk, or gdcm where dcmtk fails, makes of a file: stored values of grey frames, RGB of colour ones.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import dicomParser from "dicom-parser";
import { ran } from "./tools.mjs";

const JPEG = "1.2.840.10008.1.2.4.";
const lossyJpeg = new Set([50, 51, 52, 53, 54, 55, 56].map((process) => `${JPEG}${process}`));

/** The program of dcmtk that unpacks a transfer syntax. */
function unpacker(syntax) {
  if (syntax === "1.2.840.10008.1.2.5") return ["dcmdrle"];
  if (/^(80|81)$/.test(syntax.replace(JPEG, ""))) return ["dcmdjpls"];
  if (/^(5\d|70)$/.test(syntax.replace(JPEG, ""))) return ["dcmdjpeg"];
  if (syntax.startsWith(JPEG)) return null;
  return ["dcmconv", "+te"];
}

async function unpacked(file, syntax, folder) {
  const out = join(folder, "unpacked.dcm");
  const program = unpacker(syntax);
  if (program && (await ran(...program, file, out))) return { path: out, by: program[0] };
  if (await ran("gdcmconv", "--raw", file, out)) return { path: out, by: "gdcmconv" };
  return null;
}

/** Pixel Data of an uncompressed file, and what describes it. */
function described(path) {
  const bytes = readFileSync(path);
  const dataSet = dicomParser.parseDicom(bytes);
  const element = dataSet.elements.x7fe00010;
  if (!element || element.encapsulatedPixelData) return null;
  const short = (tag, fallback) => dataSet.uint16(tag) ?? fallback;
  const allocated = short("x00280100", 8);
  const stored = short("x00280101", allocated);
  return {
    dataSet,
    rows: short("x00280010", 0),
    columns: short("x00280011", 0),
    samples: short("x00280002", 1),
    allocated,
    stored,
    high: short("x00280102", stored - 1),
    signed: short("x00280103", 0) === 1,
    photometric: (dataSet.string("x00280004") ?? "").trim(),
    frames: Number(dataSet.string("x00280008")?.trim() || 1),
    data: bytes.subarray(element.dataOffset, element.dataOffset + element.length),
  };
}

/** PS3.5 8.1.1: the bits from High Bit down, extended by their sign; the bits above hold something else. */
function storedValue(raw, { stored, high, signed, lossy }) {
  // A lossy decoder may overshoot; what it gives is looked at as it is.
  if (lossy && !signed) return raw;
  const value = (raw >> (high + 1 - stored)) & (2 ** stored - 1);
  return signed && value >= 2 ** (stored - 1) ? value - 2 ** stored : value;
}

function greyFrame(found, frame) {
  const { rows, columns, allocated, data } = found;
  const count = rows * columns;
  const values = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const at = frame * count + index;
    if (allocated === 1) values[index] = (data[at >> 3] >> (at & 7)) & 1;
    else values[index] = storedValue(allocated === 8 ? data[at] : data.readUInt16LE(at * 2), found);
  }
  return values;
}

/** Modality LUT (PS3.3 C.11.1); null where the object has none. */
function modalityTable({ dataSet, signed }) {
  const item = dataSet.elements.x00283000?.items?.[0]?.dataSet;
  const entries = item?.uint16("x00283002", 0);
  if (entries === undefined) return null;
  const count = entries || 65_536;
  const first = signed ? item.int16("x00283002", 1) : item.uint16("x00283002", 1);
  return (value) => item.uint16("x00283006", Math.min(count - 1, Math.max(0, value - first)));
}

/** A picture of the binary PPM kind. */
function ppm(path) {
  const bytes = readFileSync(path);
  const head = /^P6\s+(?:#.*\s+)*(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.subarray(0, 200).toString("latin1"));
  return head && Number(head[3]) === 255 ? bytes.subarray(head[0].length) : null;
}

/** Palettes that dcm2pnm does not read: gdcm writes their colours, in the upper byte where it takes two. */
async function paletteFrames(path, frames, folder) {
  const out = join(folder, "palette.dcm");
  const found = (await ran("gdcmconv", "--raw", "--apply-lut8", path, out)) ? described(out) : null;
  if (found?.samples !== 3 || found.data.length === 0) return null;
  const size = found.rows * found.columns * 3;
  const wide = found.allocated === 16;
  return Array.from({ length: frames }, (_, frame) =>
    Uint8Array.from({ length: size }, (_, index) =>
      wide ? found.data[(frame * size + index) * 2 + 1] : found.data[frame * size + index],
    ),
  );
}

async function colourFrames(path, frames, folder) {
  const out = join(folder, "colour");
  if (!(await ran("dcm2pnm", "+op", "+Fa", path, out))) return null;
  const pictures = [];
  for (let frame = 0; frame < frames; frame++) {
    const name = [`${out}.${frame}.ppm`, `${out}.ppm`, out].find(existsSync);
    const picture = name ? ppm(name) : null;
    if (!picture) return null;
    pictures.push(picture);
  }
  return pictures;
}

/** Frames of a file by the reference decoders and the program that gave them; null where none can. */
export async function referenceFrames(file, syntax, folder) {
  const raw = await unpacked(file, syntax, folder);
  const found = raw && described(raw.path);
  if (!found) return null;
  found.lossy = lossyJpeg.has(syntax);
  if (found.samples === 3 || found.photometric === "PALETTE COLOR") {
    const { photometric } = found;
    const frames = await colourFrames(raw.path, found.frames, folder);
    if (frames) return { frames, by: `${raw.by}, dcm2pnm`, photometric };
    const painted = photometric === "PALETTE COLOR" ? await paletteFrames(file, found.frames, folder) : null;
    return painted && { frames: painted, by: "gdcmconv", photometric };
  }
  const table = modalityTable(found);
  const frames = Array.from({ length: found.frames }, (_, frame) => {
    const values = greyFrame(found, frame);
    return table ? values.map(table) : values;
  });
  return { frames, by: raw.by, photometric: found.photometric };
}
