import { directionLetters, type EdgeLetters, oppositeLetters } from "../dicom/orientation-letters";
import type { Affine } from "./affine";
import type { ImagePlane } from "./image-plane";
import type { Direction } from "./points";
import { along, unit } from "./vectors";

/** Letters at the edges of a viewport that shows `plane` through `map` (image to screen). */
export function planeEdgeLetters(plane: ImagePlane, map: Affine): EdgeLetters {
  const towards = (x: number, y: number): string => {
    const step = inImage(map, x, y);
    const zero: Direction = [0, 0, 0];
    return directionLetters(unit(along(along(zero, plane.row, step[0]), plane.column, step[1])));
  };
  return { left: towards(-1, 0), right: towards(1, 0), top: towards(0, -1), bottom: towards(0, 1) };
}

/**
 * Letters at the edges where only Patient Orientation (0020,0020) is known: `rows` says where the rows run to, `columns`
 * where the columns run to. Right for quarter turns and mirroring.
 */
export function statedEdgeLetters(rows: string, columns: string, map: Affine): EdgeLetters {
  const towards = (x: number, y: number): string => {
    const [across, down] = inImage(map, x, y);
    if (Math.abs(across) > Math.abs(down)) return across > 0 ? rows : oppositeLetters(rows);
    return down > 0 ? columns : oppositeLetters(columns);
  };
  return { left: towards(-1, 0), right: towards(1, 0), top: towards(0, -1), bottom: towards(0, 1) };
}

/** A step on the screen as a direction in the image, in units of equal length along rows and columns. */
function inImage(map: Affine, x: number, y: number): readonly [number, number] {
  const across = Math.hypot(map.a, map.b);
  const down = Math.hypot(map.c, map.d);
  return [(x * map.a + y * map.b) / across, (x * map.c + y * map.d) / down];
}
