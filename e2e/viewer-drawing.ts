import type { Page } from "@playwright/test";
import type { RegionKind } from "../lib/reading/schema";
import { distance, distanceToOutline, type Point, type SeenMap } from "./viewer-screen";

const toolNames: Readonly<Record<RegionKind, RegExp>> = {
  length: /^Length/,
  bidirectional: /^Long and short/,
  angle: /^Angle/,
  ellipse: /^Ellipse/,
  rectangle: /^Box/,
  freehand: /^Freehand/,
  spline: /^Smooth curve/,
  arrow: /^Arrow/,
  probe: /^Probe/,
};

/** Where each kind is drawn, CSS pixels from the middle of the viewport. In this order no label lies in the way. */
const places: Readonly<Record<RegionKind, readonly Point[]>> = {
  probe: [[-3, -2]],
  length: [
    [-160, -70],
    [-70, -31],
  ],
  bidirectional: [
    [-150, -125],
    [-60, -105],
  ],
  // The end of one leg, the vertex, the end of the other.
  angle: [
    [92, -128],
    [130, -90],
    [170, -121],
  ],
  arrow: [
    [10, 40],
    [51, 85],
  ],
  // The middle, then a corner of the box around it.
  ellipse: [
    [70, -45],
    [112, -21],
  ],
  freehand: [
    [138, 50],
    [119, 77],
    [85, 66],
    [88, 33],
    [113, 24],
  ],
  spline: [
    [-150, 100],
    [-112, 92],
    [-95, 119],
    [-131, 131],
  ],
  rectangle: [
    [-150, 20],
    [-61, 75],
  ],
};
export const drawingOrder = Object.keys(places) as readonly RegionKind[];

export async function chooseTool(page: Page, kind: RegionKind): Promise<void> {
  await page
    .getByRole("toolbar", { name: "Image tools" })
    .getByRole("button", { name: toolNames[kind] })
    .click();
}

/** A press counts once it can no longer become a double click: as soon as the mouse has left its place. */
async function leavePress(page: Page, [x, y]: Point): Promise<void> {
  await page.mouse.move(x + 12, y + 12);
}

async function clickThrough(page: Page, aims: readonly Point[]): Promise<void> {
  for (const aim of aims) {
    await page.mouse.move(...aim, { steps: 2 });
    await page.mouse.down();
    await page.mouse.up();
    await leavePress(page, aim);
  }
}

/** Draws a region with the mouse; gives the points that were aimed at, on the page. */
export async function drawByMouse(page: Page, kind: RegionKind, middle: Point): Promise<readonly Point[]> {
  const aims = places[kind].map(([x, y]): Point => [Math.round(middle[0] + x), Math.round(middle[1] + y)]);
  const [first, ...others] = aims;
  if (!first) return [];
  await chooseTool(page, kind);
  if (kind === "spline") {
    await clickThrough(page, [...aims, first]);
    return aims;
  }
  await page.mouse.move(...first);
  await page.mouse.down();
  if (kind === "angle" && others[0] && others[1]) {
    await page.mouse.move(...others[0], { steps: 2 });
    await page.mouse.up();
    await clickThrough(page, [others[1]]);
    return aims;
  }
  for (const aim of kind === "freehand" ? [...others, first] : others)
    await page.mouse.move(...aim, { steps: 2 });
  await page.mouse.up();
  if (kind === "probe") await leavePress(page, first);
  return aims;
}

/** The points that a drawing between these points of the page must have, image coordinates. */
export function expectedPoints(kind: RegionKind, aims: readonly Point[], map: SeenMap): readonly Point[] {
  const [[ax, ay], [bx, by]] = [aims[0] ?? [0, 0], aims[1] ?? [0, 0]];
  const onScreen: Partial<Record<RegionKind, readonly Point[]>> = {
    rectangle: [
      [ax, ay],
      [bx, ay],
      [bx, by],
      [ax, by],
    ],
    ellipse: [
      [2 * ax - bx, ay],
      [bx, ay],
      [ax, 2 * ay - by],
      [ax, by],
    ],
    // The short axis begins as two thirds of the long one, across its middle.
    bidirectional: [
      [ax, ay],
      [bx, by],
      [(ax + bx) / 2 + (by - ay) / 3, (ay + by) / 2 - (bx - ax) / 3],
      [(ax + bx) / 2 - (by - ay) / 3, (ay + by) / 2 + (bx - ax) / 3],
    ],
  };
  return (onScreen[kind] ?? aims).map(map.toImage);
}

/** The largest distance between a region and where it must be, image pixels; the order counts where it means something. */
export function largestError(kind: RegionKind, points: readonly Point[], expected: readonly Point[]): number {
  if (kind === "freehand")
    return Math.max(
      ...expected.map((point) => distanceToOutline(point, points, true)),
      ...points.map((point) => distanceToOutline(point, expected, true)),
    );
  if (points.length !== expected.length) return Number.POSITIVE_INFINITY;
  if (kind !== "ellipse" && kind !== "rectangle" && kind !== "bidirectional")
    return Math.max(...points.map((point, index) => distance(point, expected[index] ?? [1e9, 1e9])));
  const nearest = (from: readonly Point[], to: readonly Point[]) =>
    from.map((point) => Math.min(...to.map((other) => distance(point, other))));
  return Math.max(...nearest(points, expected), ...nearest(expected, points));
}
