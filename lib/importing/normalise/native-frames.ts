import type { ByteSource } from "./byte-source";
import type { PixelDescription } from "./pixel-description";
import { RefusedFile } from "./refused";

/** Bits of one native frame; 4:2:2 shares its colour between two pixels (PS3.3 C.7.6.3.1.2). */
function frameBits(pixels: PixelDescription, available: number): number {
  const values = pixels.rows * pixels.columns;
  const full = values * pixels.samplesPerPixel * pixels.bitsAllocated;
  const shared = values * 2 * pixels.bitsAllocated;
  const holdsFull = available * 8 >= full * pixels.frameCount;
  return pixels.photometric === "YBR_FULL_422" && !holdsFull ? shared : full;
}

/** Bits of a frame that does not begin on a byte, moved to the front. */
function shiftBits(bytes: Buffer, firstBit: number, count: number): Buffer {
  const shifted = Buffer.alloc(Math.ceil(count / 8));
  for (let index = 0; index < count; index += 1) {
    const from = firstBit + index;
    const bit = ((bytes[from >> 3] ?? 0) >> (from & 7)) & 1;
    if (bit === 1) shifted[index >> 3] = (shifted[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return shifted;
}

/**
 * Native frames one after another (PS3.5 8.1), read when asked for. Bytes after the last frame are ignored.
 * Throws RefusedFile where the pixel data is cut, with how many frames are complete.
 */
export function nativeFrames(
  source: ByteSource,
  offset: number,
  length: number,
  pixels: PixelDescription,
): (index: number) => Buffer {
  const available = Math.max(0, Math.min(length, source.size - offset));
  const bits = frameBits(pixels, available);
  const needed = Math.ceil((bits * pixels.frameCount) / 8);
  if (available < needed) {
    const complete = Math.floor((available * 8) / bits);
    throw new RefusedFile(
      `The pixel data is cut: ${available} of ${needed} bytes are there, ${complete} of ${pixels.frameCount} frames are complete.`,
    );
  }
  return (index) => {
    const firstBit = bits * index;
    const start = Math.floor(firstBit / 8);
    const end = Math.ceil((firstBit + bits) / 8);
    const bytes = source.read(offset + start, end - start);
    return firstBit % 8 === 0 ? bytes : shiftBits(bytes, firstBit % 8, bits);
  };
}
