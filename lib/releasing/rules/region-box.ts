import type { ImagePoint } from "@/lib/core/geometry/points";
import { splineOutline } from "@/lib/core/geometry/spline-outline";
import type { RegionKind } from "@/lib/reading/schema";

/**
 * The box around a region as shares of the frame: left, top, right, bottom, 0 to 1, origin at the top left corner of the
 * top left pixel. An ellipse is given by the ends of its first, then of its second axis, a spline by the points its
 * curve goes through.
 */
export function regionBox(
  region: { readonly kind: RegionKind; readonly points: readonly ImagePoint[] },
  size: { readonly columns: number; readonly rows: number },
): [number, number, number, number] {
  const [left, top, right, bottom] = boundsOf(region.kind, region.points);
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole));
  return [
    share(left, size.columns),
    share(top, size.rows),
    share(right, size.columns),
    share(bottom, size.rows),
  ];
}

type Bounds = readonly [left: number, top: number, right: number, bottom: number];

function boundsOf(kind: RegionKind, points: readonly ImagePoint[]): Bounds {
  if (kind === "ellipse") return ellipseBounds(points);
  return bounds(kind === "spline" ? splineOutline(points) : points);
}

function bounds(points: readonly ImagePoint[]): Bounds {
  const columns = points.map(([column]) => column);
  const rows = points.map(([, row]) => row);
  return [Math.min(...columns), Math.min(...rows), Math.max(...columns), Math.max(...rows)];
}

function ellipseBounds(points: readonly ImagePoint[]): Bounds {
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return bounds(points);
  const center: ImagePoint = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const half = (axis: 0 | 1) => Math.hypot(a[axis] - b[axis], c[axis] - d[axis]) / 2;
  return [center[0] - half(0), center[1] - half(1), center[0] + half(0), center[1] + half(1)];
}
