import { between, type Chance, seededChance } from "../../pixels/chance";
import { type Layer, layer } from "../../pixels/render";
import { cut, ellipsoid, grow, type Knot, type Solid, tube, tubePieces } from "../../pixels/solids";

const BOTH = [-1, 1] as const;

/** Bladder, uterus, rectum, bowel and vessels; ovaries and masses are added by the case. */
export function organLayers(): Layer[] {
  return [...bowel(), ...rectum(), ...vessels(), ...bladder(), ...uterus()];
}

function bladder(): Layer[] {
  const whole = ellipsoid([0, -45, -42], [44, 29, 27], 0, 0.12);
  return [
    layer(whole, "bladderWall", { warp: 1.2 }),
    layer(grow(whole, -3), "urine", { warp: 1.2 }),
    layer(
      tube([
        [0, -44, -62, 6],
        [0, -40, -96, 6],
      ]),
      "muscle",
    ),
  ];
}

function uterus(): Layer[] {
  const tilt = -0.62;
  const body = ellipsoid([3, -12, -4], [30, 45, 24], 0.06, tilt);
  const neck: Knot[] = [
    [1, 16, -30, 13],
    [0, 25, -54, 13],
  ];
  const vagina: Knot[] = [
    [0, 25, -56, 10],
    [0, 8, -84, 8],
    [0, -6, -110, 8],
  ];
  return [
    ...tubePieces(vagina).map((piece) => layer(piece, "rectalWall", { warp: 1 })),
    ...tubePieces(vagina.map(([x, y, z]) => [x, y, z, 1.3])).map((piece) =>
      layer(piece, "mucosa", { soft: 0.6 }),
    ),
    layer(tube(neck), "myometrium", { warp: 1.2 }),
    layer(grow(tube(neck), -4), "cervix", { warp: 1.2 }),
    layer(body, "myometrium", { warp: 1.4 }),
    layer(ellipsoid([3, -11, -5], [18, 34, 12], 0.06, tilt), "junctional", { warp: 1.2, soft: 1.2 }),
    layer(ellipsoid([3, -12, -4], [13, 29, 6], 0.06, tilt), "endometrium", { warp: 1 }),
    layer(
      tube([
        [1, 14, -28, 1.6],
        [0, 25, -56, 1.6],
      ]),
      "mucosa",
      { warp: 0.6 },
    ),
    ...BOTH.map((side) =>
      layer(
        tube([
          [side * 24, -22, 2, 3.4],
          [side * 44, -14, 14, 2.4],
        ]),
        "myometrium",
        { warp: 1.6 },
      ),
    ),
  ];
}

function rectum(): Layer[] {
  const course: Knot[] = [
    [22, 14, 74, 12],
    [14, 30, 48, 12],
    [-6, 40, 28, 13],
    [2, 50, 4, 14],
    [0, 52, -20, 16],
    [0, 46, -46, 15],
    [0, 36, -72, 12],
    [0, 44, -104, 11],
  ];
  const thin = (amount: number) => course.map(([x, y, z, r]): Knot => [x, y, z, r - amount]);
  return [
    layer(ellipsoid([0, 52, -20], [36, 26, 62]), "fat", { warp: 2 }),
    ...tubePieces(course).map((piece) => layer(piece, "rectalWall", { warp: 1.8 })),
    ...tubePieces(thin(3.4)).map((piece) => layer(piece, "stool", { warp: 2 })),
    ...tubePieces(thin(4.4))
      .slice(1, 5)
      .map((piece) =>
        layer(
          cut(piece, (_x, y, z) => y - 40 + Math.abs(z + 4) * 0.12),
          "gas",
          { warp: 1.6 },
        ),
      ),
  ];
}

function bowel(): Layer[] {
  const chance = seededChance(77);
  const upper = Array.from({ length: 62 }, () => loopFrom(chance, [-92, 92], [-66, -20], [50, 140]));
  const lower = Array.from({ length: 18 }, () => loopFrom(chance, [-48, 48], [-74, -34], [4, 52]));
  return [...upper, ...lower].flatMap((loop, index) => [
    layer(loop, "bowelWall", { warp: 2 }),
    layer(grow(loop, -2.2), index % 3 === 0 ? "stool" : "bowelContent", { warp: 2.4 }),
    ...(index % 7 === 1
      ? [
          layer(
            cut(grow(loop, -3), (_x, y) => y - (loop.box[2] + loop.box[3]) / 2 + 3),
            "gas",
            { warp: 1.4 },
          ),
        ]
      : []),
  ]);
}

type Range = readonly [number, number];

function loopFrom(chance: Chance, acrossX: Range, acrossY: Range, acrossZ: Range): Solid {
  const [x, y, z] = [between(chance, ...acrossX), between(chance, ...acrossY), between(chance, ...acrossZ)];
  const radius = between(chance, 7.5, 12);
  const step = () => between(chance, -24, 24);
  return tube([
    [x, y, z, radius],
    [x + step(), y + step() * 0.5, z + step() * 0.5, radius],
    [x + step(), y + step() * 0.7, z + step() * 0.5, radius * 0.9],
  ]);
}

function vessels(): Layer[] {
  return BOTH.flatMap((side) => {
    const artery: Knot[] = [
      [side * 26, 14, 100, 5.5],
      [side * 42, -2, 62, 5.2],
      [side * 56, -34, 10, 4.8],
      [side * 64, -62, -48, 4.6],
    ];
    const vein: Knot[] = artery.map(([x, y, z, r]) => [x - side * 3, y + 11, z, r + 1]);
    const inner: Knot[] = [
      [side * 44, 4, 60, 4],
      [side * 48, 30, 30, 3.6],
      [side * 46, 40, -6, 2.8],
    ];
    const web = [0, 1, 2, 3, 4].map((index): Knot[] => [
      [side * (28 + index * 3), -4 + index * 5, -30 + index * 5, 1.8],
      [side * (40 + index), 2 + index * 6, -40 + index * 9, 1.6],
    ]);
    return [
      ...tubePieces(artery).map((piece) => layer(piece, "vessel")),
      ...tubePieces(vein).map((piece) => layer(piece, "vein")),
      ...tubePieces(inner).map((piece) => layer(piece, "vessel")),
      ...web.map((knots) => layer(tube(knots), "vein", { warp: 1.8 })),
    ];
  });
}
