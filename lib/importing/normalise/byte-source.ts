import { readSync } from "node:fs";

/** Bytes of a file or of an inflated data set, read by range so that a large file never has to lie in memory. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes; fewer only at the end. */
  read(offset: number, length: number): Buffer;
}

export function bufferSource(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

export function fileSource(descriptor: number, size: number): ByteSource {
  return {
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const bytes = Buffer.allocUnsafe(wanted);
      let done = 0;
      while (done < wanted) {
        const count = readSync(descriptor, bytes, done, wanted - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    },
  };
}

/** Words of two bytes turned round from `base` on: how 8-bit pixels of VR OW lie in a big endian file (PS3.5 8.1.1). */
export function swappedSource(source: ByteSource, base: number): ByteSource {
  return {
    size: source.size,
    read(offset, length) {
      const lead = (offset - base) % 2;
      const bytes = Buffer.from(source.read(offset - lead, lead + length + ((lead + length) % 2)));
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 2)).swap16();
      return whole.subarray(lead, lead + length);
    },
  };
}
