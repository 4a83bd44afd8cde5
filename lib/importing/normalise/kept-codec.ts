import type { DecodedFrame } from "./decode-frame";
import type { PixelDescription } from "./pixel-description";
import { stripJpeg2000Marks, stripJpegMarks } from "./strip-marks";

export interface KeptCodec {
  readonly mediaType: "image/jpeg" | "image/jp2" | "image/jls";
  /** The frame as it is stored: same coded values, no comments. Null where it cannot be kept after all. */
  strip(frame: Buffer): Buffer | null;
}

const BASELINE = "1.2.840.10008.1.2.4.50";
const NEAR_LOSSLESS = "1.2.840.10008.1.2.4.81";
const JPEG_2000 = "1.2.840.10008.1.2.4.91";

/**
 * Lossy frames keep their own bytes only where the viewer's decoders give the same picture as ours: grey of matching
 * depth and sign, baseline JPEG in YCbCr, JPEG 2000 colour with its own transform. 12-bit JPEG, JPEG-LS colour and
 * everything else are stored decoded, as lossless HTJ2K. Null: decode and store.
 */
export function keptCodec(
  transferSyntaxUid: string,
  pixels: PixelDescription,
  { codestream }: DecodedFrame,
  changed: boolean,
): KeptCodec | null {
  if (!codestream?.lossy || changed || pixels.photometric === "PALETTE COLOR") return null;
  const grey = pixels.samplesPerPixel === 1;
  const container = codestream.bits > 8 ? 16 : 8;
  if (container !== pixels.bitsAllocated || codestream.bits !== pixels.bitsStored) return null;
  if (transferSyntaxUid === BASELINE && codestream.bits === 8) {
    const plain = grey ? !pixels.signed : codestream.ycbcr === true || codestream.ycbcr === null;
    const agrees = grey || pixels.photometric.startsWith("YBR");
    return plain && agrees ? { mediaType: "image/jpeg", strip: stripJpegMarks } : null;
  }
  if (transferSyntaxUid === NEAR_LOSSLESS && grey) return { mediaType: "image/jls", strip: stripJpegMarks };
  if (transferSyntaxUid === JPEG_2000 && codestream.signed === pixels.signed) {
    const colour = pixels.photometric === "YBR_ICT" || pixels.photometric === "YBR_RCT";
    return grey || colour ? { mediaType: "image/jp2", strip: stripJpeg2000Marks } : null;
  }
  return null;
}
