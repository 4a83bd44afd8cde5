import type { LayoutName, Room } from "../types";

/** Below this a viewport is too small to read in, CSS pixels along either side. */
export const smallestViewport = 320;
/** Windows from this width on have room for a grid. CSS pixels. */
export const wideWindow = 1440;
/** Windows from this width on have room for a pair. */
const pairWindow = 1280;

/** Rows, then columns. */
export const shapeOf = (layout: LayoutName): readonly [rows: number, columns: number] => {
  switch (layout) {
    case "1x1":
      return [1, 1];
    case "1x2":
      return [1, 2];
    case "2x1":
      return [2, 1];
    case "2x2":
      return [2, 2];
    case "2x3":
      return [2, 3];
    default:
      return layout satisfies never;
  }
};

/** Top bar, layout bar and foot. */
const barsHeight = 44 + 36 + 28;

/** The part of a window that viewports get: rail, tools and review panel taken off, by the widths of the workspace. */
export function roomOf(windowWidth: number, windowHeight: number): Room {
  const panels =
    windowWidth >= wideWindow ? 184 + 40 + 480 : windowWidth >= pairWindow ? 148 + 40 + 420 : 40 + 400;
  return {
    windowWidth,
    width: Math.max(0, windowWidth - panels),
    height: Math.max(0, windowHeight - barsHeight),
  };
}

/** Whether every viewport of a layout keeps its smallest size. One viewport always fits. */
export function fits(layout: LayoutName, room: Pick<Room, "width" | "height">): boolean {
  const [rows, columns] = shapeOf(layout);
  return layout === "1x1" || Math.min(room.width / columns, room.height / rows) >= smallestViewport;
}

/** The first layout of a list that fits; one viewport where none does. */
export const firstFitting = (layouts: readonly LayoutName[], room: Room): LayoutName =>
  layouts.find((layout) => fits(layout, room)) ?? "1x1";

/** The grid for so many pictures of equal weight: four from 1440 pixels on, one below; two where a pair is meant. */
export function gridFor(count: number, room: Room): LayoutName {
  if (count < 2 || room.windowWidth < wideWindow) return "1x1";
  return firstFitting(count < 3 ? ["1x2"] : ["2x2", "1x2"], room);
}
