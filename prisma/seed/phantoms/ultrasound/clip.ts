import { type NoiseCube, noiseCube } from "../../pixels/noise";
import { BOX_COLOUR, inBox, onBoxEdge, paintColourScale, paintDepthMarks, paintFlow } from "./overlay";
import { CYST, cystWake, echoAt, wallEcho } from "./scene";
import { speckle } from "./speckle";

export const CLIP = {
  rows: 480,
  columns: 640,
  frames: 30,
  frameTime: 50,
  millimetresPerPixel: 0.34,
} as const;

const MIDDLE = CLIP.columns / 2;
const TOP = 22;
/** Radius of the curved probe, mm, and half the angle it sees. */
const PROBE = 48;
const OPENING = 0.62;
const DEPTH = 148;

/** Bounding pixels of the sector, for the calibrated region. */
export const SECTOR = {
  left: 18,
  top: TOP,
  right: 621,
  bottom: TOP + Math.round(DEPTH / CLIP.millimetresPerPixel),
} as const;

/** How far the liver has moved in a frame (1 up), mm across and deep; one breath per clip. */
export function breath(frame: number): readonly [number, number] {
  const phase = ((frame - 1) / CLIP.frames) * 2 * Math.PI;
  return [3.4 * Math.sin(phase), 1.6 * Math.sin(phase - 0.5)];
}

/** The cyst in image coordinates in a frame (1 up), with half axes in pixels. */
export function cystPixels(frame: number) {
  const [dx, dy] = breath(frame);
  const { millimetresPerPixel: size } = CLIP;
  return {
    x: MIDDLE + (CYST.x + dx) / size,
    y: TOP + (CYST.y + dy) / size,
    halfX: CYST.width / 2 / size,
    halfY: CYST.height / 2 / size,
  };
}

/** Interleaved RGB of all frames: grey speckle, a colour box over two vessels, a scale of colours; no letters. */
export function ultrasoundPixels(): Uint8Array {
  const { rows, columns, frames } = CLIP;
  const size = rows * columns * 3;
  const pixels = new Uint8Array(size * frames);
  const scene = restingScene();
  const flicker = noiseCube(17);
  for (let frame = 1; frame <= frames; frame++)
    paintFrame(pixels.subarray((frame - 1) * size, frame * size), frame, scene, flicker);
  return pixels;
}

/** Everything that is the same in all frames, by pixel: the liver at rest in decibels, its flow, and the beam's gain. */
interface Scene {
  readonly decibels: Float32Array;
  readonly flow: Int8Array;
  /** NaN outside the sector. */
  readonly gain: Float32Array;
  /** Decibels of the body wall, which does not move; NaN where the liver is. */
  readonly wall: Float32Array;
  /** Where the colour box is, see `boxMask`. */
  readonly box: Uint8Array;
}

const INSIDE = 1;
const EDGE = 2;

function restingScene(): Scene {
  const { rows, columns, millimetresPerPixel } = CLIP;
  const count = rows * columns;
  const [decibels, gain, wall] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const flow = new Int8Array(count);
  const echoes = speckle(9);
  for (let index = 0; index < count; index++) {
    const x = ((index % columns) + 0.5 - MIDDLE) * millimetresPerPixel;
    const y = (Math.floor(index / columns) + 0.5 - TOP) * millimetresPerPixel;
    const range = Math.hypot(x, y + PROBE);
    const angle = Math.atan2(x, y + PROBE);
    const deep = range - PROBE;
    const grains = 20 * Math.log10(echoes(angle * 175 + 300, range * 3.1) + 0.02);
    const echo = echoAt(x, y);
    decibels[index] = echo.level + cystWake(x, y, PROBE) + grains;
    flow[index] = echo.flow;
    const layers = deep < 20 ? wallEcho(deep, angle * 60) : null;
    wall[index] = layers === null ? Number.NaN : layers + grains;
    const inSector = deep >= 0 && deep <= DEPTH && Math.abs(angle) <= OPENING;
    gain[index] = inSector
      ? 104 - 0.22 * deep - 26 * (angle / OPENING) ** 4 + (deep < 3 ? 30 : 0)
      : Number.NaN;
  }
  return { decibels, flow, gain, wall, box: boxMask() };
}

/** A flow that is drawn lies in the colour box, whose edge is drawn as well. */
function boxMask(): Uint8Array {
  const mask = new Uint8Array(CLIP.rows * CLIP.columns);
  for (let index = 0; index < mask.length; index++) {
    const x = ((index % CLIP.columns) + 0.5 - MIDDLE) * CLIP.millimetresPerPixel;
    const y = (Math.floor(index / CLIP.columns) + 0.5 - TOP) * CLIP.millimetresPerPixel;
    mask[index] = onBoxEdge(x, y) ? EDGE : inBox(x, y) ? INSIDE : 0;
  }
  return mask;
}

function paintFrame(pixels: Uint8Array, frame: number, scene: Scene, flicker: NoiseCube) {
  const { columns, rows, millimetresPerPixel } = CLIP;
  const [acrossMm, deepMm] = breath(frame);
  const dx = acrossMm / millimetresPerPixel;
  const dy = deepMm / millimetresPerPixel;
  const pulse = 0.72 + 0.28 * Math.sin((frame / CLIP.frames) * 6 * Math.PI);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const index = j * columns + i;
      const gain = scene.gain[index] ?? Number.NaN;
      if (Number.isNaN(gain)) continue;
      const wall = scene.wall[index] ?? Number.NaN;
      const moving = Number.isNaN(wall);
      const flow = moving ? (scene.flow[Math.round(j - dy) * columns + Math.round(i - dx)] ?? 0) : 0;
      const place = scene.box[index] ?? 0;
      if (place === EDGE) pixels.set(BOX_COLOUR, index * 3);
      else if (flow !== 0 && place === INSIDE)
        paintFlow(pixels, index * 3, flow, pulse * (1 + 0.2 * flicker(i / 4, j / 4, frame * 5)));
      else {
        const decibels = moving ? sampled(scene.decibels, i - dx, j - dy) : wall;
        const grey = gain + decibels * 5 + 4 * flicker(i / 3, j / 3, frame * 2.3);
        const value = Math.round(Math.min(255, Math.max(0, grey)));
        pixels[index * 3] = value;
        pixels[index * 3 + 1] = value;
        pixels[index * 3 + 2] = value;
      }
    }
  paintColourScale(pixels, columns);
  paintDepthMarks(pixels, columns, TOP, 10 / millimetresPerPixel, DEPTH / 10);
}

function sampled(values: Float32Array, x: number, y: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = x - i;
  const fy = y - j;
  const first = j * CLIP.columns + i;
  const below = first + CLIP.columns;
  const upper = (values[first] ?? 0) * (1 - fx) + (values[first + 1] ?? 0) * fx;
  const lower = (values[below] ?? 0) * (1 - fx) + (values[below + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
