import { type Affine, applyAffine } from "@/lib/core/geometry/affine";
import { distanceBetween, type Spacing } from "@/lib/core/geometry/distance-between";
import type { ImagePoint } from "@/lib/core/geometry/points";
import { simplifyOutline } from "@/lib/core/geometry/simplify-polyline";
import type { RegionKind } from "@/lib/reading/schema";

/** Freehand outlines are saved with points this near to the line drawn, image pixels, and no more than this many. */
const freehandTolerance = 0.25;
const freehandMost = 2000;

const splineMost = 200;

type Point = [number, number];

/**
 * The points of a region from the handles of the tool that drew it, both in image coordinates. Handles of an ellipse:
 * the ends of one axis, then of the other; of a rectangle: two corners of one side, then of the opposite side in the
 * same sense; of a bidirectional measure: the ends of one axis, then of the other. Saved: the longer axis of an ellipse
 * (PS3.3 C.10.5.1.2) or a bidirectional measure first, the corners of a rectangle in turn.
 */
export function handlesToRegion(
  kind: RegionKind,
  handles: readonly ImagePoint[],
  spacing: Spacing,
): Point[] | null {
  const points = handles.map(([x, y]): Point => [x, y]);
  const [first, second, third, fourth] = points;
  switch (kind) {
    case "ellipse":
    case "bidirectional": {
      if (!first || !second || !third || !fourth) return null;
      const firstIsLonger =
        distanceBetween(first, second, spacing) >= distanceBetween(third, fourth, spacing);
      return firstIsLonger ? [first, second, third, fourth] : [third, fourth, first, second];
    }
    case "rectangle":
      return first && second && third && fourth ? [first, second, fourth, third] : null;
    case "freehand": {
      const outline = simplifyOutline(points, freehandTolerance, freehandMost);
      return outline.length >= 3 ? outline.map(([x, y]): Point => [x, y]) : null;
    }
    case "spline":
      return points.length >= 3 ? points.slice(0, splineMost) : null;
    case "angle":
      return first && second && third ? [first, second, third] : null;
    case "arrow":
    case "length":
      return first && second ? [first, second] : null;
    case "probe":
      return first ? [first] : null;
    default:
      return kind satisfies never;
  }
}

/**
 * The handles of the tool for the points of a region, in image coordinates. The tools edit an ellipse by which handle is
 * at the top, bottom, left and right of the screen, so its order follows the view.
 */
export function regionToHandles(
  kind: RegionKind,
  points: readonly ImagePoint[],
  map: Affine,
): readonly ImagePoint[] {
  const [first, second, third, fourth] = points;
  if (!first || !second || !third || !fourth) return points;
  if (kind === "rectangle") return [first, second, fourth, third];
  if (kind !== "ellipse") return points;
  const [oneX, oneY] = screenSpan(first, second, map);
  const firstIsUpright = Math.abs(oneY) > Math.abs(oneX);
  const upright = firstIsUpright ? ([first, second] as const) : ([third, fourth] as const);
  const level = firstIsUpright ? ([third, fourth] as const) : ([first, second] as const);
  const [top, bottom] = screenSpan(upright[0], upright[1], map)[1] > 0 ? upright : swapped(upright);
  const [left, right] = screenSpan(level[0], level[1], map)[0] > 0 ? level : swapped(level);
  return [top, bottom, left, right];
}

function screenSpan(from: ImagePoint, to: ImagePoint, map: Affine): Point {
  const start = applyAffine(map, from);
  const end = applyAffine(map, to);
  return [end[0] - start[0], end[1] - start[1]];
}

function swapped<T>([one, two]: readonly [T, T]): readonly [T, T] {
  return [two, one];
}
