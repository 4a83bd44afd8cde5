import { type Types, utilities } from "@cornerstonejs/core";

interface Rescale {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Rescaled values in an array that holds each of them: whole numbers where slope and intercept are whole, else fractions.
 * The library chooses its array by the ends of the range alone, which cuts fractions off and wraps where values fall.
 */
export function rescaledValues(
  stored: ArrayLike<number>,
  { slope, intercept }: Rescale,
): Int16Array | Uint16Array | Float32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < stored.length; index++) {
    const value = (stored[index] ?? 0) * slope + intercept;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const whole = Number.isInteger(slope) && Number.isInteger(intercept);
  const fits = (low: number, high: number) => whole && least >= low && most <= high;
  const values = fits(-32_768, 32_767)
    ? new Int16Array(stored.length)
    : fits(0, 65_535)
      ? new Uint16Array(stored.length)
      : new Float32Array(stored.length);
  for (let index = 0; index < stored.length; index++)
    values[index] = (stored[index] ?? 0) * slope + intercept;
  return values;
}

/** A grey image of stored values as WebGL wants it: rescaled. The CPU renderer rescales by itself while it draws. */
export function withRescaledValues(image: Types.IImage, rescale: Rescale): Types.IImage {
  const { width, height, minPixelValue, maxPixelValue } = image;
  const stored = image.voxelManager?.getScalarData() ?? image.getPixelData();
  const values = rescaledValues(stored, rescale);
  const ends = [minPixelValue, maxPixelValue].map((value) => value * rescale.slope + rescale.intercept);
  return Object.assign(image, {
    dataType: values.constructor.name,
    sizeInBytes: values.byteLength,
    minPixelValue: Math.min(...ends),
    maxPixelValue: Math.max(...ends),
    preScale: {
      enabled: true,
      scaled: true,
      scalingParameters: { rescaleSlope: rescale.slope, rescaleIntercept: rescale.intercept },
    },
    getPixelData: () => values,
    voxelManager: utilities.VoxelManager.createImageVoxelManager({
      width,
      height,
      scalarData: values,
      numberOfComponents: 1,
    }),
  });
}
