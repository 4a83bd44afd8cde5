import type { DraftingImage } from "../types/drafts";
import { bodyPartOf, modalityOf, planeOf } from "./vocabulary";

/** "CT of the chest, axial" from the labels of an image alone; null where no label has a word for it. */
export function describeImage(image: DraftingImage): string | null {
  const modality = modalityOf(image.modality);
  if (modality === null) return null;
  const part = bodyPartOf(image.bodyPart);
  const plane = planeOf(image.plane);
  return `${modality}${part ? ` of the ${part}` : ""}${plane ? `, ${plane}` : ""}`;
}

/** The modalities of the case in the order of its images, e.g. "CT and MR"; null where no label names one. */
export function describeModalities(images: readonly DraftingImage[]): string | null {
  const words = [...new Set(images.map((image) => modalityOf(image.modality)))].filter(
    (word) => word !== null,
  );
  return words.length === 0 ? null : joinList(words);
}

export function joinList(words: readonly string[], conjunction = "and"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words[words.length - 1]}`;
}
