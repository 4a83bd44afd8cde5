import { getShouldUseCPURendering, imageLoader, type Types } from "@cornerstonejs/core";
import { createImage } from "@cornerstonejs/dicom-image-loader";
import type { InstanceMetadata } from "@/lib/cases/types";
import { takeDecoded } from "../decoder";
import { frameUrl } from "../first-look";
import { statedTransferSyntax } from "./frame-answer";
import { readFrameTrying } from "./frame-tries";
import { greyImage } from "./grey-image";
import { frameOf } from "./image-id";
import { decodesTooBright, takeExcess } from "./jpeg-level";
import { metadataOf } from "./metadata-provider";
import { pictureImage } from "./picture-image";
import { withRescaledValues } from "./rescaled-image";
import { withFourComponents } from "./rgba-image";

/** A frame that has not been decoded by then counts as failed. */
const timeoutMilliseconds = 15_000;

/** Teaches Cornerstone to load `frame:` images: our bytes, our metadata, its decoders. */
export function registerFrameLoader(): void {
  imageLoader.registerImageLoader("frame", startFrame);
}

/** Begins to load a frame; `cancelFn` stops it, which counts as a failure. */
export function startFrame(imageId: string): { promise: Promise<Types.IImage>; cancelFn: () => void } {
  const leave = new AbortController();
  return { promise: loadFrame(imageId, leave), cancelFn: () => leave.abort() };
}

function loadFrame(imageId: string, leave: AbortController): Promise<Types.IImage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${imageId} did not load in ${timeoutMilliseconds / 1000} s`));
      leave.abort();
    }, timeoutMilliseconds);
    leave.signal.addEventListener("abort", () => reject(new Error(`loading ${imageId} was cancelled`)), {
      once: true,
    });
    decodeFrame(imageId, leave.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

async function decodeFrame(imageId: string, signal: AbortSignal): Promise<Types.IImage> {
  const frame = frameOf(imageId);
  const metadata = frame ? metadataOf(frame.instanceId) : null;
  if (!frame || !metadata) throw new Error(`${imageId} belongs to no open case`);
  const decoded = await takeDecoded(frame);
  if (decoded) return shown(greyImage(imageId, decoded, metadata), metadata);
  const { bytes, contentType } = await readFrameTrying(frameUrl(frame), signal);
  const withAlpha = getShouldUseCPURendering();
  if (metadata.frameMediaType === "image/png") return pictureImage(imageId, bytes, metadata, withAlpha);
  const transferSyntax = statedTransferSyntax(contentType) ?? metadata.frameTransferSyntaxUid;
  const image = await createImage(imageId, bytes, transferSyntax, {
    useRGBA: withAlpha,
    preScale: { enabled: false },
  });
  if (!("color" in image)) throw new Error(`the decoder gave no image for ${imageId}`);
  if (decodesTooBright(metadata, transferSyntax)) takeExcess(image.voxelManager?.getScalarData() ?? []);
  return shown(image.color ? image : withoutCanvas(image), metadata);
}

/** The image as the renderer wants it. @throws where it is not of the size that its metadata says */
function shown(image: Types.IImage, metadata: InstanceMetadata): Types.IImage {
  const withAlpha = getShouldUseCPURendering();
  if (image.rows !== metadata.rows || image.columns !== metadata.columns)
    throw new Error(
      `${image.imageId} holds ${image.columns} x ${image.rows} pixels, not what its metadata says`,
    );
  if (image.color) return withAlpha ? withFourComponents(image) : image;
  return metadata.rescale && !withAlpha ? withRescaledValues(image, metadata.rescale) : image;
}

/** The library's image holds a canvas of its own as long as it is cached, on which a grey one never draws. */
function withoutCanvas(image: Types.IImage): Types.IImage {
  const samples = image.getPixelData();
  return Object.assign(image, { getPixelData: () => samples });
}
