import { type Layer, layer } from "../../pixels/render";
import {
  cut,
  ellipsoid,
  grow,
  type Knot,
  melt,
  type Point,
  type Solid,
  tube,
  tubePieces,
  within,
  without,
} from "../../pixels/solids";
import { radiiOf } from "../planted";
import { belowDiaphragm } from "./chest";
import { RENAL_CYST } from "./lesions";
import { CAVITY } from "./trunk";

/** Spleen, pancreas, adrenals, kidneys and the great vessels. */
export function visceraLayers(): Layer[] {
  return [
    ...spleenLayers(),
    ...pancreasLayers(),
    ...kidneyLayers(-1),
    ...kidneyLayers(1),
    ...renalCyst(),
    ...adrenals(),
    ...greatVessels(),
  ];
}

function spleenLayers(): Layer[] {
  const whole = without(
    ellipsoid([97, 32, 20], [27, 46, 46], 0.3),
    ellipsoid([70, 18, 14], [20, 20, 30], 0.2),
  );
  const spleen = cut(within(whole, CAVITY, 3), belowDiaphragm(3));
  return [
    layer(spleen, "spleen", { warp: 1.6 }),
    layer(
      tube([
        [86, 22, 16, 3],
        [64, 8, 8, 3.4],
      ]),
      "bloodVein",
      { warp: 1.4 },
    ),
  ];
}

function pancreasLayers(): Layer[] {
  const gland: Knot[] = [
    [-26, -12, -34, 11],
    [-22, -16, -18, 12],
    [-2, -26, -6, 8],
    [28, -20, 2, 8.5],
    [58, -2, 8, 8.5],
    [80, 14, 12, 7],
  ];
  const splenicVein: Knot[] = [
    [-8, -12, -8, 5],
    [14, -15, -2, 4],
    [40, -8, 4, 3.6],
    [70, 10, 10, 3.2],
  ];
  return [
    ...tubePieces(gland).map((piece) => layer(piece, "pancreas", { warp: 2.2 })),
    ...tubePieces(splenicVein).map((piece) => layer(piece, "bloodPortal")),
    layer(
      tube([
        [-30, -8, -28, 2.6],
        [-30, -6, -4, 2.8],
      ]),
      "bile",
    ),
  ];
}

const KIDNEY_MIDDLE: Readonly<Record<string, Point>> = { "-1": [-60, 40, -46], "1": [66, 38, -30] };

function kidneyLayers(side: 1 | -1): Layer[] {
  const [x, y, z] = KIDNEY_MIDDLE[side] ?? [0, 0, 0];
  const turn = side * -0.55;
  const [inwardX, inwardY] = [-side * Math.cos(0.55), -Math.sin(0.55)];
  const kidney = ellipsoid([x, y, z], [25, 29, 54], turn);
  const sinus = ellipsoid([x + inwardX * 11, y + inwardY * 11, z], [15, 12, 30], turn);
  const pyramids = Array.from({ length: 30 }, (_, index): Solid => {
    const level = z - 42 + 14 * Math.floor(index / 5);
    const narrow = Math.sqrt(Math.max(0.1, 1 - ((level - z) / 54) ** 2));
    const angle = ((index % 5) - 2) * 0.72 + (Math.floor(index / 5) % 2) * 0.3 + 0.55;
    const [cx, cy] = [x + side * Math.cos(angle) * 15 * narrow, y + Math.sin(angle) * 18 * narrow];
    return ellipsoid([cx, cy, level], [6.6, 5.2, 6], angle * side);
  });
  const stalk = (end: Point, radius: number): Solid =>
    tube([
      [x + inwardX * 12, y + inwardY * 12, z + 2, radius],
      [end[0], end[1], end[2], radius],
    ]);
  return [
    layer(kidney, "kidneyCortex", { warp: 1.3 }),
    ...pyramids.map((pyramid) =>
      layer(within(pyramid, kidney, 5), "kidneyMedulla", { warp: 1.2, soft: 1.6 }),
    ),
    layer(sinus, "sinusFat", { warp: 2.4 }),
    layer(ellipsoid([x + inwardX * 10, y + inwardY * 10, z - 4], [9, 5, 14], turn), "renalPelvis", {
      warp: 1.6,
    }),
    layer(stalk([side < 0 ? -20 : 4, side < 0 ? 2 : -8, z + 8], 3.8), "bloodVein", { warp: 1.4 }),
    layer(stalk([12, 6, z + 12], 2.4), "bloodArtery", { warp: 1.4 }),
  ];
}

