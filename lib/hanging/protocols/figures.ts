import { byFigure } from "../rules/order";
import { firstFitting, gridFor } from "../rules/room";
import { type HangingRule, mostCells } from "../types";

const pairWindow = 1280;

/** Figures and panels in the order of their labels; series come after them. A figure cut into panels gives way to them. */
export const figures: HangingRule = {
  id: "figures",
  label: "figures in order",
  hang: (images, room) => {
    const pictures = images.filter((image) => image.kind === "figure");
    if (pictures.length < 2) return null;
    const shown = pictures.filter((image) => !image.compound);
    const rest = images.filter((image) => image.kind !== "figure");
    const hung = [...byFigure(shown), ...rest];
    const pair = room.windowWidth >= pairWindow ? firstFitting(["1x2"], room) : "1x1";
    const grid = gridFor(hung.length, room);
    return {
      layout: grid === "1x1" ? pair : grid,
      cells: hung.slice(0, mostCells).map((image) => image.stackId),
      views: {},
    };
  },
};
