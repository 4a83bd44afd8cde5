import sharp from "sharp";
import type { InstanceMetadata } from "@/lib/cases/types";
import { chooseWindow, windowShare } from "@/lib/core/dicom/choose-window";
import type { Samples } from "./samples";

const POSTER_SIDE = 1024;
const THUMBNAIL_SIDE = 128;

/** Grey values 0 to 255 of stored values under the instance's first window and VOI function (PS3.3 C.11.2.1.2). */
export function greyBytes(
  samples: Samples,
  metadata: Parameters<typeof chooseWindow>[0] &
    Pick<InstanceMetadata, "voiFunction" | "photometricInterpretation">,
): Uint8Array {
  const window = chooseWindow(metadata);
  const slope = metadata.rescale?.slope ?? 1;
  const intercept = metadata.rescale?.intercept ?? 0;
  const inverted = metadata.photometricInterpretation === "MONOCHROME1";
  // Most pixels share few values: each is worked out once.
  const known = new Int16Array(2 ** 16).fill(-1);
  const bytes = new Uint8Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    const stored = samples[index] ?? 0;
    let grey = known[stored & 0xffff] ?? -1;
    if (grey < 0) {
      const share = windowShare(stored * slope + intercept, window, metadata.voiFunction);
      const rising = Math.round(Math.min(1, Math.max(0, share)) * 255);
      grey = inverted ? 255 - rising : rising;
      known[stored & 0xffff] = grey;
    }
    bytes[index] = grey;
  }
  return bytes;
}

/** Width and height in square pixels, longest side at most `side`. */
function squareSize(metadata: InstanceMetadata, side: number): { width: number; height: number } {
  const [row, column] = metadata.pixelSpacing ?? [1, 1];
  const unit = Math.min(row, column);
  const width = (metadata.columns * column) / unit;
  const height = (metadata.rows * row) / unit;
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Writes the WebP poster (longest side at most 1024) and the 128 px thumbnail of an instance, in true proportions, with
 * the first window and MONOCHROME1 turned round.
 * @param frames the frame each is made of: grey stored values, or RGB of 8 bits
 */
export async function writePosters(
  frames: { readonly poster: Samples; readonly thumbnail: Samples },
  metadata: InstanceMetadata,
  files: { readonly poster: string; readonly thumbnail: string },
): Promise<void> {
  const pixelsOf = (samples: Samples) =>
    samples.length === metadata.rows * metadata.columns * 3
      ? { channels: 3 as const, bytes: new Uint8Array(samples) }
      : { channels: 1 as const, bytes: greyBytes(samples, metadata) };
  const write = (
    { channels, bytes }: ReturnType<typeof pixelsOf>,
    side: number,
    quality: number,
    file: string,
  ) =>
    sharp(bytes, {
      raw: { width: metadata.columns, height: metadata.rows, channels },
      limitInputPixels: false,
    })
      .resize({ ...squareSize(metadata, side), fit: "fill" })
      .webp({ quality })
      .toFile(file);
  const poster = pixelsOf(frames.poster);
  const thumbnail = frames.thumbnail === frames.poster ? poster : pixelsOf(frames.thumbnail);
  await write(poster, POSTER_SIDE, 82, files.poster);
  await write(thumbnail, THUMBNAIL_SIDE, 75, files.thumbnail);
}
