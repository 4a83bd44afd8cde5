import { between, seededChance } from "../../pixels/chance";
import { type Layer, layer } from "../../pixels/render";
import { ellipsoid, type Knot, type Solid, tube, tubePieces, within } from "../../pixels/solids";
import { CAVITY } from "./trunk";

/** Height of the diaphragm over a point, mm: two domes and the tendon between, with deep recesses behind and beside. */
export function diaphragmHeight(x: number, y: number): number {
  const depth = y < -10 ? (y + 10) / 125 : (y + 10) / 72;
  const right = 64 - 66 * (((x + 62) / 80) ** 2 + depth ** 2);
  const left = 55 - 62 * (((x - 66) / 76) ** 2 + depth ** 2);
  const middle = 54 - 40 * ((x / 62) ** 2 + ((y + 30) / 100) ** 2);
  return Math.max(right, left, middle);
}

/** Cuts away what is above the diaphragm; the slope of the dome is steep, so the distance is shortened. */
export const belowDiaphragm = (gap: number) => (x: number, y: number, z: number) =>
  (z - diaphragmHeight(x, y) + gap) * 0.6;

/** Lung bases with their vessels, mediastinum, heart and diaphragm. */
export function chestLayers(): Layer[] {
  const lungs: Solid = {
    box: [-150, 150, -100, 100, -30, 400],
    distance: (x, y, z) => Math.max(CAVITY.distance(x, y, z) + 1.5, (diaphragmHeight(x, y) + 1.5 - z) * 0.55),
  };
  const diaphragm: Solid = {
    box: [-150, 150, -100, 100, -30, 90],
    distance: (x, y, z) =>
      Math.max(CAVITY.distance(x, y, z) + 1, Math.abs(z - diaphragmHeight(x, y)) * 0.55 - 0.9),
  };
  return [
    layer(lungs, "lung", { warp: 1.6 }),
    ...lungVessels().map((piece) =>
      layer(within(piece, lungs, 2), "lungVessel", { warp: 0.4, soft: 0.9, opacity: 0.95 }),
    ),
    layer(diaphragm, "muscle", { warp: 1.2 }),
    ...heartLayers(),
  ];
}

function lungVessels(): Solid[] {
  const chance = seededChance(5);
  return [-1, 1].flatMap((side) =>
    Array.from({ length: 46 }, () => {
      const angle = between(chance, -Math.PI, Math.PI);
      const reach = between(chance, 12, 72);
      const start: Knot = [side * 44, 4, 125, 3.4];
      const x = side * 76 + Math.cos(angle) * reach * 0.72;
      const y = 2 + Math.sin(angle) * reach;
      const middle: Knot = [
        (start[0] + x) / 2 + between(chance, -8, 8),
        y / 2 + between(chance, -8, 8),
        84,
        2.5,
      ];
      return tubePieces([start, middle, [x, y, 52, 1.5], [x * 1.08, y * 1.08, between(chance, 2, 30), 0.9]]);
    }).flat(),
  );
}

function heartLayers(): Layer[] {
  const heart = ellipsoid([26, -40, 88], [64, 40, 37], 0.45);
  const ventricles: Solid[] = [
    ellipsoid([44, -32, 92], [32, 21, 30], 0.5),
    ellipsoid([10, -54, 90], [34, 14, 28], 0.4),
  ];
  return [
    layer(within(ellipsoid([14, 8, 110], [34, 52, 72]), CAVITY, 2), "visceralFat", { warp: 1.5 }),
    layer(within(ellipsoid([26, -42, 86], [70, 46, 42], 0.4), CAVITY, 2), "visceralFat", { warp: 1.5 }),
    layer(heart, "heartMuscle", { warp: 1.2 }),
    ...ventricles.map((ventricle) => layer(ventricle, "heartChamber", { warp: 1.4 })),
    layer(
      tube([
        [10, 2, 90, 7.5],
        [15, -4, 62, 7.5],
        [34, -14, 50, 8],
      ]),
      "bowelWall",
      { warp: 0.8 },
    ),
    layer(
      tube([
        [10, 2, 90, 2],
        [15, -4, 62, 2],
      ]),
      "gas",
      { warp: 0.8, opacity: 0.5 },
    ),
  ];
}
