import { normal, seededChance } from "./chance";

const SIDE = 64;
const MASK = SIDE - 1;

/** Typed arrays give `undefined` outside their bounds; a picture's border is black. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}

/** A repeating cube of smooth noise with mean 0 and standard deviation 1, sampled between its points. */
export type NoiseCube = (x: number, y: number, z: number) => number;

/** Fractal noise: three octaves with periods of 8, 4 and 2 units; the cube repeats after 64 units. */
export function noiseCube(seed: number): NoiseCube {
  const values = new Float32Array(SIDE ** 3);
  for (const [octave, cells] of [8, 16, 32].entries())
    addOctave(values, cells, 0.55 ** octave, seed + octave);
  normalise(values);
  return (x, y, z) => sample(values, x, y, z);
}

function addOctave(values: Float32Array, cells: number, amplitude: number, seed: number) {
  const chance = seededChance(seed * 7919 + 17);
  let grid: Float32Array = Float32Array.from({ length: cells ** 3 }, () => (chance() - 0.5) * amplitude);
  for (let axis = 0; axis < 3; axis++) grid = stretched(grid, cells);
  for (let index = 0; index < values.length; index++) values[index] = at(values, index) + at(grid, index);
}

/** Interpolates the last axis of a grid to full length and moves it to the front: three times makes the cube. */
function stretched(grid: Float32Array, cells: number): Float32Array {
  const lines = grid.length / cells;
  const result = new Float32Array(lines * SIDE);
  for (let index = 0; index < SIDE; index++) {
    const position = (index * cells) / SIDE;
    const low = Math.floor(position);
    const high = (low + 1) % cells;
    const fraction = position - low;
    const part = fraction * fraction * (3 - 2 * fraction);
    for (let line = 0; line < lines; line++)
      result[index * lines + line] =
        at(grid, line * cells + low) * (1 - part) + at(grid, line * cells + high) * part;
  }
  return result;
}

function sample(values: Float32Array, x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const fx = x - ix;
  const fy = y - iy;
  const fz = z - iz;
  const x0 = ix & MASK;
  const x1 = (ix + 1) & MASK;
  const y0 = (iy & MASK) << 6;
  const y1 = ((iy + 1) & MASK) << 6;
  const z0 = (iz & MASK) << 12;
  const z1 = ((iz + 1) & MASK) << 12;
  const a = at(values, z0 | y0 | x0) * (1 - fx) + at(values, z0 | y0 | x1) * fx;
  const b = at(values, z0 | y1 | x0) * (1 - fx) + at(values, z0 | y1 | x1) * fx;
  const c = at(values, z1 | y0 | x0) * (1 - fx) + at(values, z1 | y0 | x1) * fx;
  const d = at(values, z1 | y1 | x0) * (1 - fx) + at(values, z1 | y1 | x1) * fx;
  return (a * (1 - fy) + b * fy) * (1 - fz) + (c * (1 - fy) + d * fy) * fz;
}

function normalise(values: Float32Array) {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(squares / values.length - mean * mean);
  for (let index = 0; index < values.length; index++) values[index] = (at(values, index) - mean) / deviation;
}

/** Detector noise of a reconstructed image: grain of 1 to 2 pixels, mean 0, deviation 1, on a repeating tile. */
export function grainTile(seed: number, side = 512): (column: number, row: number) => number {
  const chance = seededChance(seed);
  const white = Float32Array.from({ length: side * side }, () => normal(chance));
  const tile = new Float32Array(side * side);
  const wrap = (row: number, column: number) => ((row + side) % side) * side + ((column + side) % side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const sides =
        at(white, wrap(row - 1, column)) +
        at(white, wrap(row + 1, column)) +
        at(white, wrap(row, column - 1)) +
        at(white, wrap(row, column + 1));
      tile[row * side + column] = at(white, row * side + column) + 0.45 * sides;
    }
  normalise(tile);
  return (column, row) => at(tile, (row % side) * side + (column % side));
}
