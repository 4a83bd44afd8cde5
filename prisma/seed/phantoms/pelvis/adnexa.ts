import { type Layer, layer } from "../../pixels/render";
import { cut, ellipsoid, grow, type Point } from "../../pixels/solids";
import { type Planted, radiiOf } from "../planted";

/** Left ovarian endometrioma: 52 mm across, 44 mm from front to back, 48 mm high. */
export const ENDOMETRIOMA: Planted = { center: [44, 8, 16], diameters: [52, 44, 48] };
/** The normal right ovary of the same patient. */
export const RIGHT_OVARY: Planted = { center: [-40, 8, 10], diameters: [32, 22, 26] };
/** Right-sided cystic mass of the figure case: 88 x 74 x 80 mm, and the solid nodule on its inner wall, 18 mm. */
export const CYSTIC_MASS: Planted = { center: [-24, -22, 52], diameters: [88, 74, 80] };
export const MURAL_NODULE: Planted = { center: [-8, 3.5, 38], diameters: [18, 16, 18] };
/** The normal left ovary of the figure case. */
export const LEFT_OVARY: Planted = { center: [42, 12, 4], diameters: [34, 24, 28] };

const exact = { warp: 0 };
const whole = (planted: Planted) => ellipsoid(planted.center, radiiOf(planted));

/** An ovary with follicles. */
export function ovaryLayers(ovary: Planted): Layer[] {
  const [x, y, z] = ovary.center;
  const follicles: readonly (readonly [number, number, number, number])[] = [
    [-8, 2, 3, 4.2],
    [0, -5, 0, 4.6],
    [8, 2, -3, 4.4],
    [2, 5, 5, 3.4],
    [-4, 3, -6, 3.8],
    [9, -3, 5, 2.8],
    [-10, -3, -3, 2.8],
    [3, -2, 8, 3],
  ];
  return [
    layer(whole(ovary), "ovary", { warp: 0.5 }),
    ...follicles.map(([dx, dy, dz, radius]) =>
      layer(ellipsoid([x + dx, y + dy, z + dz], [radius, radius, radius]), "follicle", exact),
    ),
  ];
}

/** Blood whose T2 signal falls step by step towards the back (shading), in a dark capsule; a rest of ovary beside it. */
export function endometriomaLayers(): Layer[] {
  const cyst = whole(ENDOMETRIOMA);
  const front = ENDOMETRIOMA.center[1] - 8;
  const shading = Array.from({ length: 9 }, (_, step) =>
    layer(
      cut(grow(cyst, -3.2), (_x, y) => front + step * 2.6 - y),
      "shading",
      { warp: 0, soft: 1.4, opacity: 0.24 },
    ),
  );
  const follicles: readonly Point[] = [
    [18.6, -4, 14.4],
    [14.6, 4, 15.5],
    [14.6, 12.5, 16.6],
  ];
  return [
    layer(ellipsoid([18, 4, 15.5], [8, 15, 9]), "ovary", { warp: 0.6 }),
    layer(cyst, "capsule", exact),
    layer(grow(cyst, -2.4), "endometrioma", exact),
    ...shading,
    layer(ellipsoid([54, 23, 8], [8, 4, 6], 0.5), "clot", { warp: 1, soft: 1.2 }),
    ...follicles.map((center) => layer(ellipsoid(center, [3.2, 3.2, 3.2]), "follicle", exact)),
  ];
}

/** A unilocular cyst with a solid nodule and a smaller second one. */
export function cysticMassLayers(): Layer[] {
  const second: Point = [-57, 2, 46];
  return [
    layer(whole(CYSTIC_MASS), "capsule", exact),
    layer(grow(whole(CYSTIC_MASS), -2.2), "cystFluid", exact),
    layer(whole(MURAL_NODULE), "nodule", { warp: 0.6 }),
    layer(ellipsoid(second, [4.5, 3.5, 4]), "nodule", { warp: 0.6 }),
  ];
}
