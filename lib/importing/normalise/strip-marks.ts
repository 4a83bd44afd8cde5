/** Application segments that steer decoding: JFIF (APP0) and Adobe (APP14). Everything else may name a person. */
const KEPT_APPLICATIONS = new Set([0xe0, 0xee]);
const COMMENT = 0xfe;

/** A JPEG or JPEG-LS frame without comments and application data, ended at its end mark. Null where it is neither. */
export function stripJpegMarks(frame: Buffer): Buffer | null {
  if (frame.length < 4 || frame.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [frame.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= frame.length && frame[at] === 0xff) {
    const marker = frame[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + frame.readUInt16BE(at + 2);
    if (end > frame.length) return null;
    const application = marker >= 0xe0 && marker <= 0xef;
    // JFIF may carry a thumbnail and JFXX another: only the plain header of 16 bytes stays.
    const plain = marker !== 0xe0 || frame.readUInt16BE(at + 2) === 16;
    const drop = marker === COMMENT || (application && !(KEPT_APPLICATIONS.has(marker) && plain));
    if (!drop) kept.push(frame.subarray(at, end));
    if (marker === 0xda) {
      const last = frame.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (last < end) return null;
      kept.push(frame.subarray(end, last + 2));
      return Buffer.concat(kept);
    }
    at = end;
  }
  return null;
}

/** A JPEG 2000 codestream without its boxes and comments. Null where there is none. */
export function stripJpeg2000Marks(frame: Buffer): Buffer | null {
  const start = frame.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  const last = frame.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (start < 0 || last < start) return null;
  const kept: Buffer[] = [frame.subarray(start, start + 2)];
  let at = start + 2;
  while (at + 4 <= last) {
    const marker = frame.readUInt16BE(at);
    if (marker === 0xff90) {
      kept.push(frame.subarray(at, last + 2));
      return Buffer.concat(kept);
    }
    const end = at + 2 + frame.readUInt16BE(at + 2);
    if (marker !== 0xff64) kept.push(frame.subarray(at, end));
    at = end;
  }
  return null;
}
