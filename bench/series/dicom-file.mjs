// Writes DICOM files: explicit VR little endian, no compression.
import { randomBytes } from "node:crypto";
import fs from "node:fs";

const long = new Set(["OB", "OW"]);

/** A new UID under 2.25 (PS3.5 B.2). */
export const newUid = () => `2.25.${BigInt(`0x${randomBytes(15).toString("hex")}`)}`;

function valueBytes(vr, value) {
  if (Buffer.isBuffer(value)) return value;
  if (vr === "US") {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value & 0xffff);
    return bytes;
  }
  const text = Array.isArray(value) ? value.join("\\") : String(value);
  return Buffer.from(text.length % 2 === 0 ? text : `${text}${vr === "UI" ? "\0" : " "}`, "latin1");
}

function element(tag, vr, value) {
  const bytes = valueBytes(vr, value);
  const head = Buffer.alloc(long.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, "latin1");
  if (long.has(vr)) head.writeUInt32LE(bytes.length, 8);
  else head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

/** Writes a file of [tag, VR, value] rows; tags are eight hexadecimal digits. */
export function writeDicomFile(path, rows) {
  const stated = (tag) => rows.find((row) => row[0] === tag)?.[2];
  const meta = Buffer.concat([
    element("00020002", "UI", stated("00080016")),
    element("00020003", "UI", stated("00080018")),
    element("00020010", "UI", "1.2.840.10008.1.2.1"),
  ]);
  const length = Buffer.alloc(12);
  length.writeUInt16LE(0x0002, 0);
  length.write("UL", 4, "latin1");
  length.writeUInt16LE(4, 6);
  length.writeUInt32LE(meta.length, 8);
  const body = [...rows].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map((row) => element(...row));
  fs.writeFileSync(path, Buffer.concat([Buffer.alloc(128), Buffer.from("DICM"), length, meta, ...body]));
}
