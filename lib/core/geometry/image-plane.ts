import type { Direction, WorldPoint } from "./points";
import { along, dot, unit } from "./vectors";

/** Where the pixels of one frame are. `row` and `column` have length one and are perpendicular. */
export interface ImagePlane {
  /** Centre of the first pixel (Image Position (Patient), PS3.3 C.7.6.2.1.1). */
  readonly position: WorldPoint;
  /** Direction in which the column index grows. */
  readonly row: Direction;
  /** Direction in which the row index grows. */
  readonly column: Direction;
  /** Distance between rows, then between columns (PS3.3 10.7.1.3), in millimetres or in relative units. */
  readonly spacing: readonly [number, number];
}

/**
 * The plane of a frame from its Image Orientation (Patient). Headers carry rounded cosines, so they are made to have
 * length one and to be perpendicular (the column direction gives way). Throws where they are parallel or zero.
 */
export function imagePlane(
  position: WorldPoint,
  orientation: readonly [number, number, number, number, number, number],
  spacing: readonly [number, number],
): ImagePlane {
  const row = unit([orientation[0], orientation[1], orientation[2]]);
  const rawColumn: Direction = [orientation[3], orientation[4], orientation[5]];
  return { position, row, column: unit(along(rawColumn, row, -dot(row, rawColumn))), spacing };
}
