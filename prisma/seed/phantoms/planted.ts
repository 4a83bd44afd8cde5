import { ellipseRegion } from "../bundle/compose";
import type { BundleRegion } from "../bundle/types";
import { cross, onPlane, type Plane } from "../pixels/plane";
import type { Point } from "../pixels/solids";

/** A planted ellipsoid: where its middle is (LPS mm) and how large it is from end to end (mm). */
export interface Planted {
  readonly center: Point;
  readonly diameters: Point;
}

export function radiiOf({ diameters }: Planted): Point {
  return [diameters[0] / 2, diameters[1] / 2, diameters[2] / 2];
}

/** The upright ellipse that bounds a planted ellipsoid where a plane cuts it, or null where it misses. */
export function regionOn(plane: Plane, planted: Planted, label: string): BundleRegion | null {
  const squares = radiiOf(planted).map((radius) => radius ** 2) as [number, number, number];
  const stretch = (a: Point, b: Point) =>
    a[0] * b[0] * squares[0] + a[1] * b[1] * squares[1] + a[2] * b[2] * squares[2];
  const normal = cross(plane.row, plane.column);
  const { x, y, off } = onPlane(plane, planted.center);
  const [across, down, through] = [
    stretch(plane.row, plane.row),
    stretch(plane.column, plane.column),
    stretch(normal, normal),
  ];
  const [acrossThrough, downThrough] = [stretch(plane.row, normal), stretch(plane.column, normal)];
  // `off` is how far the middle lies beyond the plane; the cut is a smaller ellipse whose middle moves along the shear.
  const left = 1 - (off * off) / through;
  if (left <= 0.02) return null;
  const middle = {
    x: x - (off * acrossThrough) / through / plane.spacing,
    y: y - (off * downThrough) / through / plane.spacing,
  };
  const halfX = Math.sqrt((across - acrossThrough ** 2 / through) * left) / plane.spacing;
  const halfY = Math.sqrt((down - downThrough ** 2 / through) * left) / plane.spacing;
  return ellipseRegion(middle, halfX, halfY, label);
}

/** As `regionOn`, for a plane that is known to cut the lesion. */
export function regionThrough(plane: Plane | undefined, planted: Planted, label: string): BundleRegion {
  const region = plane ? regionOn(plane, planted, label) : null;
  if (!region) throw new Error(`${label} is not on this slice`);
  return region;
}
