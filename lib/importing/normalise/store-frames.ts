import { createHash } from "node:crypto";
import { decodeWith, encodeHtj2k } from "./codecs";
import { type DecodedFrame, decodeFrame } from "./decode-frame";
import type { FrameStore } from "./frame-store";
import { type KeptCodec, keptCodec } from "./kept-codec";
import { applyLookupTable, type LookupTable } from "./modality-lut";
import { applyPalette, type Palette } from "./palette";
import type { PixelDescription } from "./pixel-description";
import { RefusedFile } from "./refused";
import { bytesOf, rangeOf, type Samples, type ValueRange } from "./samples";
import type { TransferSyntax } from "./transfer-syntaxes";

export interface FrameInput {
  readonly frame: (index: number) => Buffer;
  readonly pixels: PixelDescription;
  readonly syntax: TransferSyntax;
  readonly transferSyntaxUid: string;
  readonly palette: Palette | null;
  readonly modalityTable: LookupTable | null;
}

export interface StoredFrames {
  readonly pixelHash: string;
  readonly range: ValueRange;
  /** What was stored of the first and of the middle frame. */
  readonly first: Samples;
  readonly middle: Samples;
  /** Null: lossless HTJ2K. */
  readonly kept: KeptCodec | null;
  readonly lossyCodec: boolean;
}

function displayOf({ display }: DecodedFrame, input: FrameInput): Samples {
  if (input.palette) return applyPalette(display, input.palette);
  return input.modalityTable ? applyLookupTable(display, input.modalityTable) : display;
}

/** Encodes and decodes again: pixels that do not come back as they went are never stored. */
function verifiedHtj2k(samples: Samples, pixels: PixelDescription, frame: number): Buffer {
  const colour = samples.length === pixels.rows * pixels.columns * 3;
  const bitsAllocated = samples.BYTES_PER_ELEMENT === 1 ? 8 : 16;
  const shape = {
    rows: pixels.rows,
    columns: pixels.columns,
    samplesPerPixel: colour ? 3 : 1,
    bitsAllocated,
    bitsStored: bitsAllocated,
    signed: samples instanceof Int16Array,
    photometric: colour ? "RGB" : "MONOCHROME2",
  } as const;
  const bytes = bytesOf(samples);
  const encoded = encodeHtj2k(bytes, shape);
  if (!bytes.equals(decodeWith("htj2k", encoded, shape))) {
    throw new RefusedFile(`Frame ${frame} does not come back from compression as it went in.`);
  }
  return encoded;
}

/**
 * Decodes every frame and appends it to the store: lossy frames in their own codec where the viewer reads it, all
 * others as lossless HTJ2K, verified. The pixel hash covers the decoded source values of all frames.
 */
export async function storeFrames(input: FrameInput, store: FrameStore): Promise<StoredFrames> {
  const { pixels } = input;
  const hash = createHash("sha256");
  const changed = input.palette !== null || input.modalityTable !== null;
  const middleIndex = Math.floor((pixels.frameCount - 1) / 2);
  let range: ValueRange | null = null;
  let first: Samples | null = null;
  let middle: Samples | null = null;
  let kept: KeptCodec | null = null;
  let lossyCodec = false;
  for (let index = 0; index < pixels.frameCount; index += 1) {
    const raw = input.frame(index);
    const decoded = await decodeFrame(raw, pixels, input.syntax, index + 1);
    hash.update(bytesOf(decoded.source));
    const display = displayOf(decoded, input);
    range = rangeOf(display, range);
    if (index === 0) first = display.slice();
    if (index === middleIndex) middle = index === 0 ? first : display.slice();
    const own = keptCodec(input.transferSyntaxUid, pixels, decoded, changed);
    if (index === 0) kept = own;
    if (kept && own?.mediaType !== kept.mediaType)
      throw new RefusedFile("The frames are compressed in different ways.");
    lossyCodec ||= decoded.codestream?.lossy ?? false;
    const stripped = kept?.strip(raw) ?? null;
    if (kept && !stripped) throw new RefusedFile(`Frame ${index + 1} is not compressed as the file says.`);
    store.append(stripped ?? verifiedHtj2k(display, pixels, index + 1));
  }
  if (!range || !first || !middle) throw new RefusedFile("The file has no frame.");
  return { pixelHash: hash.digest("hex"), range, first, middle, kept, lossyCodec };
}
