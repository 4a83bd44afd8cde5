import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import sharp from "sharp";

export interface SliceOptions {
  readonly study?: string;
  readonly series?: string;
  readonly uid: string;
  readonly number?: number;
  /** Millimetres along the normal; null = no plane geometry. */
  readonly z?: number | null;
  readonly modality?: string;
  readonly patient?: string;
  /** Base value of the pixels: other values are other pixels. */
  readonly value?: number;
  readonly burnedIn?: boolean;
  readonly frames?: number;
  readonly seriesNumber?: number;
}

const long = new Set(["OB", "OW"]);

function element(tag: string, vr: string, value: string | Buffer): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value, "latin1") : value;
  const padded = bytes.length % 2 ? Buffer.concat([bytes, Buffer.from(vr === "UI" ? "\0" : " ")]) : bytes;
  const head = Buffer.alloc(long.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, "latin1");
  if (long.has(vr)) head.writeUInt32LE(padded.length, 8);
  else head.writeUInt16LE(padded.length, 6);
  return Buffer.concat([head, padded]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

const side = 16;
const secondaryCapture = "1.2.840.10008.5.1.4.1.1.7.2";
const classes: Record<string, string> = {
  CT: "1.2.840.10008.5.1.4.1.1.2",
  MR: "1.2.840.10008.5.1.4.1.1.4",
  US: "1.2.840.10008.5.1.4.1.1.3.1",
};

/** A CT-like slice of 16 x 16 pixels as a DICOM file, explicit VR little endian; every value is made up. */
export function sliceBytes(options: SliceOptions): Buffer {
  const {
    uid,
    study = "1.2.3",
    series = "1.2.3.1",
    number = 1,
    value = 100,
    modality = "CT",
    frames = 1,
  } = options;
  const z = options.z === undefined ? number * 5 : options.z;
  const pixels = Buffer.alloc(side * side * 2 * frames);
  for (let at = 0; at < side * side * frames; at++) pixels.writeUInt16LE((value + at) % 4000, at * 2);
  const sop = classes[modality] ?? secondaryCapture;
  const meta = Buffer.concat([
    element("00020001", "OB", Buffer.from([0, 1])),
    element("00020002", "UI", sop),
    element("00020003", "UI", uid),
    element("00020010", "UI", "1.2.840.10008.1.2.1"),
  ]);
  const groupLength = Buffer.alloc(4);
  groupLength.writeUInt32LE(meta.length);
  const geometry =
    z === null
      ? []
      : [
          element("00200032", "DS", `0\\0\\${z}`),
          element("00200037", "DS", "1\\0\\0\\0\\1\\0"),
          element("00200052", "UI", "1.2.3.9"),
        ];
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from("DICM"),
    element("00020000", "UL", groupLength),
    meta,
    element("00080016", "UI", sop),
    element("00080018", "UI", uid),
    element("00080060", "CS", modality),
    element("0008103E", "LO", "axial"),
    element("00100010", "PN", "Canary^Name"),
    element("00100020", "LO", options.patient ?? "CANARY-17"),
    element("00100040", "CS", "F"),
    element("00101010", "AS", "061Y"),
    element("00180015", "CS", "HEAD"),
    element("0020000D", "UI", study),
    element("0020000E", "UI", series),
    element("00200011", "IS", String(options.seriesNumber ?? 2)),
    element("00200013", "IS", String(number)),
    ...geometry,
    element("00280002", "US", short(1)),
    element("00280004", "CS", "MONOCHROME2"),
    ...(frames > 1 ? [element("00280008", "IS", String(frames))] : []),
    element("00280010", "US", short(side)),
    element("00280011", "US", short(side)),
    element("00280030", "DS", "1\\1"),
    element("00280100", "US", short(16)),
    element("00280101", "US", short(12)),
    element("00280102", "US", short(11)),
    element("00280103", "US", short(0)),
    ...(options.burnedIn ? [element("00280301", "CS", "YES")] : []),
    element("7FE00010", "OW", pixels),
  ]);
}

export function writeSlice(path: string, options: SliceOptions): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sliceBytes(options));
}

/** A PNG of one colour; other colours are other pixels. */
export async function writePicture(path: string, shade: number, width = 20, height = 10): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const background = { r: shade % 256, g: (shade * 7) % 256, b: 90 };
  await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toFile(path);
}
