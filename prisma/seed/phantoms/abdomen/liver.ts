import { between, seededChance } from "../../pixels/chance";
import { type Layer, layer } from "../../pixels/render";
import {
  cut,
  ellipsoid,
  grow,
  type Knot,
  melt,
  type Solid,
  tubePieces,
  within,
  without,
} from "../../pixels/solids";
import { radiiOf } from "../planted";
import { belowDiaphragm } from "./chest";
import { HEPATIC_CYST, METASTASIS } from "./lesions";
import { CAVITY } from "./trunk";

function liverSolid(): Solid {
  const right = ellipsoid([-68, -6, 6], [72, 78, 74], 0.08);
  const left = ellipsoid([6, -46, 30], [72, 27, 36], -0.12);
  const hollow = ellipsoid([20, 30, 0], [50, 40, 400]);
  const kidneyBed = ellipsoid([-58, 44, -44], [35, 34, 52], 0.5);
  const shaped = without(without(melt(right, left, 20), hollow), kidneyBed);
  return cut(within(shaped, CAVITY, 3), belowDiaphragm(3));
}

/** Liver with veins, portal branches, gallbladder, and its two planted lesions. */
export function liverLayers(): Layer[] {
  const liver = liverSolid();
  const inside = (piece: Solid) => within(piece, liver, 3);
  const gallbladder = ellipsoid([-46, -40, -34], [13, 19, 27], 0.5);
  return [
    layer(liver, "liver", { warp: 1.4 }),
    layer(ellipsoid([-17, -50, 8], [3, 19, 22], 0.25), "visceralFat", { warp: 1.2 }),
    layer(ellipsoid([-30, -12, 2], [17, 9, 15], 0.2), "visceralFat", { warp: 1.4 }),
    ...hepaticVeins().map((piece) => layer(inside(piece), "liverVein", { warp: 1, soft: 0.9 })),
    ...portalBranches().map((piece) =>
      layer(inside(piece), "bloodPortal", { warp: 1, soft: 0.9, opacity: 0.9 }),
    ),
    layer(gallbladder, "wall", { warp: 0.6 }),
    layer(grow(gallbladder, -1.8), "bile", { warp: 0.6 }),
    ...lesionLayers(),
  ];
}

function lesionLayers(): Layer[] {
  const metastasis = ellipsoid(METASTASIS.center, radiiOf(METASTASIS));
  const exact = { warp: 0 };
  return [
    layer(metastasis, "lesionRim", { ...exact, soft: 0.9 }),
    layer(grow(metastasis, -2.6), "lesion", { ...exact, soft: 1.6 }),
    layer(ellipsoid(HEPATIC_CYST.center, radiiOf(HEPATIC_CYST)), "cyst", exact),
  ];
}

function hepaticVeins(): Solid[] {
  const right: Knot[] = [
    [-22, 0, 50, 6],
    [-52, 8, 44, 5],
    [-88, -8, 28, 4],
    [-108, -14, 6, 2.6],
  ];
  const middle: Knot[] = [
    [-22, -4, 52, 5.5],
    [-44, -28, 44, 4.6],
    [-62, -46, 22, 3.2],
    [-66, -50, 0, 2],
  ];
  const left: Knot[] = [
    [-20, -8, 52, 5.5],
    [-6, -34, 46, 4],
    [22, -48, 38, 2.8],
    [48, -50, 34, 1.8],
  ];
  return [right, middle, left].flatMap((knots, index) => [...tubePieces(knots), ...twigs(knots, 41 + index)]);
}

function portalBranches(): Solid[] {
  const right: Knot[] = [
    [-30, -12, 6, 7],
    [-56, -10, 14, 6],
  ];
  const front: Knot[] = [
    [-56, -10, 14, 5],
    [-76, -34, 16, 4],
    [-98, -48, 10, 2.4],
  ];
  const back: Knot[] = [
    [-56, -10, 14, 4.6],
    [-62, 14, 0, 3.4],
    [-88, 26, -22, 2.4],
    [-98, 20, -40, 1.6],
  ];
  const low: Knot[] = [
    [-56, -10, 14, 4],
    [-78, -20, -14, 3.2],
    [-92, -26, -38, 2],
  ];
  const left: Knot[] = [
    [-30, -12, 6, 6],
    [-20, -34, 22, 4.6],
    [-6, -46, 28, 3.4],
    [30, -40, 24, 2],
  ];
  return [right, front, back, low, left].flatMap((knots, index) => [
    ...tubePieces(knots),
    ...twigs(knots, 61 + index),
  ]);
}

/** Side branches that leave a vessel at random and thin out. */
function twigs(stem: readonly Knot[], seed: number): Solid[] {
  const chance = seededChance(seed);
  return stem.slice(1).flatMap(([x, y, z, radius]) =>
    Array.from({ length: 5 }, () => {
      const bend = (): [number, number, number] => [
        between(chance, -24, 24),
        between(chance, -24, 24),
        between(chance, -20, 20),
      ];
      const [ax, ay, az] = bend();
      const [bx, by, bz] = bend();
      const thin = Math.max(radius * 0.55, 1.2);
      return tubePieces([
        [x, y, z, thin],
        [x + ax, y + ay, z + az, thin * 0.75],
        [x + ax * 1.5 + bx * 0.5, y + ay * 1.5 + by * 0.5, z + az * 1.5 + bz * 0.5, 0.7],
      ]);
    }).flat(),
  );
}
