import { byRanks, isLocalizer, planeRank, sequenceRank } from "../rules/order";
import { gridFor } from "../rules/room";
import { type HangImage, type HangingRule, mostCells } from "../types";

const sectional = new Set(["CT", "MR", "PT", "NM"]);

/** One of each plane first, then the rest: what CT reformats are for. */
function planesFirst(images: readonly HangImage[]): readonly HangImage[] {
  const seen = new Set<string | null>();
  const leading = images.filter((image) => {
    const key = `${image.modality} ${image.plane}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...leading, ...images.filter((image) => !leading.includes(image))];
}

/** CT by plane, MR by plane and then by sequence; localizers last. */
export const sections: HangingRule = {
  id: "sections",
  label: "planes and sequences",
  hang: (images, room) => {
    if (!images.every((image) => sectional.has(image.modality) && image.kind !== "figure")) return null;
    const ordered = byRanks(
      images,
      (image) => Number(isLocalizer(image)),
      (image) => Number(image.kind === "clip"),
      planeRank,
      sequenceRank,
    );
    const hung = images.some((image) => image.modality === "MR") ? ordered : planesFirst(ordered);
    const worth = hung.filter((image) => !isLocalizer(image)).length;
    return {
      layout: gridFor(Math.max(1, worth), room),
      cells: hung.slice(0, mostCells).map((image) => image.stackId),
      views: {},
    };
  },
};
