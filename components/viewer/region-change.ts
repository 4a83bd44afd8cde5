import type { RegionValue } from "@/lib/reading/schema";

/** Smaller than any move a reader can make: rounding of a trip through world coordinates. */
const noMove = 0.005;
const leastExtent = 0.5;

/** Whether two values of a region are drawn alike: same frame, kind, points and look. */
export function drawnAlike(first: RegionValue, second: RegionValue): boolean {
  return (
    first.instanceId === second.instanceId &&
    first.frame === second.frame &&
    first.kind === second.kind &&
    first.hidden === second.hidden &&
    first.colour === second.colour &&
    first.locked === second.locked &&
    first.points.length === second.points.length &&
    first.points.every((point, index) => {
      const other = second.points[index];
      return (
        other !== undefined &&
        Math.abs(point[0] - other[0]) < noMove &&
        Math.abs(point[1] - other[1]) < noMove
      );
    })
  );
}

/** Whether a drawing is a slip of the hand: smaller than half a pixel both ways. A probe has no size. */
export function isSlip(value: Pick<RegionValue, "kind" | "points">): boolean {
  if (value.kind === "probe") return false;
  const extent = (axis: 0 | 1) => {
    const along = value.points.map((point) => point[axis]);
    return Math.max(...along) - Math.min(...along);
  };
  return extent(0) < leastExtent && extent(1) < leastExtent;
}

/** The region moved by image pixels, its label with it. */
export function movedRegion(value: RegionValue, columns: number, rows: number): RegionValue {
  const moved = ([x, y]: readonly [number, number]): [number, number] => [x + columns, y + rows];
  return {
    ...value,
    points: value.points.map(moved),
    labelAt: value.labelAt ? moved(value.labelAt) : null,
  };
}
