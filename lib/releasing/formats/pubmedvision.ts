import { exchangeOf } from "../rules/exchange";
import { jsonArray } from "../rules/json-array";
import { shownImages } from "../rules/shown-images";
import type { ApprovedItem, ExportFormat, FormatRow, ReleaseCase, ReleaseImage, Turn } from "../types";

/** What all images of a row have the same; null where they differ or nobody says. */
function common(images: readonly ReleaseImage[], field: "modality" | "bodyPart"): string | null {
  const said = new Set(images.map((image) => image[field]));
  const [only = null] = said;
  return said.size === 1 ? only : null;
}

function row(item: ApprovedItem, released: ReleaseCase): FormatRow {
  const images = shownImages(item, released);
  const { human, gpt } = exchangeOf(item, released, images.length);
  const conversations: readonly Turn[] = [
    { from: "human", value: human },
    { from: "gpt", value: gpt },
  ];
  const id = `${released.label}-${item.id}`;
  const labels = { modality: common(images, "modality"), body_part: common(images, "bodyPart") };
  const value =
    images.length > 0
      ? { id, image: images.map(({ file }) => file), conversations, ...labels }
      : { id, conversations, ...labels };
  return { id, itemId: item.id, images, value };
}

/**
 * The JSON array in which PubMedVision comes: `image` is a list, so that a text of several images is shown with all of them,
 * and the human turn has no token, for loaders put one for each image. Rows that no image shows have no `image`.
 */
export const pubmedvision: ExportFormat = {
  id: "pubmedvision",
  label: "PubMedVision JSON, several images a row",
  fileName: "pubmedvision.json",
  rows: (released) => released.items.map((item) => row(item, released)),
  frame: jsonArray,
};
