import { normal, seededChance } from "../../pixels/chance";
import { at } from "../../pixels/noise";

const BEAMS = 512;
const SAMPLES = 1024;

/** Strength of the echo (mean about 1) at a beam and a depth, both in grid steps; the grid repeats. */
export type Speckle = (beam: number, depth: number) => number;

/** Fully developed speckle: the envelope of random scatterers seen by a pulse that is short in depth and wide across. */
export function speckle(seed: number): Speckle {
  const chance = seededChance(seed);
  const part = () => smoothed(Float32Array.from({ length: BEAMS * SAMPLES }, () => normal(chance)));
  const real = part();
  const imaginary = part();
  const envelope = new Float32Array(BEAMS * SAMPLES);
  let sum = 0;
  for (let index = 0; index < envelope.length; index++) {
    const strength = Math.sqrt(at(real, index) ** 2 + at(imaginary, index) ** 2);
    envelope[index] = strength;
    sum += strength;
  }
  const mean = sum / envelope.length;
  return (beam, depth) => interpolated(envelope, beam, depth) / mean;
}

/** A triangle of 5 samples along depth and of 7 beams across. */
function smoothed(values: Float32Array): Float32Array {
  const deep = convolved(values, 1, [1, 2, 3, 2, 1], SAMPLES);
  return convolved(deep, SAMPLES, [1, 2, 3, 4, 3, 2, 1], BEAMS);
}

function convolved(
  values: Float32Array,
  step: number,
  kernel: readonly number[],
  length: number,
): Float32Array {
  const result = new Float32Array(values.length);
  const half = (kernel.length - 1) / 2;
  for (let index = 0; index < values.length; index++) {
    const position = Math.floor(index / step) % length;
    const base = index - position * step;
    let sum = 0;
    for (let k = 0; k < kernel.length; k++)
      sum += at(kernel, k) * at(values, base + ((position + k - half + length) % length) * step);
    result[index] = sum;
  }
  return result;
}

function interpolated(values: Float32Array, beam: number, depth: number): number {
  const [b, d] = [Math.floor(beam), Math.floor(depth)];
  const [fb, fd] = [beam - b, depth - d];
  const row = (b & (BEAMS - 1)) * SAMPLES;
  const next = ((b + 1) & (BEAMS - 1)) * SAMPLES;
  const [d0, d1] = [d & (SAMPLES - 1), (d + 1) & (SAMPLES - 1)];
  const low = at(values, row + d0) * (1 - fd) + at(values, row + d1) * fd;
  const high = at(values, next + d0) * (1 - fd) + at(values, next + d1) * fd;
  return low * (1 - fb) + high * fb;
}
