import { type Types, utilities } from "@cornerstonejs/core";

/** Colour samples as red, green, blue, alpha; three components get an opaque alpha. */
function asRgba(samples: ArrayLike<number>, pixels: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(pixels * 4);
  if (samples.length === pixels * 4) {
    rgba.set(samples);
    return rgba;
  }
  for (let pixel = 0; pixel < pixels; pixel++) {
    rgba[pixel * 4] = samples[pixel * 3] ?? 0;
    rgba[pixel * 4 + 1] = samples[pixel * 3 + 1] ?? 0;
    rgba[pixel * 4 + 2] = samples[pixel * 3 + 2] ?? 0;
    rgba[pixel * 4 + 3] = 255;
  }
  return rgba;
}

/**
 * A colour image as the CPU renderer wants it. Decoders give three components but mark them as four, and the library's
 * own canvas is shared between images, so each image gets one of its own.
 */
export function withFourComponents(image: Types.IImage): Types.IImage {
  const { width, height } = image;
  const rgba = asRgba(image.getPixelData(), width * height);
  let canvas: HTMLCanvasElement | null = null;
  return Object.assign(image, {
    rgba: true,
    numberOfComponents: 4,
    sizeInBytes: rgba.byteLength,
    getPixelData: () => rgba,
    voxelManager: utilities.VoxelManager.createImageVoxelManager({
      width,
      height,
      scalarData: rgba,
      numberOfComponents: 4,
    }),
    getCanvas: () => {
      canvas ??= paint(rgba, width, height);
      return canvas;
    },
  });
}

function paint(rgba: Uint8ClampedArray<ArrayBuffer>, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}
