import type { ImagePoint } from "./points";

/**
 * Outline of the closed uniform Catmull-Rom curve through points in turn (Catmull and Rom 1974, tension 1/2), as a
 * polygon with `steps` points for each of them.
 */
export function splineOutline(points: readonly ImagePoint[], steps = 21): ImagePoint[] {
  const count = points.length;
  const at = (index: number): ImagePoint => points[(index + count) % count] ?? [0, 0];
  return points.flatMap((point, index) => {
    const ends = [at(index - 1), point, at(index + 1), at(index + 2)] as const;
    return Array.from({ length: steps }, (_, step): ImagePoint => {
      const part = step / steps;
      return [between(ends, 0, part), between(ends, 1, part)];
    });
  });
}

function between(
  [before, from, to, after]: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint],
  axis: 0 | 1,
  part: number,
): number {
  const linear = to[axis] - before[axis];
  const square = 2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis];
  const cubic = 3 * (from[axis] - to[axis]) + after[axis] - before[axis];
  return from[axis] + (part * (linear + part * (square + part * cubic))) / 2;
}
