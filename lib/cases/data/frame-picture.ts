import sharp from "sharp";
import { z } from "zod";
import type { DisplayWindow } from "@/lib/core/dicom/choose-window";
import { greyValues } from "@/lib/core/dicom/grey-values";
import { database } from "@/lib/db/client";
import { loadCodecs } from "@/lib/importing/normalise/codecs";
import { decodeFrame } from "@/lib/importing/normalise/decode-frame";
import type { PixelDescription } from "@/lib/importing/normalise/pixel-description";
import { TRANSFER_SYNTAXES } from "@/lib/importing/normalise/transfer-syntaxes";
import { readObject } from "@/lib/storage/data";
import type { FrameRef, InstanceMetadata } from "../types";

const placesSchema = z.array(z.object({ offset: z.number(), length: z.number() }));

export interface PictureFrame extends FrameRef {
  /** x, y, width, height in pixels of the frame; null = the whole frame. */
  readonly crop: readonly [number, number, number, number] | null;
}

/**
 * The PNG of an image: its stored, de-identified frame at a window (the instance's own where none is given), 8 bits, in its
 * own pixel grid, cut to the panel. The same frame gives the same bytes. @throws when the frame is not stored or cannot be
 * decoded.
 */
export async function framePicture(
  image: PictureFrame,
  window?: Pick<DisplayWindow, "center" | "width">,
): Promise<Buffer> {
  const instance = await (await database()).instance.findUniqueOrThrow({
    where: { id: image.instanceId },
    select: { metadata: true, objectKey: true, frameOffsets: true },
  });
  const metadata = instance.metadata as unknown as InstanceMetadata;
  const place = placesSchema.parse(instance.frameOffsets)[image.frame - 1];
  if (!place) throw new Error(`Frame ${image.frame} of instance ${image.instanceId} is not stored.`);
  const bytes = await readObject(instance.objectKey, place);
  const picture =
    metadata.frameMediaType === "image/png"
      ? sharp(bytes)
      : await decodedPicture(bytes, metadata, image.frame, window);
  const [left, top, width, height] = (image.crop ?? []).map(Math.round);
  const cut =
    left === undefined || top === undefined || width === undefined || height === undefined
      ? picture
      : picture.extract({ left, top, width, height });
  const space = metadata.samplesPerPixel === 3 ? "srgb" : "b-w";
  return cut.toColourspace(space).png({ compressionLevel: 9, palette: false }).toBuffer();
}

async function decodedPicture(
  bytes: Buffer,
  metadata: InstanceMetadata,
  frame: number,
  window?: Pick<DisplayWindow, "center" | "width">,
) {
  const syntax = TRANSFER_SYNTAXES.get(metadata.frameTransferSyntaxUid);
  if (!syntax)
    throw new Error(`Frames of transfer syntax ${metadata.frameTransferSyntaxUid} cannot be decoded.`);
  await loadCodecs();
  const { display } = await decodeFrame(bytes, storedPixels(metadata), syntax, frame);
  const { rows, columns, samplesPerPixel } = metadata;
  const pixels = samplesPerPixel === 3 ? Uint8Array.from(display) : greyValues(display, metadata, window);
  return sharp(pixels, { raw: { width: columns, height: rows, channels: samplesPerPixel } });
}

/** Stored frames hold final values from bit 0 on; lossless ones fill their bits, lossy ones say how many they use. */
function storedPixels(metadata: InstanceMetadata): PixelDescription {
  const { rows, columns, samplesPerPixel, bitsAllocated, photometricInterpretation, frameCount } = metadata;
  const bitsStored = metadata.frameMediaType === "image/jphc" ? bitsAllocated : metadata.bitsStored;
  return {
    rows,
    columns,
    samplesPerPixel,
    bitsAllocated,
    bitsStored,
    highBit: bitsStored - 1,
    signed: metadata.pixelRepresentation === 1,
    planar: false,
    photometric: photometricInterpretation,
    frameCount,
  };
}
