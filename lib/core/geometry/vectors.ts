import type { Direction } from "./points";

/** Scalar product of two directions. */
export function dot(first: Direction, second: Direction): number {
  return first[0] * second[0] + first[1] * second[1] + first[2] * second[2];
}

/** Vector product of two directions. */
export function cross(first: Direction, second: Direction): Direction {
  return [
    first[1] * second[2] - first[2] * second[1],
    first[2] * second[0] - first[0] * second[2],
    first[0] * second[1] - first[1] * second[0],
  ];
}

/** `start + direction * distance`. */
export function along(start: Direction, direction: Direction, distance: number): Direction {
  return [
    start[0] + direction[0] * distance,
    start[1] + direction[1] * distance,
    start[2] + direction[2] * distance,
  ];
}

/** The direction scaled to length one; throws on a direction of length zero. */
export function unit(direction: Direction): Direction {
  const length = Math.hypot(...direction);
  if (length === 0) throw new Error("a direction of length zero has no unit direction");
  return [direction[0] / length, direction[1] / length, direction[2] / length];
}
