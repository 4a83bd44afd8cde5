import { readFileSync } from "node:fs";
import openjph from "@cornerstonejs/codec-openjph";
import type { Samples } from "../samples";
import type { NormalisedInstance } from "../types";

/** Bytes of one stored frame, 1 up. */
export function storedFrame(instance: NormalisedInstance, frame: number): Buffer {
  const place = instance.frameOffsets[frame - 1];
  if (!place) throw new Error(`no frame ${frame}`);
  return readFileSync(instance.objectFile).subarray(place.offset, place.offset + place.length);
}

/** Values of a stored HTJ2K frame, decoded by the codec that the viewer uses. */
export async function viewerValues(instance: NormalisedInstance, frame: number): Promise<Samples> {
  const bytes = storedFrame(instance, frame);
  const module = await openjph();
  const decoder = new module.HTJ2KDecoder();
  decoder.getEncodedBuffer(bytes.length).set(bytes);
  decoder.decode();
  const { bitsPerSample, isSigned } = decoder.getFrameInfo();
  const decoded = decoder.getDecodedBuffer().slice();
  decoder.delete();
  if (bitsPerSample <= 8) return decoded;
  return isSigned ? new Int16Array(decoded.buffer) : new Uint16Array(decoded.buffer);
}

export function meanOf(samples: Samples): number {
  let sum = 0;
  for (const value of samples) sum += value;
  return sum / samples.length;
}
