import { at, grainTile, noiseCube } from "../../pixels/noise";
import { type Plane, planesOf } from "../../pixels/plane";
import { type Layer, layer, renderer, type Signals } from "../../pixels/render";
import { block, cut, ellipsoid, grow, type Solid, shell, tube, within } from "../../pixels/solids";

/** Hounsfield units without contrast. */
const SIGNALS: Signals = {
  scalp: { value: 20, texture: 14 },
  scalpFat: { value: -70, texture: 20 },
  bone: { value: 1250, texture: 90 },
  diploe: { value: 620, texture: 130 },
  air: { value: -960 },
  fluid: { value: 7, texture: 1 },
  grey: { value: 38, texture: 1.2 },
  white: { value: 28, texture: 1, grain: "coarse" },
  falx: { value: 56 },
  blood: { value: 66, texture: 3, grain: "coarse" },
  oedema: { value: 19, texture: 1.5, grain: "coarse" },
  calcium: { value: 140 },
  muscle: { value: 55, texture: 8 },
  orbitFat: { value: -80, texture: 8 },
  globe: { value: 14 },
};

/** 24 axial slices of 5 mm from the skull base to the vertex. */
export const HEAD_PLANES: readonly Plane[] = planesOf({
  center: [0, 0, 10],
  row: [1, 0, 0],
  column: [0, 0.9848, 0.1736],
  spacing: 0.6,
  side: 384,
  slices: 24,
  step: 5,
});

const HEAD = ellipsoid([0, 0, 0], [79, 98, 90]);
const SKULL = ellipsoid([0, 0, 0], [73.5, 92, 84]);
const INNER = ellipsoid([0, 0, 1], [67, 85.5, 77]);
const BOTH = [-1, 1] as const;

/** Hounsfield units of every slice in order. */
export function* headSlices(planes: readonly Plane[] = HEAD_PLANES): Generator<Float32Array> {
  const layers = [...skullLayers(), ...brainLayers(), ...baseLayers()];
  const render = renderer(501);
  const grain = grainTile(502);
  for (const plane of planes) {
    const image = render(layers, SIGNALS, plane, -1000);
    const shift = Math.round(plane.origin[2] * 29 + 9000);
    for (let index = 0; index < image.length; index++)
      image[index] =
        at(image, index) +
        3.1 * grain((index % plane.columns) + shift, Math.floor(index / plane.columns) + shift * 3);
    yield image;
  }
}

function skullLayers(): Layer[] {
  return [
    layer(HEAD, "scalp", { warp: 0.8 }),
    layer(shell(HEAD, 2.8, 2.6), "scalpFat", { warp: 0.8 }),
    layer(SKULL, "bone", { warp: 0.8 }),
    layer(shell(SKULL, 3.4, 2), "diploe", { warp: 1 }),
    layer(INNER, "fluid", { warp: 0.8 }),
  ];
}

function brainLayers(): Layer[] {
  const brain = grow(INNER, -1.8);
  const midline: Solid = {
    box: [-2, 2, -90, 90, -10, 80],
    distance: (x, y, z) =>
      Math.max(Math.abs(x) - 0.7, INNER.distance(x, y, z) + 0.5, 22 - Math.hypot(y * 0.85, z) * 0.55 - 8),
  };
  return [
    layer(brain, "grey", { warp: 1 }),
    layer(whiteMatter(), "white", { warp: 1.4, soft: 1.6 }),
    layer(sulci(brain), "fluid", { warp: 0.6, soft: 0.9, opacity: 0.85 }),
    ...deepNuclei(),
    ...ventricles(),
    layer(midline, "falx", { warp: 0.7, soft: 0.6 }),
    ...BOTH.map((side) =>
      layer(ellipsoid([side * 27, 26, 18], [3, 2.4, 3]), "calcium", { warp: 0.4, opacity: 0.7 }),
    ),
    layer(ellipsoid([0, 17, 8], [2, 2, 2.5]), "calcium", { warp: 0.3 }),
    layer(ellipsoid([-31, 0, 12], [18, 25, 18], 0.12), "oedema", { warp: 1.6, soft: 2.4, opacity: 0.8 }),
    layer(ellipsoid([-30, 0, 12], [12.5, 19, 13], 0.12), "blood", { warp: 1.4, soft: 1 }),
  ];
}

const folds = noiseCube(611);

