export type Codec = "native" | "rle" | "jpeg" | "jpeg-lossless" | "jpeg-ls" | "jpeg-2000" | "htj2k";

export interface TransferSyntax {
  readonly codec: Codec;
  readonly explicit: boolean;
  readonly bigEndian: boolean;
  readonly deflated: boolean;
}

const encapsulated = (codec: Codec): TransferSyntax => ({
  codec,
  explicit: true,
  bigEndian: false,
  deflated: false,
});

export const IMPLICIT_LITTLE = "1.2.840.10008.1.2";
export const EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
export const EXPLICIT_BIG = "1.2.840.10008.1.2.2";
/** Header implicit little endian, pixel words big endian. */
export const GE_PRIVATE = "1.2.840.113619.5.2";
export const HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201";

const JPEG = "1.2.840.10008.1.2.4";

/** Transfer syntaxes that can be read (PS3.6 Table A-1). Anything else is refused before a byte of it is parsed. */
export const TRANSFER_SYNTAXES: ReadonlyMap<string, TransferSyntax> = new Map([
  [IMPLICIT_LITTLE, { ...encapsulated("native"), explicit: false }],
  [GE_PRIVATE, { ...encapsulated("native"), explicit: false }],
  [EXPLICIT_LITTLE, encapsulated("native")],
  [EXPLICIT_BIG, { ...encapsulated("native"), bigEndian: true }],
  [`${EXPLICIT_LITTLE}.99`, { ...encapsulated("native"), deflated: true }],
  ["1.2.840.10008.1.2.5", encapsulated("rle")],
  ...["50", "51", "52", "53", "54", "55", "56"].map((id): [string, TransferSyntax] => [
    `${JPEG}.${id}`,
    encapsulated("jpeg"),
  ]),
  ...["57", "58", "70"].map((id): [string, TransferSyntax] => [
    `${JPEG}.${id}`,
    encapsulated("jpeg-lossless"),
  ]),
  ...["80", "81"].map((id): [string, TransferSyntax] => [`${JPEG}.${id}`, encapsulated("jpeg-ls")]),
  ...["90", "91"].map((id): [string, TransferSyntax] => [`${JPEG}.${id}`, encapsulated("jpeg-2000")]),
  ...["201", "202", "203"].map((id): [string, TransferSyntax] => [`${JPEG}.${id}`, encapsulated("htj2k")]),
]);

/** Why a transfer syntax outside the list is refused. */
export function refusedTransferSyntax(uid: string): string {
  if (/^1\.2\.840\.10008\.1\.2\.4\.10\d(\.1)?$/.test(uid)) return "Video (MPEG) inside DICOM is not shown.";
  if (/^1\.2\.840\.10008\.1\.2\.(1\.98|8\.1)$/.test(uid)) {
    return "Segmentations and other objects deflated frame by frame are not shown.";
  }
  if (/^1\.2\.840\.10008\.1\.2\.4\.11[0-2]$/.test(uid)) return "JPEG XL inside DICOM is not read.";
  return "The transfer syntax of the file is not known.";
}
