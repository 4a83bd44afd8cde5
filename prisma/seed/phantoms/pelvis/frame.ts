import { type Layer, layer } from "../../pixels/render";
import {
  block,
  ellipsoid,
  grow,
  type Knot,
  type Point,
  type Solid,
  shell,
  trunk,
  tube,
  tubePieces,
  within,
} from "../../pixels/solids";

const BODY = trunk(
  (z) => 168 - 0.06 * z,
  (z) => 112 - 5 * Math.exp(-(((z - 60) / 50) ** 2)),
  0,
  0.3,
);
const BOTH = [-1, 1] as const;

/** Skin, fat, muscles and bones of a woman's pelvis. LPS millimetres, the middle of the true pelvis at the origin. */
export function frameLayers(): Layer[] {
  return [
    layer(BODY, "skin", { warp: 1 }),
    layer(grow(BODY, -2), "fat", { warp: 1 }),
    layer(shell(BODY, 14, 0.8), "septum", { warp: 3, opacity: 0.5 }),
    ...wallMuscles(),
    layer(ellipsoid([0, -12, 20], [66, 68, 150]), "fat", { warp: 2 }),
    layer(ellipsoid([0, -14, 120], [116, 70, 92]), "fat", { warp: 2 }),
    ...BOTH.flatMap(sideMuscles),
    ...BOTH.flatMap(sideBones),
    ...sacrum(),
  ];
}

function wallMuscles(): Layer[] {
  const wall = within(
    trunk(
      (z) => 132 - 0.05 * z,
      () => 90,
      0,
      0.35,
    ),
    BODY,
    12,
  );
  return [
    layer(within(wall, ellipsoid([0, 0, 120], [150, 120, 112])), "muscle", { warp: 1.6 }),
    ...BOTH.flatMap((side) => [
      layer(within(ellipsoid([side * 34, -87, 20], [33, 7, 130], side * 0.1), BODY, 10), "muscle", {
        warp: 1,
      }),
      layer(within(ellipsoid([side * 62, 74, -22], [62, 31, 88], side * -0.42), BODY, 15), "muscle", {
        warp: 2,
      }),
    ]),
    ...gluteStripes(),
  ];
}

function gluteStripes(): Layer[] {
  return BOTH.flatMap((side) =>
    [0, 1, 2, 3, 4].map((index) =>
      layer(
        block(
          [side * (38 + index * 17), 84 - index * 5, -20],
          [0.7, 22, 70],
          0.5,
          side * (0.5 + index * 0.08),
        ),
        "fat",
        { warp: 2.4, opacity: 0.5 },
      ),
    ),
  );
}

function sideMuscles(side: 1 | -1): Layer[] {
  const psoas: Knot[] = [
    [side * 46, 8, 130, 24],
    [side * 56, -4, 60, 27],
    [side * 68, -28, 0, 23],
    [side * 82, -44, -60, 18],
  ];
  const piriformis: Knot[] = [
    [side * 26, 60, 12, 9],
    [side * 60, 58, 0, 14],
    [side * 100, 40, -20, 9],
  ];
  return [
    layer(ellipsoid([side * 118, 14, 40], [22, 58, 62], side * 0.35), "muscle", { warp: 2 }),
    layer(ellipsoid([side * 128, -22, -30], [18, 40, 64], side * 0.2), "muscle", { warp: 2 }),
    layer(ellipsoid([side * 104, -62, -70], [34, 22, 60], side * 0.3), "muscle", { warp: 2 }),
    ...tubePieces(psoas).map((piece) => layer(piece, "muscle", { warp: 1.4 })),
    ...tubePieces(piriformis).map((piece) => layer(piece, "muscle", { warp: 1.4 })),
    layer(ellipsoid([side * 60, 4, -48], [12, 44, 36], side * -0.22), "muscle", { warp: 1 }),
    layer(ellipsoid([side * 48, -34, -84], [30, 26, 20], side * 0.5), "muscle", { warp: 1.6 }),
    layer(ellipsoid([side * 62, -8, -134], [48, 62, 46]), "muscle", { warp: 2.4 }),
    ...pelvicFloor(side),
  ];
}

/** Levator ani, from the pubis past the rectum to the coccyx, and the muscles of the perineum. */
function pelvicFloor(side: 1 | -1): Layer[] {
  const slings: Knot[][] = [
    [
      [side * 12, -66, -78, 3],
      [side * 24, -20, -84, 3.4],
      [side * 24, 30, -82, 3.6],
      [side * 8, 56, -62, 3.4],
    ],
    [
      [side * 24, 20, -84, 3.4],
      [side * 42, 16, -56, 2.6],
    ],
    [
      [side * 24, -20, -84, 3.4],
      [side * 40, -24, -58, 2.6],
    ],
    [
      [side * 14, 30, -92, 6],
      [side * 8, 46, -100, 6],
    ],
    [
      [side * 10, -30, -106, 6],
      [side * 34, -10, -112, 5],
    ],
  ];
  return slings.flatMap((knots) => tubePieces(knots).map((piece) => layer(piece, "muscle", { warp: 1.4 })));
}

