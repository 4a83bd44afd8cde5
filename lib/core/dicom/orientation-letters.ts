import type { Orientation, PatientVector } from "./types";

/** A second letter appears where the edge is more than about five degrees off the main axis (sin 5 degrees). */
const SECOND_LETTER = 0.087;

/**
 * Letters of a direction in the patient coordinate system, largest component first: "A", "PF", "RAH".
 * L and R, P and A, H and F are the patient's own left, posterior, head and their opposites (PS3.3 C.7.6.1.1.1).
 */
export function directionLetters(direction: PatientVector): string {
  const axes = [
    { value: direction[0], positive: "L", negative: "R" },
    { value: direction[1], positive: "P", negative: "A" },
    { value: direction[2], positive: "H", negative: "F" },
  ];
  return axes
    .filter((axis) => Math.abs(axis.value) > SECOND_LETTER)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((axis) => (axis.value > 0 ? axis.positive : axis.negative))
    .join("");
}

const OPPOSITE: Readonly<Record<string, string>> = { L: "R", R: "L", P: "A", A: "P", H: "F", F: "H" };

/** "PF" becomes "AH"; letters that are no patient direction stay as they are. */
export function oppositeLetters(letters: string): string {
  return [...letters].map((letter) => OPPOSITE[letter] ?? letter).join("");
}

export interface EdgeLetters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** Letters at the four edges of an image drawn as stored: columns run to the right, rows run down. */
export function edgeLetters(orientation: Orientation): EdgeLetters {
  const [rx, ry, rz, cx, cy, cz] = orientation;
  const right = directionLetters([rx, ry, rz]);
  const bottom = directionLetters([cx, cy, cz]);
  return { left: oppositeLetters(right), right, top: oppositeLetters(bottom), bottom };
}
