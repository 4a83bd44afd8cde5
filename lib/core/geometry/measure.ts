import type { ImagePoint } from "./points";

/** Row spacing, then column spacing: lengths come out in its unit; [1, 1] gives pixels. */
export type Spacing = readonly [number, number];

/** Distance of two image points in the unit of the spacing. */
export function distanceBetween(from: ImagePoint, to: ImagePoint, spacing: Spacing): number {
  return Math.hypot((to[0] - from[0]) * spacing[1], (to[1] - from[1]) * spacing[0]);
}

/** Area inside a closed outline in the square of the unit (shoelace formula). */
export function outlineArea(points: readonly ImagePoint[], spacing: Spacing): number {
  let doubled = 0;
  for (const [index, point] of points.entries()) {
    const next = points[(index + 1) % points.length] ?? point;
    doubled += point[0] * next[1] - next[0] * point[1];
  }
  return (Math.abs(doubled) / 2) * spacing[0] * spacing[1];
}

/** Area of an ellipse from the ends of its two axes, the first two points being one axis. */
export function ellipseArea(
  ends: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint],
  spacing: Spacing,
): number {
  return (
    (Math.PI / 4) * distanceBetween(ends[0], ends[1], spacing) * distanceBetween(ends[2], ends[3], spacing)
  );
}
