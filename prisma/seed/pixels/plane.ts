import type { Point } from "./solids";

/** Where a picture lies in the patient (LPS millimetres). `origin` is the centre of the first pixel (PS3.3 C.7.6.2.1.1). */
export interface Plane {
  readonly origin: Point;
  /** Direction in which the column index grows. */
  readonly row: Point;
  /** Direction in which the row index grows. */
  readonly column: Point;
  readonly spacing: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Stack {
  readonly center: Point;
  readonly row: Point;
  readonly column: Point;
  readonly spacing: number;
  readonly side: number;
  /** Number of slices and the distance between their centres. */
  readonly slices: number;
  readonly step: number;
}

/** Parallel planes about a centre, in anatomical order: position grows along row x column. */
export function planesOf(stack: Stack): Plane[] {
  const normal = cross(stack.row, stack.column);
  const half = ((stack.side - 1) / 2) * stack.spacing;
  return Array.from({ length: stack.slices }, (_, index) => {
    const offset = (index - (stack.slices - 1) / 2) * stack.step;
    const axis = (k: 0 | 1 | 2) =>
      stack.center[k] + normal[k] * offset - half * (stack.row[k] + stack.column[k]);
    const origin: Point = [round(axis(0)), round(axis(1)), round(axis(2))];
    return {
      origin,
      row: stack.row,
      column: stack.column,
      spacing: stack.spacing,
      rows: stack.side,
      columns: stack.side,
    };
  });
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

export function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** Image coordinates (column, row; the centre of the first pixel is 0.5, 0.5) and the distance off the plane in mm. */
export function onPlane(plane: Plane, point: Point): { x: number; y: number; off: number } {
  const from = minus(point, plane.origin);
  return {
    x: dot(from, plane.row) / plane.spacing + 0.5,
    y: dot(from, plane.column) / plane.spacing + 0.5,
    off: dot(from, cross(plane.row, plane.column)),
  };
}

/** The 1-up number of the plane nearest to a point. */
export function nearestSlice(planes: readonly Plane[], point: Point): number {
  const distances = planes.map((plane) => Math.abs(onPlane(plane, point).off));
  return distances.indexOf(Math.min(...distances)) + 1;
}
