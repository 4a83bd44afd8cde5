import type { ImagePoint } from "./points";

/** Row spacing, then column spacing: lengths come out in its unit; [1, 1] gives pixels. */
export type Spacing = readonly [number, number];

/** Distance of two image points in the unit of the spacing. */
export function distanceBetween(from: ImagePoint, to: ImagePoint, spacing: Spacing): number {
  return Math.hypot((to[0] - from[0]) * spacing[1], (to[1] - from[1]) * spacing[0]);
}
