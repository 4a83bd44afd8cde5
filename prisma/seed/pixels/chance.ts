/** A source of numbers in [0, 1) that is the same on every run. */
export type Chance = () => number;

/** Mulberry32: 32 bits of state, good enough for pictures. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal by Box and Muller. */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** A number evenly between two bounds. */
export function between(chance: Chance, low: number, high: number): number {
  return low + (high - low) * chance();
}
