/** What a compressed frame says of itself, read from its own header. */
export interface Codestream {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  readonly signed: boolean;
  /** The way back gives other values than went in. */
  readonly lossy: boolean;
  /** JPEG only: the three components are YCbCr by the file's own marks; null where it does not say. */
  readonly ycbcr: boolean | null;
}

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xf7]);

/** JPEG and JPEG-LS markers up to the first scan (ITU-T T.81 B.2, T.87 C.1); null where it is neither. */
export function readJpegHeader(frame: Buffer): Codestream | null {
  if (frame.readUInt16BE(0) !== 0xffd8) return null;
  let found: Omit<Codestream, "ycbcr"> | null = null;
  let ycbcr: boolean | null = null;
  let jpegLs = false;
  let at = 2;
  while (at + 4 <= frame.length) {
    if (frame[at] !== 0xff) return null;
    const marker = frame[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = frame.readUInt16BE(at + 2);
    if (marker === 0xee && frame.toString("latin1", at + 4, at + 9) === "Adobe") ycbcr = frame[at + 15] === 1;
    if (marker === 0xe0 && frame.toString("latin1", at + 4, at + 8) === "JFIF") ycbcr ??= true;
    if (marker === 0xf7) jpegLs = true;
    if (START_OF_FRAME.has(marker) && at + 10 <= frame.length) {
      const components = frame[at + 9] ?? 0;
      const ids = Array.from({ length: components }, (_, index) => frame[at + 10 + index * 3] ?? 0);
      if (String.fromCharCode(...ids) === "RGB") ycbcr ??= false;
      found = {
        bits: frame[at + 4] ?? 0,
        height: frame.readUInt16BE(at + 5),
        width: frame.readUInt16BE(at + 7),
        components,
        signed: false,
        lossy: marker !== 0xc3 && marker !== 0xc7 && marker !== 0xcb && marker !== 0xf7,
      };
    }
    if (marker === 0xda) {
      // NEAR follows the list of components (T.87 C.2.3).
      const near = frame[at + 5 + (frame[at + 4] ?? 0) * 2] ?? 0;
      return found && { ...found, lossy: found.lossy || (jpegLs && near > 0), ycbcr };
    }
    at += 2 + length;
  }
  return null;
}

/** SIZ and COD of a JPEG 2000 or HTJ2K codestream (ITU-T T.800 A.5.1, A.6.1), also inside a JP2 file. */
export function readJpeg2000Header(frame: Buffer): Codestream | null {
  const start = frame.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  if (start < 0 || start + 45 > frame.length) return null;
  const siz = start + 2;
  const components = frame.readUInt16BE(siz + 38);
  const depth = frame[siz + 40] ?? 0;
  let lossy = true;
  let at = siz + 2 + frame.readUInt16BE(siz + 2);
  while (at + 14 <= frame.length && frame.readUInt16BE(at) !== 0xff90) {
    if (frame.readUInt16BE(at) === 0xff52) lossy = frame[at + 13] === 0;
    at += 2 + frame.readUInt16BE(at + 2);
  }
  return {
    width: frame.readUInt32BE(siz + 6) - frame.readUInt32BE(siz + 14),
    height: frame.readUInt32BE(siz + 10) - frame.readUInt32BE(siz + 18),
    components,
    bits: (depth & 0x7f) + 1,
    signed: (depth & 0x80) !== 0,
    lossy,
    ycbcr: null,
  };
}