function renalCyst(): Layer[] {
  return [layer(ellipsoid(RENAL_CYST.center, radiiOf(RENAL_CYST)), "cyst", { warp: 0 })];
}

function adrenals(): Layer[] {
  const limbs: Knot[][] = [
    [
      [-26, 12, 18, 2.6],
      [-34, 24, 14, 2.4],
      [-38, 38, 10, 1.8],
    ],
    [
      [34, 6, 18, 3],
      [44, 18, 14, 2.6],
      [54, 30, 10, 1.8],
    ],
    [
      [36, 8, 16, 2.6],
      [36, 20, 12, 2.2],
      [34, 32, 8, 1.8],
    ],
  ];
  return limbs.flatMap((limb) => tubePieces(limb).map((piece) => layer(piece, "adrenal")));
}

function greatVessels(): Layer[] {
  const aorta: Knot[] = [
    [20, 14, 90, 11.5],
    [14, 6, 40, 11],
    [9, 4, 0, 10],
    [7, 3, -90, 9],
  ];
  const cava: Knot[] = [
    [-16, -12, 84, 11],
    [-22, -3, 48, 11.5],
    [-21, 3, 10, 11],
    [-18, 5, -90, 10.5],
  ];
  const arteries: Knot[][] = [
    [
      [9, -5, 6, 4.4],
      [9, -14, 4, 4],
      [24, -18, 6, 3],
    ],
    [
      [8, -6, -10, 4],
      [7, -17, -20, 3.8],
      [4, -24, -90, 3.6],
    ],
  ];
  const portal: Knot[][] = [
    [
      [-6, -13, -10, 7],
      [-18, -14, -2, 7],
      [-32, -12, 6, 7],
    ],
    [
      [-6, -14, -10, 6],
      [-8, -24, -40, 5.4],
      [-8, -26, -90, 5],
    ],
  ];
  return [
    ...tubePieces(cava).map((piece) => layer(piece, "bloodVein", { warp: 1.6 })),
    ...tubePieces(aorta).map((piece) => layer(piece, "bloodArtery")),
    layer(
      tube([
        [17, 9, 2, 1.6],
        [16, 11, -12, 1.2],
      ]),
      "plaque",
    ),
    layer(
      tube([
        [2, -4, -44, 1.3],
        [0, -1, -56, 1],
      ]),
      "plaque",
    ),
    ...arteries.flatMap(tubePieces).map((piece) => layer(piece, "bloodArtery")),
    ...portal.flatMap(tubePieces).map((piece) => layer(piece, "bloodPortal")),
  ];
}

/** Stomach with wall, fluid and a level of gas in front (the patient lies on the back). */
export function stomachLayers(): Layer[] {
  const whole = melt(
    ellipsoid([68, -14, 34], [38, 40, 30], 0.2),
    ellipsoid([34, -44, 0], [46, 22, 24], -0.25),
    18,
  );
  const stomach = cut(within(whole, CAVITY, 4), belowDiaphragm(3.5));
  const lumen = grow(stomach, -4);
  return [
    layer(stomach, "bowelWall", { warp: 2 }),
    layer(lumen, "gastricContent", { warp: 2.8 }),
    layer(
      cut(lumen, (_x, y) => y + 43),
      "gas",
      { warp: 1.2 },
    ),
  ];
}
