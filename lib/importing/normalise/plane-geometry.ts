import type { FrameGeometry } from "@/lib/cases/types";
import { itemsOf, numbersOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";

const POSITION = "00200032";
const ORIENTATION = "00200037";

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}

/** Position and orientation where both are whole and the directions are unit vectors at right angles. */
export function planeOf(positions: readonly number[], cosines: readonly number[]): FrameGeometry | null {
  const [px, py, pz] = positions;
  const [rx, ry, rz, cx, cy, cz] = cosines;
  if (px === undefined || py === undefined || pz === undefined) return null;
  if (rx === undefined || ry === undefined || rz === undefined) return null;
  if (cx === undefined || cy === undefined || cz === undefined) return null;
  const unit = Math.abs(length(rx, ry, rz) - 1) < 0.1 && Math.abs(length(cx, cy, cz) - 1) < 0.1;
  if (!unit || Math.abs(rx * cx + ry * cy + rz * cz) > 0.1) return null;
  return { position: [px, py, pz], orientation: [rx, ry, rz, cx, cy, cz] };
}

/** Functional groups of one frame: its own before the shared ones (PS3.3 C.7.6.16). */
export function groupOf(header: Header, frame: number, tag: string): Header | undefined {
  const own = itemsOf(header, "52009230")[frame - 1];
  const shared = itemsOf(header, "52009229")[0];
  return itemsOf(own, tag)[0] ?? itemsOf(shared, tag)[0];
}

/**
 * Geometry per frame of an enhanced object, one entry for all of a classic one; null where any frame has none.
 */
export function geometryOf(header: Header, frameCount: number): readonly FrameGeometry[] | null {
  const enhanced = itemsOf(header, "52009230").length > 0 || itemsOf(header, "52009229").length > 0;
  if (!enhanced) {
    const plane = planeOf(numbersOf(header, POSITION), numbersOf(header, ORIENTATION));
    // One position for several frames would pile a clip or a tomography on one spot.
    return plane && frameCount === 1 ? [plane] : null;
  }
  const planes = Array.from({ length: frameCount }, (_, index) =>
    planeOf(
      numbersOf(groupOf(header, index + 1, "00209113"), POSITION),
      numbersOf(groupOf(header, index + 1, "00209116"), ORIENTATION),
    ),
  );
  const whole = planes.filter((plane) => plane !== null);
  return whole.length === frameCount ? whole : null;
}
