import type { PixelDescription } from "./pixel-description";

/** Decoded values of one frame, interleaved by pixel, without overlay bits. */
export type Samples = Uint8Array | Uint16Array | Int16Array;

/** The same bytes in little endian order without padding, for hashing and storing. */
export function bytesOf(samples: Samples): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}

/** Little endian bytes as unsigned values of 8 or 16 bits. */
export function valuesOf(bytes: Uint8Array, bitsAllocated: 8 | 16, count: number): Uint8Array | Uint16Array {
  if (bitsAllocated === 8) return new Uint8Array(bytes.buffer, bytes.byteOffset, count);
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, count);
}

/** Every pixel's bit as a byte of 0 or 1; the first pixel is the lowest bit (PS3.5 8.2). */
export function unpackBits(bytes: Uint8Array, count: number): Uint8Array {
  const values = new Uint8Array(count);
  for (let index = 0; index < count; index += 1)
    values[index] = ((bytes[index >> 3] ?? 0) >> (index & 7)) & 1;
  return values;
}

/** Planes RRR GGG BBB to pixels RGB RGB RGB (Planar Configuration 1). */
export function interleave<T extends Uint8Array | Uint16Array>(planes: T, pixelCount: number): T {
  const pixels = planes.slice() as T;
  for (let index = 0; index < pixelCount; index += 1) {
    for (let plane = 0; plane < 3; plane += 1)
      pixels[index * 3 + plane] = planes[plane * pixelCount + index] ?? 0;
  }
  return pixels;
}

/**
 * Stored values proper: shifted down to bit 0, overlay bits above High Bit masked away, signed values extended
 * (PS3.5 8.1.1). Lossy decoders overshoot the range by a little: there values are clamped, not masked.
 */
export function storedValues(
  raw: Uint8Array | Uint16Array,
  pixels: Pick<PixelDescription, "bitsAllocated" | "bitsStored" | "highBit" | "signed">,
  clamp: boolean,
): Samples {
  const bits = pixels.bitsStored;
  const wide = raw instanceof Uint16Array;
  if (pixels.bitsAllocated === 1) return raw;
  if (bits === (wide ? 16 : 8) && !pixels.signed) return raw;
  const shift = pixels.highBit + 1 - bits;
  const mask = 2 ** bits - 1;
  const sign = pixels.signed ? 2 ** (bits - 1) : 0;
  const values = pixels.signed
    ? new Int16Array(raw.length)
    : wide
      ? new Uint16Array(raw.length)
      : new Uint8Array(raw.length);
  for (let index = 0; index < raw.length; index += 1) {
    const value = (raw[index] ?? 0) >> shift;
    const kept = clamp && !pixels.signed ? Math.min(value, mask) : value & mask;
    values[index] = kept & sign ? kept - mask - 1 : kept;
  }
  return values;
}

export interface ValueRange {
  readonly smallest: number;
  readonly largest: number;
}

export function rangeOf(samples: Samples, known: ValueRange | null): ValueRange {
  let smallest = known?.smallest ?? Number.POSITIVE_INFINITY;
  let largest = known?.largest ?? Number.NEGATIVE_INFINITY;
  for (let index = 0; index < samples.length; index += 1) {
    const value = samples[index] ?? 0;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return { smallest, largest };
}
