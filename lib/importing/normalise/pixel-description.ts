import { numberOf, textOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { LARGEST_FRAME, MOST_FRAMES } from "./limits";
import { RefusedFile } from "./refused";

export type Photometric =
  | "MONOCHROME1"
  | "MONOCHROME2"
  | "PALETTE COLOR"
  | "RGB"
  | "YBR_FULL"
  | "YBR_FULL_422"
  | "YBR_PARTIAL_420"
  | "YBR_ICT"
  | "YBR_RCT";

/** What the header says of the pixels, checked (PS3.3 C.7.6.3). */
export interface PixelDescription {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  readonly bitsAllocated: 1 | 8 | 16;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  readonly planar: boolean;
  readonly photometric: Photometric;
  readonly frameCount: number;
}

const SAMPLES: Readonly<Record<Photometric, 1 | 3>> = {
  MONOCHROME1: 1,
  MONOCHROME2: 1,
  "PALETTE COLOR": 1,
  RGB: 3,
  YBR_FULL: 3,
  YBR_FULL_422: 3,
  YBR_PARTIAL_420: 3,
  YBR_ICT: 3,
  YBR_RCT: 3,
};

const isPhotometric = (value: string): value is Photometric => value in SAMPLES;

function dimension(header: Header, tag: string, name: string): number {
  const value = numberOf(header, tag);
  if (value === null) throw new RefusedFile(`The file does not say how many ${name} the image has.`);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new RefusedFile(`The file declares ${value} ${name}, which no image has.`);
  }
  return value;
}

function bits(header: Header): Pick<PixelDescription, "bitsAllocated" | "bitsStored" | "highBit"> {
  const allocated = numberOf(header, "00280100");
  if (allocated === 32 || allocated === 64) {
    throw new RefusedFile(`Pixels of ${allocated} bits are not shown; 8 and 16 bits are.`);
  }
  if (allocated !== 1 && allocated !== 8 && allocated !== 16) {
    throw new RefusedFile("Bits Allocated is missing or is neither 1, 8 nor 16.");
  }
  const bitsStored = numberOf(header, "00280101") ?? allocated;
  const highBit = numberOf(header, "00280102") ?? bitsStored - 1;
  if (bitsStored < 1 || bitsStored > allocated || highBit >= allocated || highBit < bitsStored - 1) {
    throw new RefusedFile("Bits Stored, High Bit and Bits Allocated contradict each other.");
  }
  return { bitsAllocated: allocated, bitsStored, highBit };
}

function frames(header: Header): number {
  const count = numberOf(header, "00280008") ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > MOST_FRAMES) {
    throw new RefusedFile(`The file declares ${count} frames; 1 to ${MOST_FRAMES} can be shown.`);
  }
  return count;
}

/** Reads and checks the Image Pixel attributes. Throws RefusedFile with what is missing or contradicts. */
export function describePixels(header: Header): PixelDescription {
  const rows = dimension(header, "00280010", "rows");
  const columns = dimension(header, "00280011", "columns");
  const depth = bits(header);
  const samples = numberOf(header, "00280002") ?? 1;
  const photometric = textOf(header, "00280004");
  if (photometric === null || !isPhotometric(photometric)) {
    throw new RefusedFile("Photometric Interpretation is missing or not known.");
  }
  if (samples !== SAMPLES[photometric]) {
    throw new RefusedFile(`${photometric} does not go with ${samples} samples per pixel.`);
  }
  if (depth.bitsAllocated === 1 && samples !== 1) throw new RefusedFile("Colour of 1 bit is not shown.");
  const description: PixelDescription = {
    rows,
    columns,
    ...depth,
    samplesPerPixel: SAMPLES[photometric],
    signed: numberOf(header, "00280103") === 1,
    planar: numberOf(header, "00280006") === 1,
    photometric,
    frameCount: frames(header),
  };
  if (rows * columns * samples * Math.max(1, depth.bitsAllocated / 8) > LARGEST_FRAME) {
    throw new RefusedFile(`A frame of ${columns} x ${rows} pixels is larger than can be shown.`);
  }
  return description;
}
