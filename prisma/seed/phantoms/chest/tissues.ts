import { noiseCube } from "../../pixels/noise";
import { add, addRows, alongKnots, chord, type Projection, type RowByRow } from "./projection";

const WHOLE = [-400, 400, -400, 400] as const;

const WIDTH = [
  [-200, 58],
  [-172, 62],
  [-150, 110],
  [-128, 166],
  [-100, 178],
  [-40, 170],
  [60, 166],
  [200, 158],
] as const;
const OUTER = [
  [-160, 44],
  [-152, 72],
  [-132, 92],
  [-100, 111],
  [-60, 124],
  [0, 133],
  [60, 138],
  [112, 141],
  [150, 140],
] as const;
const INNER = [
  [-160, 44],
  [-150, 27],
  [-128, 20],
  [-60, 22],
  [0, 20],
  [150, 22],
] as const;

/** Height of the diaphragm (y, mm); the right one stands higher. */
export function diaphragm(x: number): number {
  const side = Math.abs(x);
  const rise = ((side - 68) / 72) ** 2;
  return x < 0 ? 64 + 58 * rise : 77 + 48 * rise;
}

/** Depth inside the lung's outline along a row, mm; negative outside. */
export const lungDepths: RowByRow = (y) => {
  const outer = alongKnots(OUTER, y);
  const inner = alongKnots(INNER, y);
  return (x) => {
    const side = Math.abs(x) + (x > 0 ? 1.5 : 0);
    return Math.min(outer - side, side - inner, (y + 160) * 0.9);
  };
};

const lungThickness: RowByRow = (y) => {
  const depthAt = lungDepths(y);
  const deepest = 178 * Math.min(1, Math.sqrt(Math.max(0, y + 162) / 110));
  return (x) => {
    const depth = depthAt(x);
    if (depth <= 0) return 0;
    const full = deepest * (1 - Math.exp(-depth / 19));
    const below = y - diaphragm(x);
    if (below <= 0) return full;
    const left = Math.max(0, 1 - below / 46);
    return full * (0.08 + 0.36 * left) * (below < 3 ? 1 + (3 - below) * 0.3 : 1);
  };
};

/** Trunk, lungs, heart, great vessels, trachea and the stomach's gas. */
export function addTissues(picture: Projection) {
  const cloud = noiseCube(91);
  addRows(picture, WHOLE, (y) => {
    const half = alongKnots(WIDTH, y);
    const depth = y < -150 ? 125 + (y + 200) * 1.4 : 196 + Math.max(0, y - 60) * 0.16;
    return (x) => {
      const across = Math.abs(x) / half;
      return across >= 1 ? 0 : depth * Math.sqrt(1 - across * across * across) + 4 * cloud(x / 9, y / 9, 3);
    };
  });
  addRows(picture, WHOLE, (y) => {
    const thickness = lungThickness(y);
    return (x) => {
      const air = thickness(x);
      if (air === 0) return 0;
      return -air * (0.78 + 0.012 * cloud(x / 2.2, y / 2.2, 9) + 0.014 * cloud(x / 5, y / 5, 30));
    };
  });
  addHeart(picture);
  addMediastinum(picture);
  add(picture, [40, 112, 92, 142], (x, y) => -46 * chord(x, y, 78, 114, 27, 17, 0.15));
  add(picture, [-160, 160, -140, 40], (x, y) => 16 * chord(Math.abs(x), y, 96, -66, 58, 62, -0.5));
}

function addHeart(picture: Projection) {
  add(picture, [-70, 120, -60, 130], (x, y) => {
    const thickness = Math.max(
      96 * chord(x, y, 26, 44, 63, 45, 0.55),
      80 * chord(x, y, -12, 40, 30, 45, 0.1),
      62 * chord(x, y, 29, -8, 26, 38, -0.25),
      52 * chord(x, y, 26, -34, 21, 22, 0),
    );
    return thickness * Math.min(1, Math.max(0, 1 - (y - diaphragm(x)) / 22));
  });
}

/** A rounded slab: 1 in the middle, falling to 0 at the edge, `firm` or soft. */
const slab = (across: number, firm: number) => Math.max(0, 1 - Math.abs(across) ** firm) ** 0.7;

function addMediastinum(picture: Projection) {
  add(picture, [-60, 60, -200, 130], (x, y) => {
    const half = 29 + Math.max(0, y + 40) * 0.03 + 8 * Math.min(1, Math.max(0, (-120 - y) / 60));
    const ends = Math.min(1, Math.max(0, (118 - y) / 90));
    return 34 * slab((x - 1) / half, 4) * ends * (y < -120 ? Math.max(0.35, 1 + (y + 120) / 70) : 1);
  });
  add(picture, [0, 60, -100, -40], (x, y) => 34 * chord(x, y, 24, -68, 20, 20));
  add(
    picture,
    [4, 50, -74, 120],
    (x, y) =>
      20 *
      slab((x - 23 + (y + 60) * 0.04) / 16, 3) *
      Math.min(1, (y + 74) / 20) *
      Math.min(1, (120 - y) / 60),
  );
  add(
    picture,
    [-50, -6, -135, 20],
    (x, y) => 18 * slab((x + 21) / 16, 3) * Math.min(1, (y + 135) / 40, (20 - y) / 30),
  );
  // The air column of the trachea and the two main bronchi.
  add(picture, [-14, 14, -200, -46], (x, y) => -15 * slab((x + 2) / 8.8, 2.4) * Math.min(1, (-46 - y) / 8));
  for (const side of [-1, 1])
    add(picture, [-50, 50, -62, -8], (x, y) => {
      const along = (x * side) / 42;
      const middle = -51 + along * (side < 0 ? 36 : 26);
      return along < 0 || along > 1 ? 0 : -10 * slab((y - middle) / 7, 2.4) * (1 - along);
    });
}
