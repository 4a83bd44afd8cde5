import { drawingOrder } from "./viewer-drawing";
import type { Point } from "./viewer-screen";

/** REGIONS=all draws every kind in every view of every picture in both renderers; otherwise every pair of those. */
const everything = process.env.REGIONS === "all";

export const renderers = ["webgl", "cpu"] as const;
export type Renderer = (typeof renderers)[number];

export interface View {
  readonly name: string;
  /** Pixels of a drag with the right button, up makes larger; then keys of the viewport; then a drag with the middle one. */
  readonly zoomDrag?: number;
  readonly keys?: readonly string[];
  readonly pan?: Point;
}

export const fit: View = { name: "whole image" };
const changedViews: readonly View[] = [
  { name: "zoom 2.5, moved", zoomDrag: -92, pan: [23, -11] },
  { name: "zoom 0.6", zoomDrag: 51 },
  { name: "zoom 1.8, turned, mirrored", zoomDrag: -59, keys: ["q", "y"] },
  { name: "zoom 0.8, upside down", zoomDrag: 22, keys: ["Shift+Y"] },
];
export const views: readonly View[] = [...changedViews, fit];

export interface Drawing {
  readonly view: View;
  readonly kinds: typeof drawingOrder;
}

/**
 * What is drawn on a picture in a renderer, the whole image last: every kind once, dealt out to three views, two of the
 * changed ones in one renderer and the other two in the other.
 * @param picture the place of the picture among the pictures, from 0
 */
export function drawingsOn(picture: number, renderer: Renderer): readonly Drawing[] {
  if (everything) return views.map((view) => ({ view, kinds: drawingOrder }));
  const turn = picture + renderers.indexOf(renderer);
  const chosen = [...changedViews.filter((_, place) => (place + turn) % 2 === 0), fit];
  return chosen.map((view, slot) => ({
    view,
    kinds: drawingOrder.filter((_, place) => (place + turn + slot) % chosen.length === 0),
  }));
}