/** Under the cortex, whose depth follows the folds. */
function whiteMatter(): Solid {
  return {
    box: INNER.box,
    distance: (x, y, z) => {
      const cortex =
        9.5 + 4.5 * Math.max(-1.3, folds(x / 2.6, y / 2.6, z / 5)) + Math.max(0, 6 - Math.abs(x)) * 1.6;
      return INNER.distance(x, y, z) + cortex;
    },
  };
}

/** Clefts of fluid that run in from the surface where the folds meet. */
function sulci(brain: Solid): Solid {
  return cut(brain, (x, y, z) => {
    const depth = -brain.distance(x, y, z);
    const cleft = (Math.abs(folds(x / 2.6 + 20, y / 2.6, z / 6)) - 0.22 + depth * 0.012) * 5;
    return Math.max(cleft, depth - 17);
  });
}

function deepNuclei(): Layer[] {
  return BOTH.flatMap((side) => [
    layer(ellipsoid([side * 47, 2, 8], [3, 24, 16], side * 0.1), "fluid", { warp: 1.6, opacity: 0.75 }),
    layer(ellipsoid([side * 43, 2, 8], [3.4, 22, 18], side * 0.1), "grey", { warp: 1.2 }),
    layer(ellipsoid([side * 26, -3, 10], [7, 16, 12], side * 0.35), "grey", { warp: 0.8 }),
    layer(ellipsoid([side * 13, -20, 16], [6, 9, 14], side * 0.2), "grey", { warp: 0.8 }),
    layer(ellipsoid([side * 11, 12, 12], [8, 13, 10], side * -0.25), "grey", { warp: 0.8 }),
  ]);
}

function ventricles(): Layer[] {
  const squeezed = (side: number) => (side < 0 ? 0.66 : 1);
  const horns = BOTH.flatMap((side) => [
    ellipsoid([side * 8, -22, 20], [4.6 * squeezed(side), 15, 11], side * -0.32),
    ellipsoid([side * 14, 10, 29], [5.4 * squeezed(side), 26, 9], side * 0.2),
    ellipsoid([side * 24, 40, 15], [5 * squeezed(side), 16, 11], side * 0.28),
    ellipsoid([side * 35, 14, -12], [3, 13, 5], side * 0.2),
  ]);
  const midline = [
    ellipsoid([2.2, 3, 8], [2, 13, 12]),
    ellipsoid([0, 44, -28], [8, 6, 9]),
    tube([
      [0, 26, -4, 1.4],
      [0, 38, -20, 1.4],
    ]),
  ];
  const cisterns = [
    ellipsoid([0, 30, -2], [15, 5, 8]),
    ellipsoid([0, -8, -22], [12, 9, 6]),
    ellipsoid([0, 24, -18], [20, 4, 5]),
  ];
  return [
    ...cisterns.map((solid) => layer(solid, "fluid", { warp: 1.4 })),
    layer(ellipsoid([0, 17, -24], [15, 13, 26]), "white", { warp: 0.8 }),
    ...horns.map((solid) => layer(solid, "fluid", { warp: 0.8 })),
    ...midline.map((solid) => layer(solid, "fluid", { warp: 0.6 })),
  ];
}

/** Orbits, sinuses and the petrous bones on the lowest slices. */
function baseLayers(): Layer[] {
  const low = (solid: Solid) => within(solid, HEAD, 4);
  return BOTH.flatMap((side) => [
    layer(
      low(
        tube([
          [side * 22, 12, -42, 8],
          [side * 56, 24, -38, 13],
        ]),
      ),
      "bone",
      { warp: 1.6 },
    ),
    layer(low(ellipsoid([side * 60, 34, -40], [9, 13, 11])), "air", { warp: 2.4, opacity: 0.75 }),
    layer(low(block([side * 34, -30, -34], [32, 2.5, 8], 2, side * -0.5)), "bone", { warp: 1.6 }),
    layer(low(ellipsoid([side * 32, -66, -44], [19, 22, 17])), "bone", { warp: 1 }),
    layer(low(ellipsoid([side * 32, -66, -44], [17, 20, 15])), "orbitFat", { warp: 1 }),
    layer(ellipsoid([side * 32, -62, -44], [11, 11, 11]), "globe", { warp: 0.2 }),
    layer(low(ellipsoid([side * 8, -60, -42], [7, 22, 14])), "bone", { warp: 1.4 }),
    layer(low(ellipsoid([side * 8, -60, -42], [5.6, 20, 13])), "air", { warp: 1.8 }),
    layer(low(ellipsoid([side * 9, -20, -42], [8, 10, 9])), "air", { warp: 1.4 }),
  ]);
}
