import type { ImagePlane } from "./image-plane";
import { type PlaneOrigin, pixelShift } from "./image-to-world";
import type { ImagePoint, WorldPoint } from "./points";
import { along, dot } from "./vectors";

/** The image point (pixels) under a world point, seen along the normal of the plane. */
export function worldToImage(
  plane: ImagePlane,
  point: WorldPoint,
  origin: PlaneOrigin = "pixel-centre",
): ImagePoint {
  const shift = pixelShift[origin];
  const [rowSpacing, columnSpacing] = plane.spacing;
  const offset = along(point, plane.position, -1);
  return [dot(offset, plane.row) / columnSpacing + shift, dot(offset, plane.column) / rowSpacing + shift];
}
