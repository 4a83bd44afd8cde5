import type { GenerationImage } from "../../data/generation-case";
import type { BlockSpec, PictureSpec } from "../../schema";
import type { DraftingPassage } from "../../types/drafts";
import { outlineColour } from "./region-outlines";

export type PlannedPicture = Omit<PictureSpec, "sha256">;

export const passageBlocks = (passages: readonly DraftingPassage[]): BlockSpec[] =>
  passages.map(({ id, kind }) => ({ name: `${kind} by a person`, passageId: id }));

/** Labels come from headers and bundles: material like any other. Regions are named by the colour of their outline. */
export function labelBlocks(images: readonly GenerationImage[]): BlockSpec[] {
  return images.flatMap((image, index) => {
    const lines = [
      ["Modality", image.modality],
      ["Plane", image.plane],
      ["Body part", image.bodyPart],
      ...image.regions.map((region, at) => [`Region outlined in ${outlineColour(at)}`, region.label]),
    ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
    return lines.length === 0 ? [] : [{ name: `labels of Image ${index + 1}`, words: lines.join("\n") }];
  });
}

/** An image as it is, at the window it is shown at. @param index its place among those of the request. */
export function plainPicture(image: GenerationImage, index: number, longestSide: number): PlannedPicture {
  const { id: imageId, instanceId, frame, crop, window } = image;
  const name = `Image ${index + 1}`;
  return { name, imageId, instanceId, frame, crop, window, longestSide, regionIds: [] };
}

/** Images as they are, and those with regions a second time with their outlines. */
export function picturesOf(images: readonly GenerationImage[], longestSide: number): PlannedPicture[] {
  return images.flatMap((image, index) => {
    const plain = plainPicture(image, index, longestSide);
    if (image.regions.length === 0) return [plain];
    const regionIds = image.regions.map(({ id }) => id);
    return [plain, { ...plain, name: `${plain.name} with its regions outlined`, regionIds }];
  });
}
