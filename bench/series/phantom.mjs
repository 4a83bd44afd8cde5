// Pixels of a phantom: an elliptic body with two dark lungs, a spine and vessels, in Hounsfield units + 1024, with noise.

/** Noise that a seed always gives again: mulberry32, 0 up to 1. */
function noiseOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const inside = (x, y, [centreX, centreY, radiusX, radiusY]) =>
  ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1;

/** Hounsfield units at a point of a slice; x and y from -1 to 1, `along` from 0 to 1 through the series. */
function tissue(x, y, along) {
  const breath = 0.2 + 0.16 * Math.sin(along * Math.PI);
  if (!inside(x, y, [0, 0, 0.86, 0.64])) return -1000;
  if (inside(x, y, [0, 0.4, 0.11, 0.12])) return 620;
  if (inside(x, y, [-0.4, -0.02, breath, 0.4]) || inside(x, y, [0.4, -0.02, breath, 0.4])) {
    const vessel = Math.sin(x * 34 + along * 9) * Math.sin(y * 29 - along * 7);
    return vessel > 0.86 ? 40 : -840;
  }
  if (inside(x, y, [0.06, -0.12, 0.2 + 0.06 * along, 0.22])) return 130;
  return inside(x, y, [0, 0, 0.78, 0.56]) ? 50 : -95;
}

/**
 * One slice as 16-bit words.
 * @param side rows and columns
 * @param noise largest noise to either side, Hounsfield units: it is what makes compression like that of real CT
 */
export function phantomSlice(index, count, side, noise) {
  const random = noiseOf(index + 1);
  const along = count > 1 ? index / (count - 1) : 0.5;
  const words = new Uint16Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const value = tissue((column / side) * 2 - 1, (row / side) * 2 - 1, along);
      const spread = (random() + random() - 1) * noise;
      words[row * side + column] = Math.max(
        0,
        Math.round(value + 1024 + (value > -1000 ? spread : spread / 4)),
      );
    }
  return Buffer.from(words.buffer);
}
