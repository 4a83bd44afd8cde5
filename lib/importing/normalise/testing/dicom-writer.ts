import { writeFileSync } from "node:fs";

type Value = string | number | readonly number[] | Buffer;
export type TestElement = readonly [tag: string, vr: string, value: Value];

const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);
const SIZES: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, FD: 8 };

function bytesOf(vr: string, value: Value): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const size = SIZES[vr];
  if (size === undefined) {
    const text = typeof value === "string" ? value : [value].flat().join("\\");
    return Buffer.from(text.length % 2 === 0 ? text : `${text}${vr === "UI" ? "\0" : " "}`, "latin1");
  }
  const numbers = [value].flat().map(Number);
  const bytes = Buffer.alloc(numbers.length * size);
  for (const [index, number] of numbers.entries()) {
    if (vr === "FD") bytes.writeDoubleLE(number, index * size);
    else if (vr === "SS") bytes.writeInt16LE(number, index * size);
    else bytes.writeUIntLE(number, index * size, size);
  }
  return bytes;
}

/** One data element, explicit VR little endian. `length` overrides the declared length. */
export function element([tag, vr, value]: TestElement, length?: number): Buffer {
  const bytes = bytesOf(vr, value);
  const head = Buffer.alloc(LONG.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, "latin1");
  if (LONG.has(vr)) head.writeUInt32LE(length ?? bytes.length, 8);
  else head.writeUInt16LE(length ?? bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

/** A sequence of items with defined lengths. */
export function sequence(tag: string, items: readonly (readonly TestElement[])[]): TestElement {
  const bodies = items.map((item) => {
    const body = Buffer.concat(item.map((part) => element(part)));
    const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  });
  return [tag, "SQ", Buffer.concat(bodies)];
}

/** Encapsulated Pixel Data: an offset table and fragments, with undefined length. */
export function encapsulated(fragments: readonly Buffer[], offsetTable: Buffer = Buffer.alloc(0)): Buffer {
  const item = (bytes: Buffer) => {
    const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  const end = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  const body = Buffer.concat([item(offsetTable), ...fragments.map(item), end]);
  return element(["7FE00010", "OB", body], 0xffffffff);
}

export const PLAIN: readonly TestElement[] = [
  ["00080016", "UI", "1.2.840.10008.5.1.4.1.1.2"],
  ["00080018", "UI", "1.2.3.4.1"],
  ["00080060", "CS", "CT"],
  ["00100010", "PN", "Nobody^Special"],
  ["00100020", "LO", "MRN-4711"],
  ["0020000D", "UI", "1.2.3.4.2"],
  ["0020000E", "UI", "1.2.3.4.3"],
  ["00280002", "US", 1],
  ["00280004", "CS", "MONOCHROME2"],
  ["00280010", "US", 8],
  ["00280011", "US", 8],
  ["00280100", "US", 16],
  ["00280101", "US", 12],
  ["00280102", "US", 11],
  ["00280103", "US", 0],
];

/** Elements of a file, later ones replacing earlier ones of the same tag; null leaves one out. */
export function dataSet(change: Readonly<Record<string, TestElement | null>>): readonly TestElement[] {
  const all = new Map(PLAIN.map((part) => [part[0], part]));
  for (const [tag, part] of Object.entries(change)) {
    if (part) all.set(tag, part);
    else all.delete(tag);
  }
  return [...all.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** Writes a DICOM file of explicit VR little endian data set bytes. */
export function writeDicom(path: string, body: Buffer, transferSyntaxUid = "1.2.840.10008.1.2.1"): void {
  const meta = element(["00020010", "UI", transferSyntaxUid]);
  writeFileSync(path, Buffer.concat([Buffer.alloc(128), Buffer.from("DICM"), meta, body]));
}

export function bodyOf(parts: readonly TestElement[], pixelData?: Buffer): Buffer {
  return Buffer.concat([...parts.map((part) => element(part)), ...(pixelData ? [pixelData] : [])]);
}

export function words(values: readonly number[]): TestElement {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2);
  return ["7FE00010", "OW", bytes];
}
