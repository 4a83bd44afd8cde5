import type { ImagePlane } from "./image-plane";
import type { ImagePoint, WorldPoint } from "./points";
import { along } from "./vectors";

/**
 * What a renderer takes the position of a plane for: the centre of the first pixel, as DICOM does, or its top left
 * corner.
 */
export type PlaneOrigin = "pixel-centre" | "pixel-corner";

export const pixelShift: Readonly<Record<PlaneOrigin, number>> = { "pixel-centre": 0.5, "pixel-corner": 0 };

/** The world point (millimetres) of an image point; the inverse of `worldToImage` for the same origin. */
export function imageToWorld(
  plane: ImagePlane,
  point: ImagePoint,
  origin: PlaneOrigin = "pixel-centre",
): WorldPoint {
  const shift = pixelShift[origin];
  const [rowSpacing, columnSpacing] = plane.spacing;
  const inRow = along(plane.position, plane.row, (point[0] - shift) * columnSpacing);
  return along(inRow, plane.column, (point[1] - shift) * rowSpacing);
}
