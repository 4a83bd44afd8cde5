import { exchangeOf, imageToken } from "../rules/exchange";
import { jsonArray } from "../rules/json-array";
import type { ApprovedItem, ExportFormat, FormatRow, ReleaseCase, Turn } from "../types";

/** The image of an item, or the one image of its case. */
function imageOf(item: ApprovedItem, { images }: ReleaseCase) {
  if (item.imageId !== null) return images.find((image) => image.id === item.imageId) ?? null;
  return images.length === 1 ? (images[0] ?? null) : null;
}

function row(item: ApprovedItem, released: ReleaseCase): FormatRow {
  const image = imageOf(item, released);
  const { human, gpt } = exchangeOf(item, released, image ? 1 : 0);
  const conversations: readonly Turn[] = [
    { from: "human", value: image ? `${imageToken}\n${human}` : human },
    { from: "gpt", value: gpt },
  ];
  const id = `${released.label}-${item.id}`;
  const value = image ? { id, image: image.file, conversations } : { id, conversations };
  return { id, itemId: item.id, images: image ? [image] : [], value };
}

/**
 * The JSON array that LLaVA's training script reads: one row per approved text, one image at most, its token at the
 * start of the first human turn (LLaVA, docs/Finetune_Custom_Data.md). Text-only rows have no `image`.
 */
export const llava: ExportFormat = {
  id: "llava",
  label: "LLaVA JSON",
  fileName: "llava.json",
  rows: (released) => released.items.map((item) => row(item, released)),
  frame: jsonArray,
};
