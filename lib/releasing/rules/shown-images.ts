import type { ApprovedItem, ReleaseCase, ReleaseImage } from "../types";

/** A text of a case with more images than one volume gives is too far from any of them to be shown with all. */
const mostImages = 20;

/**
 * The images that a text is shown with, where a row may have several. The caption of a figure that was cut serves all of its
 * panels; a text of the case all of its images, figures in their panels. A question is shown with the images as it was asked.
 */
export function shownImages(item: ApprovedItem, { images }: ReleaseCase): readonly ReleaseImage[] {
  const parts = (image: ReleaseImage) => {
    const panels = item.kind === "qa" ? [] : images.filter(({ parentId }) => parentId === image.id);
    return panels.length > 1 ? panels : [image];
  };
  if (item.imageId !== null) return images.filter(({ id }) => id === item.imageId).flatMap(parts);
  const all = images.filter(({ parentId }) => parentId === null).flatMap(parts);
  return all.length > mostImages ? [] : all;
}
