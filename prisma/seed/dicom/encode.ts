import { type Attributes, ELEMENTS, type Keyword, type Value } from "./elements";
import { uidOf } from "./uid";

const EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
/** These value representations have two reserved bytes and a 32-bit length (PS3.5 7.1.2). */
const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);

/** A DICOM file (PS3.10) in Explicit VR Little Endian. `SOPClassUID` and `SOPInstanceUID` must be among the attributes. */
export function dicomFile(attributes: Attributes): Buffer {
  const meta = Buffer.concat([
    element("00020001", "OB", Buffer.from([0, 1])),
    element("00020002", "UI", text(String(attributes.SOPClassUID), "UI")),
    element("00020003", "UI", text(String(attributes.SOPInstanceUID), "UI")),
    element("00020010", "UI", text(EXPLICIT_LITTLE_ENDIAN, "UI")),
    element("00020012", "UI", text(uidOf("implementation"), "UI")),
    element("00020013", "SH", text("READINGROOM_DEMO", "SH")),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from("DICM"),
    element("00020000", "UL", length),
    meta,
    dataSet(attributes),
  ]);
}

function dataSet(attributes: Attributes): Buffer {
  const keywords = (Object.keys(attributes) as Keyword[]).sort((a, b) =>
    ELEMENTS[a][0] < ELEMENTS[b][0] ? -1 : 1,
  );
  return Buffer.concat(
    keywords.flatMap((keyword) => {
      const value = attributes[keyword];
      if (value === undefined) return [];
      const [tag, vr] = ELEMENTS[keyword];
      return [element(tag, vr, encoded(value, vr))];
    }),
  );
}

function element(tag: string, vr: string, value: Buffer): Buffer {
  const head = Buffer.alloc(LONG.has(vr) ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, "latin1");
  if (LONG.has(vr)) head.writeUInt32LE(value.length, 8);
  else head.writeUInt16LE(value.length, 6);
  return Buffer.concat([head, value]);
}

function encoded(value: Value, vr: string): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (vr === "SQ") return sequence(value as readonly Attributes[]);
  const values = (Array.isArray(value) ? value : [value]) as readonly (string | number)[];
  switch (vr) {
    case "US":
      return numbers(values, 2, (buffer, each, offset) => buffer.writeUInt16LE(each, offset));
    case "SS":
      return numbers(values, 2, (buffer, each, offset) => buffer.writeInt16LE(each, offset));
    case "UL":
      return numbers(values, 4, (buffer, each, offset) => buffer.writeUInt32LE(each, offset));
    case "FD":
      return numbers(values, 8, (buffer, each, offset) => buffer.writeDoubleLE(each, offset));
    case "AT":
      return numbers(values, 4, (buffer, each, offset) => {
        buffer.writeUInt16LE(each >>> 16, offset);
        buffer.writeUInt16LE(each & 0xffff, offset + 2);
      });
    default:
      return text(values.map((each) => (typeof each === "number" ? decimal(each) : each)).join("\\"), vr);
  }
}

type Write = (buffer: Buffer, value: number, offset: number) => void;

function numbers(values: readonly (string | number)[], size: number, write: Write): Buffer {
  const buffer = Buffer.alloc(values.length * size);
  for (const [index, value] of values.entries()) write(buffer, Number(value), index * size);
  return buffer;
}

/** Items and the sequence have defined lengths. */
function sequence(items: readonly Attributes[]): Buffer {
  return Buffer.concat(
    items.flatMap((item) => {
      const content = dataSet(item);
      const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
      head.writeUInt32LE(content.length, 4);
      return [head, content];
    }),
  );
}

/** Even length: UI is padded with a zero byte, text with a space (PS3.5 6.2). */
function text(value: string, vr: string): Buffer {
  const padded = value.length % 2 === 0 ? value : value + (vr === "UI" ? "\0" : " ");
  return Buffer.from(padded, "latin1");
}

/** A decimal string has at most 16 characters. */
function decimal(value: number): string {
  return String(Number(value.toPrecision(10))).slice(0, 16);
}
