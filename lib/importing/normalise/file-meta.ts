import type { ByteSource } from "./byte-source";
import { RefusedFile } from "./refused";
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from "./transfer-syntaxes";

const PREAMBLE = 128;
const LONGEST_META = 1024 * 1024;
const LONG_LENGTH = new Set(["OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UR", "UT", "UN", "SV", "UV"]);
const KNOWN_VR =
  /^(?:AE|AS|AT|CS|DA|DS|DT|FL|FD|IS|LO|LT|OB|OD|OF|OL|OV|OW|PN|SH|SL|SQ|SS|ST|SV|TM|UC|UI|UL|UN|UR|US|UT|UV)$/;

export interface FileMeta {
  /** Null where the file does not say. */
  readonly transferSyntaxUid: string | null;
  /** Where the data set begins, bytes from the start of the file. */
  readonly dataSetOffset: number;
}

/**
 * File Meta Information (PS3.10 7.1) read element by element until the group ends; its group length is not believed.
 * Throws RefusedFile where the file is no DICOM or ends inside the group.
 */
export function readFileMeta(source: ByteSource): FileMeta {
  const bytes = source.read(0, LONGEST_META);
  if (bytes.length === 0) throw new RefusedFile("The file is empty.");
  const prefixed = bytes.toString("latin1", PREAMBLE, PREAMBLE + 4) === "DICM";
  let offset = prefixed ? PREAMBLE + 4 : 0;
  if (!prefixed && !looksLikeDataSet(bytes)) throw new RefusedFile("This is not a DICOM file.");
  if (bytes.length < offset + 8) throw new RefusedFile("The file ends before its data set begins.");
  let transferSyntaxUid: string | null = null;
  while (offset + 8 <= bytes.length && bytes.readUInt16LE(offset) === 0x0002) {
    const vr = bytes.toString("latin1", offset + 4, offset + 6);
    if (!/^[A-Z]{2}$/.test(vr)) throw new RefusedFile("The file's opening group is not well formed.");
    const long = LONG_LENGTH.has(vr);
    if (long && offset + 12 > bytes.length) throw new RefusedFile("The file ends inside its opening group.");
    const length = long ? bytes.readUInt32LE(offset + 8) : bytes.readUInt16LE(offset + 6);
    const start = offset + (long ? 12 : 8);
    if (start + length > bytes.length) throw new RefusedFile("The file ends inside its opening group.");
    if (bytes.readUInt16LE(offset + 2) === 0x0010) {
      transferSyntaxUid = bytes.toString("latin1", start, start + length).replace(/[\0 ]+$/, "");
    }
    offset = start + length;
  }
  if (offset >= source.size) throw new RefusedFile("The file ends before its data set begins.");
  return { transferSyntaxUid: transferSyntaxUid || null, dataSetOffset: offset };
}

/** A file without preamble is believed where it begins with an element of a low even group. */
function looksLikeDataSet(bytes: Buffer): boolean {
  if (bytes.length < 16) return false;
  const little = bytes.readUInt16LE(0);
  const big = bytes.readUInt16BE(0);
  const explicit = KNOWN_VR.test(bytes.toString("latin1", 4, 6));
  if (little === 0x0002) return explicit;
  if (little === 0x0008) return explicit || bytes.readUInt32LE(4) < 4096;
  return big === 0x0008 && explicit;
}

/**
 * How the data set is really written, from its first element: some writers name another transfer syntax than they use.
 */
export function sniffEncoding(bytes: Buffer): string {
  const explicit = KNOWN_VR.test(bytes.toString("latin1", 4, 6));
  if (!explicit) return IMPLICIT_LITTLE;
  const group = bytes.readUInt16LE(0);
  return group > 0x00ff && bytes.readUInt16BE(0) <= 0x00ff ? EXPLICIT_BIG : EXPLICIT_LITTLE;
}
