type Split = typeof import("./clipping-code").splitSelfIntersections;

let split: Split | null = null;
let loading: Promise<void> | null = null;

/** Fetches the code that makes a simple outline of one that crosses itself. Where that fails, outlines stay as drawn. */
export function loadClipping(): Promise<void> {
  loading ??= import(/* webpackChunkName: "clipping" */ "./clipping-code").then(
    (code) => {
      split = code.splitSelfIntersections;
    },
    () => {
      loading = null;
    },
  );
  return loading;
}

// Stands in the bundle for the library's boolean operations on contours (next.config.ts), of which freehand regions use one.

/** Points of the canvas, in its pixels. No polygon: the outline is as it was drawn. */
export const splitSelfIntersections: Split = (outline) => split?.(outline) ?? [];

/** Only segmentations, which the viewer has none of, join outlines. */
export function applyBoolean(): never {
  throw new Error("The viewer does not join outlines");
}

export const BooleanOp = { Union: 0, Difference: 1, Intersection: 2, Xor: 3 } as const;
