import type { Spacing } from "./distance-between";
import type { ImagePoint } from "./points";

/** The angle between the two legs from a vertex, the second point, in degrees from 0 to 180. */
export function legAngle(
  [from, vertex, to]: readonly [ImagePoint, ImagePoint, ImagePoint],
  [row, column]: Spacing,
): number {
  const leg = (end: ImagePoint) => [(end[0] - vertex[0]) * column, (end[1] - vertex[1]) * row] as const;
  const [one, other] = [leg(from), leg(to)];
  const across = one[0] * other[1] - one[1] * other[0];
  const along = one[0] * other[0] + one[1] * other[1];
  return (Math.atan2(Math.abs(across), along) * 180) / Math.PI;
}
