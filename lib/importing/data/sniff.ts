import { open } from "node:fs/promises";
import { basename } from "node:path";

/** What a file is by its first bytes; a name only decides what a file claims to be. */
export type FileKind = "dicom" | "picture" | "zip" | "other";

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const startsWith = (head: Buffer, bytes: Buffer | readonly number[]) =>
  head.subarray(0, bytes.length).equals(Buffer.from(bytes));

async function readHead(path: string, length: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(length);
    const { bytesRead } = await file.read(head, 0, length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * A data set without preamble and prefix: it begins with a low even group (0002 or 0008) in either byte order, and a
 * value representation or a length that fits.
 */
function looksLikeDataSet(head: Buffer): boolean {
  if (head.length < 12) return false;
  const little = head.readUInt16LE(0);
  const big = head.readUInt16BE(0);
  if (![2, 8].includes(little) && ![2, 8].includes(big)) return false;
  const explicit = /^[A-Z]{2}$/.test(head.toString("latin1", 4, 6));
  const length = [2, 8].includes(little) ? head.readUInt32LE(4) : head.readUInt32BE(4);
  return explicit || length < 1024;
}

export function kindOf(head: Buffer): FileKind {
  if (head.length >= 132 && head.toString("latin1", 128, 132) === "DICM") return "dicom";
  if (startsWith(head, png) || startsWith(head, [0xff, 0xd8, 0xff])) return "picture";
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  return looksLikeDataSet(head) ? "dicom" : "other";
}

const claims: readonly (readonly [RegExp, string])[] = [
  [/\.(dcm|dicom|ima)$/i, "DICOM"],
  [/\.png$/i, "PNG"],
  [/\.jpe?g$/i, "JPEG"],
  [/\.zip$/i, "zip"],
];
const otherPictures = /\.(tiff?|gif|bmp|webp|svg|jp2|heic|avif|nii|nii\.gz|nrrd|mha)$/i;

function contentWords(head: Buffer): string {
  const start = head.toString("latin1", 0, 64).trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "an HTML page";
  if (start.startsWith("<svg") || start.startsWith("<?xml")) return "XML";
  if (!head.subarray(0, 512).some((byte) => byte < 9)) return "text";
  return "something else";
}

/** Why a file that is no image is reported: its name says it is one. Null = a sidecar, passed over without a word. */
function falseClaim(name: string, head: Buffer): string | null {
  const claimed = claims.find(([pattern]) => pattern.test(name))?.[1];
  if (claimed && head.length === 0) return "not an image: the file is empty";
  if (claimed) return `not an image: the name says ${claimed}, the content is ${contentWords(head)}`;
  if (otherPictures.test(name)) return "not an image that can be read: only DICOM, PNG and JPEG are";
  return null;
}

export type Sniffed =
  | { readonly kind: "dicom" | "picture" | "zip" }
  | { readonly kind: "ignored" }
  | { readonly kind: "refused"; readonly reason: string };

/** What to do with a file that stands alone. A DICOM name is tried as DICOM: some lack preamble and prefix. */
export async function sniff(name: string, path: string): Promise<Sniffed> {
  if (basename(name).toUpperCase() === "DICOMDIR") return { kind: "ignored" };
  const head = await readHead(path, 4096).catch(() => null);
  if (!head) return { kind: "refused", reason: "the file cannot be read" };
  const kind = kindOf(head);
  if (kind !== "other") return { kind };
  const reason = falseClaim(name, head);
  return reason === null ? { kind: "ignored" } : { kind: "refused", reason };
}
