import { type Layer, layer } from "../../pixels/render";
import {
  cut,
  EVERYWHERE,
  ellipsoid,
  grow,
  type Knot,
  type Solid,
  shell,
  trunk,
  tube,
  tubePieces,
  within,
  without,
} from "../../pixels/solids";

const BODY = trunk(
  (z) => 164 + 0.05 * z - 5 * Math.exp(-(((z + 25) / 45) ** 2)),
  (z) => 113 + 0.03 * z,
  0,
  0.35,
);
const WALL = trunk(
  (z) => 141 + 0.06 * z,
  (z) => 92 + 0.05 * z,
  -2,
  0.32,
);
/** What lies inside the muscles: abdomen and thorax alike. */
export const CAVITY = without(
  trunk(
    (z) => 129 + 0.06 * z,
    (z) => 80 + 0.05 * z,
    -4,
    0.32,
  ),
  ellipsoid([0, 82, 0], [50, 31, 400]),
);

/** Skin, fat, muscle, spine and table: everything around the cavity. */
export function trunkLayers(): Layer[] {
  return [
    ...tableLayers(),
    layer(BODY, "skin", { warp: 1.3 }),
    layer(grow(BODY, -2.2), "fat", { warp: 1.3 }),
    layer(shell(BODY, 11, 0.7), "septum", { warp: 2.2, opacity: 0.4, soft: 0.5 }),
    layer(WALL, "muscle", { warp: 1.6 }),
    layer(shell(WALL, 4.2, 1), "fat", { warp: 1.4, opacity: 0.55 }),
    layer(shell(WALL, 8, 0.8), "fat", { warp: 1.4, opacity: 0.45 }),
    ...frontMuscles(),
    ...backMuscles(),
    layer(CAVITY, "visceralFat", { warp: 1 }),
    ...deepMuscles(),
  ];
}

function tableLayers(): Layer[] {
  const top = (x: number) => 117 - (x / 200) ** 2 * 34;
  const slab = (from: number, to: number): Solid => ({
    box: [-205, 205, 60, 160, EVERYWHERE[4], EVERYWHERE[5]],
    distance: (x, y) => Math.max(top(x) + from - y, y - top(x) - to, Math.abs(x) - 200),
  });
  const plain = { warp: 0, soft: 0.6 };
  return [layer(slab(2, 16), "tableShell", plain), layer(slab(3.6, 14.4), "tableFoam", plain)];
}

function frontMuscles(): Layer[] {
  return [-1, 1].flatMap((side) => [
    layer(ellipsoid([side * 38, -85, 0], [40, 10, 400], side * 0.12), "fat", { warp: 1 }),
    layer(ellipsoid([side * 36, -85.5, 0], [33, 7.5, 400], side * 0.12), "muscle", { warp: 1 }),
  ]);
}

function backMuscles(): Layer[] {
  return [-1, 1].flatMap((side) => [
    layer(ellipsoid([side * 35, 76, 0], [37, 21, 400], side * -0.12), "fat", { warp: 1.2 }),
    layer(ellipsoid([side * 24, 77, 0], [19, 17, 400], side * 0.1), "marbledMuscle", { warp: 1.6 }),
    layer(ellipsoid([side * 51, 75, 0], [22, 15, 400], side * -0.25), "marbledMuscle", { warp: 1.6 }),
    layer(ellipsoid([side * 112, 62, 60], [36, 9, 90], side * -0.75), "marbledMuscle", { warp: 1.2 }),
  ]);
}

function deepMuscles(): Layer[] {
  return [-1, 1].flatMap((side) => [
    layer(ellipsoid([side * (40 + 0), 42, -95], [17, 20, 88], side * 0.3), "muscle", { warp: 1.2 }),
    layer(ellipsoid([side * 62, 62, -80], [22, 9, 75], side * -0.35), "muscle", { warp: 1 }),
    layer(
      tube([
        [side * 13, 18, 60, 4],
        [side * 17, 22, 10, 5],
        [side * 17, 26, -50, 4],
      ]),
      "muscle",
      { warp: 1 },
    ),
  ]);
}

const VERTEBRA = 31;

