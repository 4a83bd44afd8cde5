import { between, type Chance, seededChance } from "../../pixels/chance";
import { at, grainTile } from "../../pixels/noise";
import { addBones } from "./bones";
import { add, addRod, chord, millimetres, type Projection } from "./projection";
import { addTissues, diaphragm, lungDepths } from "./tissues";

/** Left lower zone, between the heart and the chest wall: middle and diameter, mm. */
export const LUNG_NODULE = { x: 103, y: 38, diameter: 24 } as const;
export const RADIOGRAPH = { rows: 1280, columns: 1152, spacing: 0.3 } as const;

/** Where the nodule is in image coordinates, and its radius in pixels. */
export function nodulePixels() {
  const { rows, columns, spacing } = RADIOGRAPH;
  return {
    x: LUNG_NODULE.x / spacing + columns / 2,
    y: LUNG_NODULE.y / spacing + rows / 2,
    radius: LUNG_NODULE.diameter / 2 / spacing,
  };
}

/** A postero-anterior chest of 12 bits; more attenuation is a larger value. The patient's left is on the right. */
export function chestRadiographPixels(): Uint16Array {
  const { rows, columns, spacing } = RADIOGRAPH;
  const picture: Projection = { values: new Float32Array(rows * columns), rows, columns, spacing };
  addTissues(picture);
  addBones(picture);
  addVessels(picture);
  const { x, y, diameter } = LUNG_NODULE;
  const reach = diameter / 2 + 2;
  add(picture, [x - reach, x + reach, y - reach, y + reach], (px, py) => {
    const angle = Math.atan2(py - y, px - x);
    const radius = (diameter / 2) * (1 - 0.03 * Math.cos(angle * 3 + 1) - 0.02 * Math.sin(angle * 7));
    return 0.86 * diameter * chord(px, py, x, y, radius, radius) ** 1.25;
  });
  return processed(picture);
}

function addVessels(picture: Projection) {
  const chance = seededChance(404);
  for (const side of [-1, 1]) {
    const [hilumX, hilumY] = [side * 43, side < 0 ? -8 : -18];
    add(picture, [-90, 90, -70, 60], (x, y) => 12 * chord(x, y, hilumX, hilumY, 13, 24, side * -0.3));
    for (let index = 0; index < 17; index++) {
      const angle = -1.45 + (index * 3.0) / 16;
      addVessel(
        picture,
        chance,
        [hilumX - side * 4, hilumY + Math.sin(angle) * 13],
        angle,
        side,
        between(chance, 2.7, 4.4),
        3,
      );
    }
  }
}

type Spot = readonly [number, number];

/** A vessel that bends and thins out towards the pleura, with smaller ones that leave it. */
function addVessel(
  picture: Projection,
  chance: Chance,
  from: Spot,
  angle: number,
  side: number,
  radius: number,
  level: number,
) {
  const knots: [number, number, number][] = [[from[0], from[1], radius]];
  let heading = angle;
  for (let step = 0; step < 9; step++) {
    const [x, y, width] = knots.at(-1) ?? [0, 0, 0];
    const length = between(chance, 7, 11);
    heading += between(chance, -0.16, 0.16);
    const next: Spot = [x + side * Math.cos(heading) * length, y + Math.sin(heading) * length];
    if (width < 0.5 || lungDepths(next[1])(next[0]) < 4 || next[1] > diaphragm(next[0]) + 14) break;
    knots.push([next[0], next[1], width * 0.87]);
    const turn = (step % 2 === 0 ? 1 : -1) * between(chance, 0.35, 0.75);
    if (level > 0 && step > 0)
      addVessel(picture, chance, next, heading + turn, side, width * 0.56, level - 1);
  }
  if (knots.length > 1) addRod(picture, knots, 1.1);
}

/** Local contrast is raised and the whole range compressed, as a digital detector's software does. */
function processed({ values, rows, columns, spacing }: Projection): Uint16Array {
  const broad = blurred(blurred(values, rows, columns, 60), rows, columns, 60);
  const grain = grainTile(77);
  return Uint16Array.from(values, (value, index) => {
    const [i, j] = [index % columns, Math.floor(index / columns)];
    const body = at(broad, index);
    const exposed = Math.min(1, value / 14);
    const level = Math.max(0, 0.72 * body + 1.25 * (value - body) - 4) ** 1.5;
    const curve = (1.08 * level) / (level + 118 ** 1.5);
    const mottle = grain(i, j) * (0.0045 + 0.006 * Math.max(0, curve));
    const vignette = 1 - 0.02 * (millimetres(i, columns, spacing) / 170) ** 2;
    return Math.round(Math.min(4095, Math.max(0, (curve * vignette * exposed + mottle + 0.02) * 4095)));
  });
}

/** Running mean over squares of `half` pixels to each side, in two passes. */
function blurred(values: Float32Array, rows: number, columns: number, half: number): Float32Array {
  const across = runningMean(values, rows, columns, columns, 1, half);
  return runningMean(across, columns, rows, 1, columns, half);
}

function runningMean(
  values: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  half: number,
): Float32Array {
  const result = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const first = line * lineStep;
    let sum = 0;
    for (let k = -half; k <= half; k++) sum += at(values, first + clamp(k, length) * step);
    for (let k = 0; k < length; k++) {
      result[first + k * step] = sum / (2 * half + 1);
      sum +=
        at(values, first + clamp(k + half + 1, length) * step) -
        at(values, first + clamp(k - half, length) * step);
    }
  }
  return result;
}

const clamp = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1);
