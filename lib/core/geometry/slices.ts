import type { ImagePlane } from "./image-plane";
import { imageToWorld } from "./image-to-world";
import type { ImagePoint } from "./points";
import { along, cross, dot } from "./vectors";
import { worldToImage } from "./world-to-image";

/**
 * Index of the plane nearest to the middle of another one (`shape` of that one); null where there is none. For stacks
 * that share a frame of reference.
 */
export function nearestSlice(
  from: ImagePlane,
  shape: { readonly rows: number; readonly columns: number },
  planes: readonly ImagePlane[],
): number | null {
  const middle = imageToWorld(from, [shape.columns / 2, shape.rows / 2]);
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, plane] of planes.entries()) {
    const away = Math.abs(dot(along(middle, plane.position, -1), cross(plane.row, plane.column)));
    if (away >= least) continue;
    least = away;
    nearest = index;
  }
  return nearest;
}

/** Stacks whose planes differ by more than this are not moved together. */
const mostTilt = Math.PI / 6;

/** Whether planes lie so alike that stacks of them can be gone through together, from either side. */
export function areParallel(one: ImagePlane, other: ImagePlane): boolean {
  const cosine = dot(cross(one.row, one.column), cross(other.row, other.column));
  return Math.abs(cosine) >= Math.cos(mostTilt);
}

/** Whether a stack runs from its first plane to its last against the way of another through the patient. */
export function runsAgainst(
  [first, last]: readonly [ImagePlane, ImagePlane],
  [otherFirst, otherLast]: readonly [ImagePlane, ImagePlane],
): boolean {
  return (
    dot(along(last.position, first.position, -1), along(otherLast.position, otherFirst.position, -1)) < 0
  );
}

/**
 * Index of the plane as far from `match` as one plane lies from another in a stack with a frame of reference of its own:
 * for two studies of a patient, once slices that belong together are known. Null where the stacks are not parallel.
 */
export function matchedSlice(
  from: { readonly match: ImagePlane; readonly here: ImagePlane },
  match: ImagePlane,
  planes: readonly ImagePlane[],
): number | null {
  const normal = cross(from.match.row, from.match.column);
  const other = cross(match.row, match.column);
  if (!areParallel(from.match, match)) return null;
  const side = Math.sign(dot(normal, other));
  const travelled = dot(along(from.here.position, from.match.position, -1), normal) * side;
  const away = (plane: ImagePlane) =>
    Math.abs(dot(along(plane.position, match.position, -1), other) - travelled);
  let nearest: number | null = null;
  for (const [index, plane] of planes.entries()) {
    const best = nearest === null ? undefined : planes[nearest];
    if (best === undefined || away(plane) < away(best)) nearest = index;
  }
  return nearest;
}

/**
 * Where another plane cuts this one: two image points far outside the image, for a clipped line; null where the planes
 * are within ten degrees of parallel.
 */
export function referenceLine(
  plane: ImagePlane,
  other: ImagePlane,
): readonly [ImagePoint, ImagePoint] | null {
  const normal = cross(other.row, other.column);
  const acrossRow = dot(normal, plane.row);
  const acrossColumn = dot(normal, plane.column);
  const steepness = Math.hypot(acrossRow, acrossColumn);
  if (steepness < Math.sin(Math.PI / 18)) return null;
  const away = dot(along(other.position, plane.position, -1), normal);
  const foot = [(away * acrossRow) / steepness ** 2, (away * acrossColumn) / steepness ** 2] as const;
  const line = [-acrossColumn / steepness, acrossRow / steepness] as const;
  const at = (distance: number): ImagePoint => {
    const inRow = along(plane.position, plane.row, foot[0] + distance * line[0]);
    return worldToImage(plane, along(inRow, plane.column, foot[1] + distance * line[1]));
  };
  return [at(-10_000), at(10_000)];
}
