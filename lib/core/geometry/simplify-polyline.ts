import type { ImagePoint } from "./points";

/** Distance of a point from the segment between two others. */
function distanceToSegment(point: ImagePoint, start: ImagePoint, end: ImagePoint): number {
  const x = end[0] - start[0];
  const y = end[1] - start[1];
  const squared = x * x + y * y;
  const along = squared === 0 ? 0 : ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / squared;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - start[0] - clamped * x, point[1] - start[1] - clamped * y);
}

/**
 * Fewer points of a polyline such that none left out lies further than `tolerance` from the line that stays (Douglas
 * and Peucker 1973). Keeps both ends. Worst case quadratic in the number of points.
 */
export function simplifyPolyline(points: readonly ImagePoint[], tolerance: number): ImagePoint[] {
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const start = points[from];
    const end = points[to];
    if (!start || !end) continue;
    let furthest = -1;
    let distance = tolerance;
    for (let index = from + 1; index < to; index++) {
      const point = points[index];
      const away = point ? distanceToSegment(point, start, end) : 0;
      if (away > distance) {
        furthest = index;
        distance = away;
      }
    }
    if (furthest < 0) continue;
    keep.add(furthest);
    open.push([from, furthest], [furthest, to]);
  }
  return points.filter((_, index) => keep.has(index));
}

/**
 * A closed outline with fewer points: cut at the point furthest from the first and simplified on both sides; the
 * tolerance grows until at most `most` points are left. The last point is not a copy of the first.
 */
export function simplifyOutline(
  points: readonly ImagePoint[],
  tolerance: number,
  most: number,
): ImagePoint[] {
  const first = points[0];
  if (!first || points.length < 4) return [...points];
  const distances = points.map((point) => Math.hypot(point[0] - first[0], point[1] - first[1]));
  const far = distances.indexOf(Math.max(...distances));
  for (let allowed = tolerance; ; allowed *= 2) {
    const there = simplifyPolyline(points.slice(0, far + 1), allowed);
    const back = simplifyPolyline([...points.slice(far), first], allowed);
    const outline = [...there, ...back.slice(1, -1)];
    if (outline.length <= most) return outline.length >= 3 ? outline : [...points.slice(0, most)];
  }
}
