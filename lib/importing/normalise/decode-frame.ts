import { decodeJpegLs, decodeWith } from "./codecs";
import { type Codestream, readJpeg2000Header, readJpegHeader } from "./codestream";
import { expand422, nativeToRgb, toEightBits, ybrFullToRgb } from "./colour";
import type { PixelDescription } from "./pixel-description";
import { RefusedFile } from "./refused";
import { interleave, type Samples, storedValues, unpackBits, valuesOf } from "./samples";
import type { TransferSyntax } from "./transfer-syntaxes";

export interface DecodedFrame {
  /** As they came, before colour conversion: what the pixel hash covers. */
  readonly source: Samples;
  /** RGB of 8 bits for colour, else the same as `source`; palette indices stay indices. */
  readonly display: Samples;
  /** Null for native and RLE frames. */
  readonly codestream: Codestream | null;
}

function checkLength(bytes: Uint8Array, needed: number, frame: number): void {
  if (bytes.length < needed) {
    throw new RefusedFile(`Frame ${frame} unfolds to ${bytes.length} of ${needed} bytes.`);
  }
}

/** Native and RLE: the header alone says how the samples lie. */
function plainFrame(raw: Uint8Array, pixels: PixelDescription, rle: boolean, frame: number): DecodedFrame {
  const pixelCount = pixels.rows * pixels.columns;
  const count = pixelCount * pixels.samplesPerPixel;
  if (pixels.bitsAllocated === 1) {
    checkLength(raw, Math.ceil(count / 8), frame);
    const values = rle && raw.length >= count ? raw.map((value) => value & 1) : unpackBits(raw, count);
    return { source: values, display: values, codestream: null };
  }
  const shared = pixels.photometric === "YBR_FULL_422" && raw.length < count;
  if (shared) {
    const full = expand422(raw, pixelCount);
    return { source: full, display: ybrFullToRgb(full), codestream: null };
  }
  checkLength(raw, (count * pixels.bitsAllocated) / 8, frame);
  const values = valuesOf(raw, pixels.bitsAllocated, count);
  if (pixels.samplesPerPixel === 1) {
    const stored = storedValues(values, pixels, false);
    return { source: stored, display: stored, codestream: null };
  }
  const ordered = pixels.planar && !rle ? interleave(values, pixelCount) : values;
  return {
    source: ordered,
    display: nativeToRgb(ordered, pixels.photometric, pixels.bitsStored),
    codestream: null,
  };
}

function checkCodestream(found: Codestream | null, pixels: PixelDescription, frame: number): Codestream {
  if (!found) throw new RefusedFile(`Frame ${frame} is not compressed as the file says.`);
  if (found.width !== pixels.columns || found.height !== pixels.rows) {
    throw new RefusedFile(
      `Frame ${frame} is ${found.width} x ${found.height} pixels where the header says ${pixels.columns} x ${pixels.rows}.`,
    );
  }
  if (found.components !== pixels.samplesPerPixel) {
    throw new RefusedFile(
      `Frame ${frame} has ${found.components} components where the header says ${pixels.samplesPerPixel}.`,
    );
  }
  if (found.bits < 2 || found.bits > 16)
    throw new RefusedFile(`Frame ${frame} has values of ${found.bits} bits.`);
  return found;
}

/** YCbCr by the JPEG's own marks; without marks, by the header. */
function isYcbcr(found: Codestream, pixels: PixelDescription): boolean {
  return found.ycbcr ?? pixels.photometric.startsWith("YBR");
}

async function codedFrame(
  raw: Buffer,
  pixels: PixelDescription,
  codec: Exclude<TransferSyntax["codec"], "native" | "rle">,
  frame: number,
): Promise<DecodedFrame> {
  const wavelet = codec === "jpeg-2000" || codec === "htj2k";
  const header = raw.length < 16 ? null : wavelet ? readJpeg2000Header(raw) : readJpegHeader(raw);
  const codestream = checkCodestream(header, pixels, frame);
  const bitsAllocated = codestream.bits > 8 ? 16 : 8;
  const signed = wavelet ? codestream.signed : pixels.signed;
  const shape = { ...pixels, signed, bitsAllocated, bitsStored: codestream.bits } as const;
  const { bytes, planar } =
    codec === "jpeg-ls" ? await decodeJpegLs(raw) : { bytes: decodeWith(codec, raw, shape), planar: false };
  const count = pixels.rows * pixels.columns * pixels.samplesPerPixel;
  checkLength(bytes, (count * bitsAllocated) / 8, frame);
  const decoded = valuesOf(bytes, bitsAllocated, count);
  const values = planar && pixels.samplesPerPixel === 3 ? interleave(decoded, count / 3) : decoded;
  if (pixels.samplesPerPixel === 3) {
    const eight = toEightBits(values, codestream.bits);
    const jpegColour = codec === "jpeg" && isYcbcr(codestream, pixels);
    const ybr = jpegColour || (!wavelet && codec !== "jpeg" && pixels.photometric.startsWith("YBR_FULL"));
    return { source: values, display: ybr ? ybrFullToRgb(eight) : eight, codestream };
  }
  const widened = pixels.bitsAllocated === 16 && bitsAllocated === 8 ? widen(values, signed) : values;
  const stored = storedValues(widened, { ...pixels, highBit: pixels.bitsStored - 1 }, codestream.lossy);
  return { source: stored, display: stored, codestream };
}

/** Eight-bit values into the sixteen bits that the header allocates. */
function widen(values: Uint8Array | Uint16Array, signed: boolean): Uint16Array {
  return Uint16Array.from(values, (value) => (signed && value > 127 ? value + 0xff00 : value));
}

/**
 * Decodes one frame to its stored values and to what is displayed. `frame` counts from 1 and is for sentences.
 * Throws RefusedFile, or what the decoder throws.
 */
export async function decodeFrame(
  raw: Buffer,
  pixels: PixelDescription,
  syntax: TransferSyntax,
  frame: number,
): Promise<DecodedFrame> {
  switch (syntax.codec) {
    case "native":
      return plainFrame(raw, pixels, false, frame);
    case "rle": {
      if (pixels.bitsAllocated === 1) {
        const shape = { ...pixels, bitsAllocated: 8, bitsStored: 8 } as const;
        return plainFrame(decodeWith("rle", raw, shape), pixels, true, frame);
      }
      const shape = { ...pixels, bitsAllocated: pixels.bitsAllocated } as const;
      return plainFrame(decodeWith("rle", raw, shape), pixels, true, frame);
    }
    default:
      return codedFrame(raw, pixels, syntax.codec, frame);
  }
}
