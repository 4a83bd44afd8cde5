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

/** Blood of a low T2 signal that grows denser towards the back (shading), in a dark capsule. */
export function endometriomaLayers(): Layer[] {
  const cyst = whole(ENDOMETRIOMA);
  const content = grow(cyst, -2.4);
  const level = ENDOMETRIOMA.center[1];
  return [
    layer(cyst, "capsule", exact),
    layer(content, "endometrioma", exact),
    layer(
      cut(grow(cyst, -4), (_x, y) => level - 2 - y),
      "shading",
      { warp: 1.5, soft: 5 },
    ),
    layer(ellipsoid([54, 23, 8], [8, 4, 6], 0.5), "clot", { warp: 1, soft: 1.2 }),
    ...[0, 1, 2].map((index) =>
      layer(ellipsoid([23 + index * 3, -4 + index * 7, 4 + index * 5], [3.2, 2.8, 3]), "follicle", exact),
    ),
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
