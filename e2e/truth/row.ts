import type { FixtureFile } from "./fixture";

export interface Letters {
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
  readonly left: string;
}

export interface ExpectedLength {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly text: string;
}

/** What must be on the screen for one synthetic object, and how that was worked out without the code under test. */
export interface TruthRow {
  readonly name: string;
  /** How the expected letters, lengths and values were found. */
  readonly how: string;
  readonly files: () => readonly FixtureFile[];
  /** Instance numbers from the first position of the stack on; one where nothing is said. */
  readonly order?: readonly number[];
  /** Slice of the stack that is looked at, counted from 1; the first where nothing is said. */
  readonly slice?: number;
  readonly times?: number;
  readonly letters: Letters | null;
  readonly lengths: readonly ExpectedLength[];
  /** Lines of a probe in the middle of the pixel that is probed; none for colour. */
  readonly probe: readonly string[];
  readonly pixelSize: string;
  /** Words behind "5 cm", "1 cm" or "1 mm" at the scale bar; null where there must be no bar. */
  readonly scaleNote: string | null;
  /** Lines that must stand in the corners, word by word. */
  readonly corners?: readonly string[];
  /** Brightness, or colour, that must be seen at the probed pixel under the window the object asks for. */
  readonly seen: number | readonly [number, number, number];
  /** Brightness of a stored value, where the window is no line. */
  readonly curve?: (value: number) => number;
  /** Screen steps per column and per row of the slope, where it is not 2 and 1 or the pixels are not square. */
  readonly slope?: readonly [number, number] | null;
}

/** A triangle of 3, 4, 5: fifty pixels where pixels are square. */
export const fiftyPixels = { from: [10, 10], to: [50, 40] } as const;
