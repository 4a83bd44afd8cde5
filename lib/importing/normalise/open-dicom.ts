import dicomParser, { type DataSet, type Element } from "dicom-parser";
import { type ByteSource, bufferSource } from "./byte-source";
import { readFileMeta, sniffEncoding } from "./file-meta";
import { inflateDataSet } from "./inflate";
import { DEEPEST_SEQUENCE, LARGEST_HEADER } from "./limits";
import { RefusedFile } from "./refused";
import {
  GE_PRIVATE,
  refusedTransferSyntax,
  TRANSFER_SYNTAXES,
  type TransferSyntax,
} from "./transfer-syntaxes";

const PIXEL_DATA = "x7fe00010";
const FIRST_READ = 4 * 1024 * 1024;
const GROWTH = 8;

export interface OpenedDicom {
  /** All elements before Pixel Data. */
  readonly dataSet: DataSet;
  readonly transferSyntaxUid: string;
  readonly syntax: TransferSyntax;
  /** Where pixel bytes are read from; for a deflated file the inflated data set. */
  readonly source: ByteSource;
  /** Where the value of Pixel Data begins and how long it says it is; null length is undefined. Null: none there. */
  readonly pixelData: {
    readonly offset: number;
    readonly length: number | null;
    /** Native pixels lie in big endian words, 8-bit ones too (PS3.5 8.1.1). */
    readonly swapped: boolean;
  } | null;
}

/** dicom-parser knows no OV and takes its four-byte length for two bytes; OB has the same layout. */
function withoutOv(bytes: Buffer): Buffer {
  for (const low of [0x01, 0x02]) {
    const at = bytes.indexOf(Buffer.from([0xe0, 0x7f, low, 0x00, 0x4f, 0x56, 0x00, 0x00]));
    if (at >= 0) bytes.writeUInt8(0x42, at + 5);
  }
  return bytes;
}

function parse(bytes: Buffer, encoding: string): DataSet | "incomplete" | "too-deep" {
  try {
    return dicomParser.parseDicom(withoutOv(bytes), { TransferSyntaxUID: encoding, untilTag: PIXEL_DATA });
  } catch (error) {
    // It throws strings, plain objects around errors, and errors.
    const inner =
      typeof error === "object" && error !== null && "exception" in error ? error.exception : error;
    if (inner instanceof RangeError) return "too-deep";
    return "incomplete";
  }
}

function refuseHostileElements(dataSet: DataSet, depth: number): void {
  if (depth > DEEPEST_SEQUENCE) throw new RefusedFile("Sequences are nested too deeply.");
  for (const element of Object.values(dataSet.elements)) refuseHostileElement(element, depth);
}

function refuseHostileElement(element: Element, depth: number): void {
  const standard = Number.parseInt(element.tag.slice(4, 5), 16) % 2 === 0;
  const openEnded = element.hadUndefinedLength && !element.items && element.tag !== PIXEL_DATA;
  if (standard && openEnded) throw new RefusedFile("An element of the data set does not say where it ends.");
  for (const item of element.items ?? []) {
    if (item.dataSet) refuseHostileElements(item.dataSet, depth + 1);
  }
}

/** Parses up to Pixel Data, reading more of the file only where the header needs it. */
function parseHeader(source: ByteSource, offset: number, encoding: string): DataSet {
  const rest = source.size - offset;
  for (let wanted = Math.min(FIRST_READ, rest); ; wanted = Math.min(wanted * GROWTH, rest)) {
    const all = wanted === rest;
    const dataSet = parse(source.read(offset, wanted), encoding);
    if (dataSet === "too-deep") throw new RefusedFile("Sequences are nested too deeply.");
    if (dataSet !== "incomplete" && (all || dataSet.elements[PIXEL_DATA])) return dataSet;
    if (all) throw new RefusedFile("The data set is damaged: an element runs past the end of the file.");
    if (wanted >= LARGEST_HEADER) throw new RefusedFile("The file's header is larger than 128 MB.");
  }
}

/**
 * Opens a DICOM file as far as its pixel data: with or without preamble, any listed transfer syntax, deflated under a
 * cap. Throws RefusedFile with the reason.
 */
export function openDicom(file: ByteSource): OpenedDicom {
  const meta = readFileMeta(file);
  const named = meta.transferSyntaxUid ? TRANSFER_SYNTAXES.get(meta.transferSyntaxUid) : undefined;
  if (meta.transferSyntaxUid && !named) throw new RefusedFile(refusedTransferSyntax(meta.transferSyntaxUid));
  const source = named?.deflated
    ? bufferSource(inflateDataSet(file.read(meta.dataSetOffset, file.size)))
    : file;
  const offset = named?.deflated ? 0 : meta.dataSetOffset;
  const start = source.read(offset, 8);
  if (start.length < 8) throw new RefusedFile("The file ends before its data set begins.");
  const encoding = sniffEncoding(start);
  const dataSet = parseHeader(source, offset, encoding);
  refuseHostileElements(dataSet, 0);
  const written = TRANSFER_SYNTAXES.get(encoding);
  if (!written) throw new RefusedFile("The transfer syntax of the file is not known.");
  const syntax =
    named && named.codec !== "native"
      ? { ...named, explicit: written.explicit, bigEndian: written.bigEndian }
      : { ...written, deflated: named?.deflated ?? false };
  const element = dataSet.elements[PIXEL_DATA];
  return {
    dataSet,
    transferSyntaxUid:
      named?.deflated || named?.codec !== "native" ? (meta.transferSyntaxUid ?? encoding) : encoding,
    syntax,
    source,
    pixelData: element
      ? {
          offset: offset + element.dataOffset,
          length: element.hadUndefinedLength ? null : element.length,
          swapped: meta.transferSyntaxUid === GE_PRIVATE || (written.bigEndian && element.vr !== "OB"),
        }
      : null,
  };
}
