import type { Photometric } from "./pixel-description";

const clampByte = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));

/** YBR_FULL to RGB in place, 8 bit, full range (PS3.3 C.7.6.3.1.2, ITU-R BT.601). */
export function ybrFullToRgb(pixels: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(pixels.length);
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const y = pixels[index] ?? 0;
    const cb = (pixels[index + 1] ?? 0) - 128;
    const cr = (pixels[index + 2] ?? 0) - 128;
    rgb[index] = clampByte(y + 1.402 * cr);
    rgb[index + 1] = clampByte(y - 0.344136 * cb - 0.714136 * cr);
    rgb[index + 2] = clampByte(y + 1.772 * cb);
  }
  return rgb;
}

/** Native 4:2:2 (Y1 Y2 Cb Cr for two pixels) to three samples per pixel; both pixels share the colour. */
export function expand422(shared: Uint8Array, pixelCount: number): Uint8Array {
  const full = new Uint8Array(pixelCount * 3);
  for (let pixel = 0; pixel < pixelCount; pixel += 1) {
    const pair = (pixel >> 1) * 4;
    full[pixel * 3] = shared[pair + (pixel & 1)] ?? 0;
    full[pixel * 3 + 1] = shared[pair + 2] ?? 0;
    full[pixel * 3 + 2] = shared[pair + 3] ?? 0;
  }
  return full;
}

/** Colour of more than 8 bits scaled to 8. */
export function toEightBits(samples: Uint8Array | Uint16Array, bitsStored: number): Uint8Array {
  if (samples instanceof Uint8Array && bitsStored === 8) return samples;
  const most = 2 ** bitsStored - 1;
  return Uint8Array.from(samples, (value) => Math.round((Math.min(value, most) * 255) / most));
}

/** RGB of three samples per pixel as they came out of a native or RLE frame. */
export function nativeToRgb(
  samples: Uint8Array | Uint16Array,
  photometric: Photometric,
  bitsStored: number,
): Uint8Array {
  const eight = toEightBits(samples, bitsStored);
  return photometric === "YBR_FULL" || photometric === "YBR_FULL_422" ? ybrFullToRgb(eight) : eight;
}
