import { type Types, utilities } from "@cornerstonejs/core";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { DecodedGrey } from "../early-frame";
import { defaultWindow } from "../window";
import { displaySpacing } from "./frame-plane";

/** Stored values as an image of Cornerstone, as its own loader makes one of a grey frame that is not rescaled. */
export function greyImage(imageId: string, decoded: DecodedGrey, metadata: InstanceMetadata): Types.IImage {
  const { rows, columns, samples, least, most } = decoded;
  const { center, width } = defaultWindow(metadata);
  const [rowPixelSpacing, columnPixelSpacing] = displaySpacing(metadata);
  return {
    imageId,
    rows,
    columns,
    height: rows,
    width: columns,
    color: false,
    rgba: false,
    numberOfComponents: 1,
    photometricInterpretation: metadata.photometricInterpretation,
    dataType: samples.constructor.name,
    minPixelValue: least,
    maxPixelValue: most,
    slope: metadata.rescale?.slope || 1,
    intercept: metadata.rescale?.intercept ?? 0,
    windowCenter: center,
    windowWidth: width,
    voiLUTFunction: metadata.voiFunction === "SIGMOID" ? "SIGMOID" : "LINEAR",
    invert: metadata.photometricInterpretation === "MONOCHROME1",
    rowPixelSpacing,
    columnPixelSpacing,
    sizeInBytes: samples.byteLength,
    getPixelData: () => samples,
    voxelManager: utilities.VoxelManager.createImageVoxelManager({
      width: columns,
      height: rows,
      scalarData: samples,
      numberOfComponents: 1,
    }),
  } as Types.IImage;
}
