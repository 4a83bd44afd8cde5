import { between, type Chance, seededChance } from "../../pixels/chance";
import { type Layer, layer } from "../../pixels/render";
import { cut, grow, type Knot, type Solid, tube, tubePieces } from "../../pixels/solids";

/** Small bowel loops, mesenteric vessels, duodenum and colon. */
export function bowelLayers(): Layer[] {
  const chance = seededChance(23);
  return [...mesentery(chance), ...loops(chance), ...duodenum(), ...colon(chance)];
}

function mesentery(chance: Chance): Layer[] {
  return Array.from({ length: 70 }, () => {
    const from: Knot = [
      between(chance, -30, 70),
      between(chance, -60, -10),
      between(chance, -95, -10),
      between(chance, 1, 2.2),
    ];
    const to: Knot = [
      from[0] + between(chance, -16, 16),
      from[1] + between(chance, -12, 12),
      from[2] + between(chance, -14, 14),
      1,
    ];
    return layer(tube([from, to]), "bloodVein", { opacity: 0.8 });
  });
}

function loops(chance: Chance): Layer[] {
  return Array.from({ length: 44 }, (_, index) => {
    const [x, y, z] = [between(chance, -30, 92), between(chance, -64, 4), between(chance, -105, -16)];
    const radius = between(chance, 8.5, 12);
    const walk = () => between(chance, -22, 22);
    const knots: Knot[] = [
      [x, y, z, radius],
      [x + walk(), y + walk() * 0.5, z + walk() * 0.6, radius],
    ];
    const last: Knot = [x + walk() * 1.6, y + walk() * 0.7, z + walk(), radius];
    const loop = tube([...knots, last]);
    const filled = index % 4 === 0 ? "bowelWall" : "bowelContent";
    return [
      layer(loop, "bowelWall", { warp: 1.8 }),
      layer(grow(loop, -2.4), filled, { warp: 2.6, soft: 1 }),
      ...(index % 5 === 2
        ? [
            layer(
              cut(grow(loop, -3), (_x, yy) => yy - y + 4),
              "gas",
              { warp: 1.4 },
            ),
          ]
        : []),
    ];
  }).flat();
}

function duodenum(): Layer[] {
  const knots: Knot[] = [
    [-8, -36, -4, 10],
    [-36, -22, -14, 11],
    [-40, -6, -40, 11],
    [-34, 2, -62, 11],
    [0, -12, -70, 9],
    [30, -12, -64, 9],
  ];
  const gut = tube(knots);
  return [layer(gut, "bowelWall", { warp: 1.6 }), layer(grow(gut, -2.6), "bowelContent", { warp: 2.4 })];
}

function colon(chance: Chance): Layer[] {
  const ascending: Knot[] = [
    [-104, 14, -110, 20],
    [-103, 10, -84, 18],
    [-94, -18, -72, 17],
  ];
  const transverse: Knot[] = [
    [-94, -18, -72, 17],
    [-74, -52, -72, 16],
    [-30, -64, -60, 15],
    [30, -66, -50, 15],
    [74, -52, -22, 15],
    [98, -22, 0, 15],
  ];
  const descending: Knot[] = [
    [98, -22, 0, 14],
    [112, 8, -22, 13],
    [112, 16, -60, 12],
    [110, 14, -110, 12],
  ];
  const pieces = [ascending, transverse, descending].flatMap((knots) => tubePieces(knots));
  const air = (piece: Solid, level: number) => cut(grow(piece, -3), (_x, y) => y - level);
  return [
    ...pieces.map((piece) => layer(haustral(piece), "bowelWall", { warp: 1.6 })),
    ...pieces.map((piece) => layer(grow(haustral(piece), -2.2), "stool", { warp: 2 })),
    ...pieces.map((piece) =>
      layer(air(haustral(piece), (piece.box[2] + piece.box[3]) / 2 - between(chance, 2, 9)), "gas", {
        warp: 1.6,
      }),
    ),
  ];
}

/** A colon's wall drawn in at every 26 mm. */
function haustral(piece: Solid): Solid {
  return {
    box: piece.box,
    distance: (x, y, z) => piece.distance(x, y, z) + 2.6 * Math.abs(Math.sin((x + z * 1.3 - y * 0.6) / 9)),
  };
}
