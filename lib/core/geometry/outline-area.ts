import type { Spacing } from "./distance-between";
import type { ImagePoint } from "./points";

/** Area inside a closed outline in the square of the unit of the spacing (shoelace formula). */
export function outlineArea(points: readonly ImagePoint[], spacing: Spacing): number {
  let doubled = 0;
  for (const [index, point] of points.entries()) {
    const next = points[(index + 1) % points.length] ?? point;
    doubled += point[0] * next[1] - next[0] * point[1];
  }
  return (Math.abs(doubled) / 2) * spacing[0] * spacing[1];
}
