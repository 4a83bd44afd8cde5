import { type Types, utilities } from "@cornerstonejs/core";
import type { InstanceMetadata } from "@/lib/cases/types";
import { displaySpacing } from "./frame-plane";
import { withFourComponents } from "./rgba-image";

/** A PNG as an image of Cornerstone: colours as stored, without colour management. Throws on bytes that are no picture. */
export async function pictureImage(
  imageId: string,
  bytes: Uint8Array<ArrayBuffer>,
  metadata: InstanceMetadata,
  withAlpha: boolean,
): Promise<Types.IImage> {
  const { width, height, data } = await decode(bytes);
  if (width !== metadata.columns || height !== metadata.rows)
    throw new Error(`${imageId} holds ${width} x ${height} pixels, not what its metadata says`);
  const color = metadata.samplesPerPixel === 3;
  const components = color ? 3 : 1;
  const samples = new Uint8Array(width * height * components);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let component = 0; component < components; component++)
      samples[pixel * components + component] = data[pixel * 4 + component] ?? 0;
  const [rowPixelSpacing, columnPixelSpacing] = displaySpacing(metadata);
  const image: Types.IImage = {
    imageId,
    rows: height,
    columns: width,
    height,
    width,
    color,
    rgba: false,
    numberOfComponents: components,
    photometricInterpretation: metadata.photometricInterpretation,
    dataType: "Uint8Array",
    minPixelValue: 0,
    maxPixelValue: 255,
    slope: 1,
    intercept: 0,
    windowCenter: 128,
    windowWidth: 256,
    voiLUTFunction: "LINEAR",
    invert: metadata.photometricInterpretation === "MONOCHROME1",
    rowPixelSpacing,
    columnPixelSpacing,
    sizeInBytes: samples.byteLength,
    getPixelData: () => samples,
    getCanvas: () => document.createElement("canvas"),
    voxelManager: utilities.VoxelManager.createImageVoxelManager({
      width,
      height,
      scalarData: samples,
      numberOfComponents: components,
    }),
  } as Types.IImage;
  return withAlpha && color ? withFourComponents(image) : image;
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes]), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("the browser gives no canvas to decode a picture on");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
