import { gridFor } from "../rules/room";
import { type HangingRule, mostCells } from "../types";

/** What no other rule knows: everything in the order of the case. */
export const inOrder: HangingRule = {
  id: "in-order",
  label: "order of the case",
  hang: (images, room) => ({
    layout: gridFor(images.length, room),
    cells: images.slice(0, mostCells).map((image) => image.stackId),
    views: {},
  }),
};
