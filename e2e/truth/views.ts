import type { Letters } from "./row";

/** A way to look at a picture: keys of the viewport, what becomes of the letters, and of a slope per column and row. */
export interface TruthView {
  readonly name: string;
  readonly mirrored: boolean;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly keys: readonly string[];
  readonly letters: (recorded: Letters) => Letters;
  /** Steps to the right and down the screen of a picture that grows by `x` per column and `y` per row. */
  readonly slope: (x: number, y: number) => readonly [number, number];
}

const clockwise = ({ top, right, bottom, left }: Letters): Letters => ({
  top: left,
  right: top,
  bottom: right,
  left: bottom,
});
const mirrored = ({ top, right, bottom, left }: Letters): Letters => ({
  top,
  right: left,
  bottom,
  left: right,
});

/** By hand: a sheet of paper with letters at its edges, turned and turned over. */
export const truthViews: readonly TruthView[] = [
  {
    name: "as recorded",
    mirrored: false,
    rotation: 0,
    keys: [],
    letters: (recorded) => recorded,
    slope: (x, y) => [x, y],
  },
  {
    name: "turned by 90",
    mirrored: false,
    rotation: 90,
    keys: ["q"],
    letters: clockwise,
    slope: (x, y) => [-y, x],
  },
  {
    name: "turned by 180",
    mirrored: false,
    rotation: 180,
    keys: ["q", "q"],
    letters: (recorded) => clockwise(clockwise(recorded)),
    slope: (x, y) => [-x, -y],
  },
  {
    name: "turned by 270",
    mirrored: false,
    rotation: 270,
    keys: ["Shift+Q"],
    letters: (recorded) => clockwise(clockwise(clockwise(recorded))),
    slope: (x, y) => [y, -x],
  },
  {
    name: "mirrored",
    mirrored: true,
    rotation: 0,
    keys: ["y"],
    letters: mirrored,
    slope: (x, y) => [-x, y],
  },
  {
    name: "mirrored and turned by 90",
    mirrored: true,
    rotation: 90,
    keys: ["y", "q"],
    letters: (recorded) => clockwise(mirrored(recorded)),
    slope: (x, y) => [-y, -x],
  },
];
