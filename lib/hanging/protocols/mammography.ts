import { firstFitting } from "../rules/room";
import { studiesOf } from "../rules/studies";
import type { Arrangement, HangImage, HangingRule, HungView } from "../types";

const places = [
  ["R", "CC"],
  ["L", "CC"],
  ["R", "MLO"],
  ["L", "MLO"],
] as const;

/** A view that may stand in where a place has none of its own. */
const standsFor: Readonly<Record<string, "CC" | "MLO">> = {
  CC: "CC",
  XCCL: "CC",
  XCCM: "CC",
  MLO: "MLO",
  ML: "MLO",
  LM: "MLO",
  LMO: "MLO",
};

function best(images: readonly HangImage[], side: "R" | "L", view: "CC" | "MLO"): HangImage | null {
  const [first] = images
    .filter((image) => image.side === side && standsFor[image.view ?? ""] === view)
    .toSorted((a, b) => rank(a) - rank(b));
  return first ?? null;

  // The very view before one that stands for it, a plain image before slices of tomosynthesis.
  function rank(image: HangImage): number {
    return Number(image.view !== view) * 2 + Number(image.kind !== "single");
  }
}

/**
 * The chest wall goes to the middle: to the right edge for the right breast, which hangs on the left, and to the left
 * edge for the left one. Axilla and lateral side go up. Without Patient Orientation nothing is turned.
 */
function viewOf(image: HangImage, side: "R" | "L", view: "CC" | "MLO"): HungView {
  const align = side === "R" ? "right" : "left";
  if (!image.orientation) return { align };
  const [rows, columns] = image.orientation;
  const backwards = side === "R" ? "A" : "P";
  const upsideDown = view === "MLO" ? "H" : side === "R" ? "R" : "L";
  const across = rows.startsWith(backwards);
  const down = columns.startsWith(upsideDown);
  // Mirroring top to bottom is mirroring left to right and half a turn.
  return { align, mirrored: across !== down, rotation: down ? 180 : 0 };
}

function hang(images: readonly HangImage[], room: Parameters<HangingRule["hang"]>[1]): Arrangement | null {
  const all = images.filter((image) => image.modality === "MG");
  const [newest] = studiesOf(all);
  const mammograms = newest?.images ?? all;
  const found = places.map(([side, view]) => ({ side, view, image: best(mammograms, side, view) }));
  const shown = found.flatMap(({ image, ...place }) => (image ? [{ ...place, image }] : []));
  if (shown.length < 2) return null;
  const views = Object.fromEntries(
    shown.map(({ image, side, view }) => [image.stackId, viewOf(image, side, view)]),
  );
  if (shown.length === 2)
    return {
      layout: firstFitting(["1x2"], room),
      cells: shown.map(({ image }) => image.stackId),
      views,
      label: "mammography, two views",
    };
  return {
    layout: firstFitting(["2x2", "1x2"], room),
    cells: found.map(({ image }) => image?.stackId ?? null),
    views,
    ...(shown.length === 3 ? { label: "mammography, three views" } : {}),
  };
}

/** Right on the left and left on the right, cranio-caudal above oblique, chest walls in the middle. */
export const mammography: HangingRule = { id: "mammography", label: "mammography, four views", hang };
