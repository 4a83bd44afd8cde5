import { gridFor } from "../rules/room";
import { type HangingRule, mostCells } from "../types";

/** Clips of ultrasound or fluoroscopy before the still images of the same examination. */
export const clips: HangingRule = {
  id: "clips",
  label: "clips, then still images",
  hang: (images, room) => {
    const moving = images.filter((image) => image.kind === "clip");
    if (moving.length === 0) return null;
    const still = images.filter((image) => image.kind !== "clip");
    return {
      layout: gridFor(images.length, room),
      cells: [...moving, ...still].slice(0, mostCells).map((image) => image.stackId),
      views: {},
    };
  },
};
