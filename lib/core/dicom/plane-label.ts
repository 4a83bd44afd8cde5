import type { Orientation, Plane } from "./types";
import { planeNormal } from "./vectors";

/** A plane keeps its name up to about 25 degrees of tilt; beyond that it is oblique. */
const MOSTLY = Math.cos((25 * Math.PI) / 180);

/** Anatomical plane of an image from the direction of its normal. */
export function planeLabel(orientation: Orientation): Plane {
  const [x, y, z] = planeNormal(orientation);
  if (Math.abs(z) >= MOSTLY) return "axial";
  if (Math.abs(y) >= MOSTLY) return "coronal";
  if (Math.abs(x) >= MOSTLY) return "sagittal";
  return "oblique";
}