function bone(solid: Solid, cortex = 2.4): Layer[] {
  const hard = { warp: 0.8, soft: 0.9 };
  return [layer(solid, "cortex", hard), layer(grow(solid, -cortex), "marrow", hard)];
}

function sideBones(side: 1 | -1): Layer[] {
  const acetabulum = ellipsoid([side * 90, 10, -40], [31, 36, 34], side * 0.3);
  return [
    ...bone(ellipsoid([side * 92, 26, 46], [11, 56, 58], side * 0.62)),
    ...bone(ellipsoid([side * 60, 58, 36], [17, 20, 34], side * 0.5)),
    ...bone(acetabulum),
    layer(ellipsoid([side * 98, 0, -52], [27, 27, 27]), "joint", { warp: 0.3 }),
    ...bone(ellipsoid([side * 98, 0, -52], [24.6, 24.6, 24.6]), 1.6),
    ...bone(
      tube([
        [side * 104, 2, -56, 18],
        [side * 132, 10, -84, 17],
      ]),
    ),
    ...bone(
      tube([
        [side * 78, -24, -44, 11],
        [side * 44, -62, -54, 9],
        [side * 12, -78, -64, 12],
      ]),
    ),
    ...bone(
      tube([
        [side * 72, 42, -58, 14],
        [side * 62, 50, -92, 16],
      ]),
    ),
    layer(ellipsoid([side * 1.5, -78, -64], [3, 12, 17]), "disc", { warp: 0.6 }),
  ];
}

/** Middles of L4, L5, S1 to S5 and the coccyx with half heights, half depths and tilt. */
const SACRAL: readonly (readonly [number, number, number, number, number])[] = [
  [30, 112, 13, 16, 0.05],
  [33, 80, 13, 16, 0.25],
  [45, 49, 12.5, 15, 0.55],
  [60, 26, 10.5, 11, 0.6],
  [70, 4, 9.5, 8.5, 0.35],
  [73, -16, 8.5, 7, 0.0],
  [69, -34, 7.5, 6, -0.35],
  [61, -50, 7, 5, -0.6],
];

function sacrum(): Layer[] {
  const middle = (index: number): Point => {
    const [y, z] = SACRAL[index] ?? [0, 0];
    return [0, y, z];
  };
  const bodies = SACRAL.map(([y, z, high, deep, tilt], index) =>
    block([0, y, z], [index < 2 ? 25 : 24 - index * 2, deep, high], 4, 0, tilt),
  );
  const canal: Knot[] = [
    [0, 54, 112, 8.5],
    [0, 58, 82, 8.5],
    [0, 70, 54, 7.5],
    [0, 78, 30, 5.5],
    [0, 84, 12, 4],
  ];
  const alae = BOTH.map((side) => ellipsoid([side * 28, 58, 38], [24, 16, 28], side * 0.45));
  return [
    ...[...bodies, ...alae].map((solid) => layer(solid, "cortex", { warp: 0.8 })),
    ...[...alae, ...bodies].map((solid) => layer(grow(solid, -1.9), "marrow", { warp: 0.8 })),
    ...BOTH.flatMap((side) => [
      layer(ellipsoid([side * 21, 92, 70], [20, 15, 90], side * 0.1), "muscle", { warp: 2 }),
      layer(
        tube([
          [side * 20, 58, 38, 4.5],
          [side * 34, 44, 20, 4],
          [side * 46, 44, 0, 4],
        ]),
        "nerve",
      ),
    ]),
    ...SACRAL.slice(1).flatMap(([y, z, high, deep], index) => {
      const [, py, pz] = middle(index);
      const half: Point = [21 - index, deep * 0.95, Math.min(index < 2 ? 5 : 2.2, high)];
      const disc = block([0, (y + py) / 2, (z + pz) / 2], half, 1.6, 0, Math.atan2(y - py, pz - z));
      return [layer(grow(disc, 1.6), "cortex", { warp: 0.8 }), layer(disc, "disc", { warp: 0.8 })];
    }),
    ...tubePieces(canal.map(([x, y, z, r]) => [x, y, z, r + 2.4])).map((piece) => layer(piece, "fat")),
    ...tubePieces(canal).map((piece) => layer(piece, "fluid", { warp: 0.4 })),
    ...[-2.6, 0, 2.6]
      .flatMap((x) => tubePieces(canal.map(([, y, z]) => [x, y + 2 - Math.abs(x) * 0.3, z, 0.9])))
      .map((piece) => layer(piece, "nerve", { opacity: 0.8, soft: 0.5 })),
    ...[0, 1, 2, 3].flatMap((index) =>
      bone(
        tube([
          [0, 72 + index * 7, 104 - index * 30, 4],
          [0, 92 + index * 3, 96 - index * 28, 5],
        ]),
        1.6,
      ),
    ),
  ];
}
