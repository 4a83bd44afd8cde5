import { distanceBetween, type Spacing } from "@/lib/core/geometry/distance-between";
import type { RegionKind } from "@/lib/reading/schema";

type Point = readonly [number, number];

/** Pairs of points whose distance is a length that a text may give, by kind of region. */
const measured: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  length: [[0, 1]],
  bidirectional: [
    [0, 1],
    [2, 3],
  ],
  ellipse: [
    [0, 1],
    [2, 3],
  ],
  rectangle: [
    [0, 1],
    [1, 2],
  ],
};

const outlines: ReadonlySet<string> = new Set<RegionKind>(["freehand", "spline"]);

/** The longest distance of two points of an outline. */
function longest(points: readonly Point[], spacing: Spacing): number {
  let most = 0;
  for (const [index, point] of points.entries())
    for (const other of points.slice(index + 1))
      most = Math.max(most, distanceBetween(point, other, spacing));
  return most;
}

/**
 * Lengths in millimetres that a region gives: its axes or sides, of an outline the longest diameter; none without spacing.
 * @param spacing row spacing, then column spacing, millimetres (PS3.3 10.7.1.3).
 */
export function regionMeasures(
  region: { readonly kind: string; readonly points: readonly Point[] },
  spacing: Spacing | null,
): readonly number[] {
  if (!spacing) return [];
  const { kind, points } = region;
  if (outlines.has(kind)) return [longest(points, spacing)];
  return (measured[kind] ?? []).flatMap(([from, to]) => {
    const [start, end] = [points[from], points[to]];
    return start && end ? [distanceBetween(start, end, spacing)] : [];
  });
}