/** Vertebrae with discs, canal and processes, and the ribs. */
export function skeletonLayers(): Layer[] {
  const hard = { warp: 0.35, soft: 0.8 };
  return [
    ...[-3, -2, -1, 0, 1, 2, 3].flatMap((index) => vertebra(index * VERTEBRA - 4)),
    ...[-1, 1]
      .flatMap((side) => [132, 108, 84, 60, 36, 12].map((top, order) => rib(side, top, order)))
      .flatMap((knots) => [
        ...tubePieces(knots).map((piece) => layer(piece, "cortex", hard)),
        ...tubePieces(knots.map(([x, y, z, radius]) => [x, y, z, radius - 1.7])).map((piece) =>
          layer(piece, "spongiosa", hard),
        ),
      ]),
    ...costalCartilages(),
  ];
}

function vertebra(middle: number): Layer[] {
  const waist = (z: number) => 2.2 * Math.cos(((z - middle) / 11.5) * Math.PI * 0.5);
  const body: Solid = {
    box: [-28, 28, 10, 56, middle - 12, middle + 12],
    distance(x, y, z) {
      const flat = Math.hypot(x / (24 - waist(z)), (y - 33) / (18 - waist(z)));
      return Math.max((flat - 1) * 18, Math.abs(z - middle) - 11.5);
    },
  };
  const disc = ellipsoid([0, 33, middle + VERTEBRA / 2], [24, 18, 9]);
  const hard = { warp: 0.5, soft: 0.9 };
  const arch = [-1, 1].flatMap((side): Knot[][] => [
    [
      [side * 15, 44, middle + 4, 5.5],
      [side * 17, 56, middle + 2, 5.5],
    ],
    [
      [side * 16, 57, middle, 5],
      [side * 3, 71, middle - 5, 4],
    ],
    [
      [side * 18, 56, middle + 2, 4.5],
      [side * 40, 61, middle + 3, 3.4],
    ],
    [
      [side * 17, 58, middle + 12, 6],
      [side * 17, 60, middle - 14, 6.5],
    ],
  ]);
  const spine: Knot[] = [
    [0, 72, middle - 4, 4],
    [0, 92, middle - 10, 4.5],
  ];
  return [
    layer(disc, "disc", hard),
    layer(body, "cortex", hard),
    layer(grow(body, -1.6), "spongiosa", hard),
    layer(ellipsoid([0, 58, middle], [11.5, 10, 26]), "visceralFat", { warp: 0.3 }),
    ...[...arch, spine].map((knots) => layer(tube(knots), "cortex", hard)),
    ...[...arch, spine].map((knots) => layer(grow(tube(knots), -1.8), "spongiosa", hard)),
    layer(ellipsoid([0, 57.5, middle], [8.6, 7.6, 60]), "sac", { warp: 0.3 }),
    layer(
      cut(ellipsoid([0, 57, 45], [4.6, 4, 60]), (_x, _y, z) => 12 - z),
      "cord",
      { warp: 0.2, opacity: 0.5 },
    ),
  ];
}

function ribPoint(side: number, top: number, turn: number, radius: number): Knot {
  const z = top - 74 * Math.sin(Math.min(turn, 2.3) * 0.68) ** 2;
  return [side * (134 + 0.06 * z) * Math.sin(turn), -3 + (86 + 0.05 * z) * Math.cos(turn), z, radius];
}

function rib(side: number, top: number, order: number): Knot[] {
  const end = order === 5 ? 1.0 : order === 4 ? 1.6 : 2.2;
  return Array.from({ length: 15 }, (_, index) => {
    const turn = 0.3 + ((end - 0.3) * index) / 14;
    return ribPoint(side, top, turn, order === 5 ? 4.2 : 5.1);
  });
}

function costalCartilages(): Layer[] {
  const pieces = [-1, 1].flatMap((side) =>
    [132, 108, 84].flatMap((top, order) => {
      const start = ribPoint(side, top, 2.2, 5.6);
      const end: Knot = [side * (22 + order * 6), -84, 62 - order * 6, 6];
      const middle: Knot = [side * (70 + order * 4), -72, start[2] + 4 - order * 2, 6];
      return tubePieces([start, middle, end]);
    }),
  );
  return pieces.map((piece) => layer(within(piece, CAVITY, -14), "cartilage", { warp: 0.6 }));
}
