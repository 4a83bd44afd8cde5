import { describe, expect, it } from "vitest";
import type { Affine } from "@/lib/core/geometry/affine";
import { imageToScreen, initialView } from "@/lib/core/geometry/view-transform";
import { handlesToRegion, regionToHandles } from "./region-points";

const shape = { rows: 100, columns: 100, spacing: [1, 1] as const };
const size = { width: 400, height: 400 };
const upright = imageToScreen(shape, size, initialView);
const onSide: Affine = imageToScreen(shape, size, { ...initialView, rotation: 90 });

describe("ellipse", () => {
  const wide = [
    [10, 50],
    [90, 50],
    [50, 30],
    [50, 70],
  ] as const;

  it("is saved with its longer axis first", () => {
    const handles = regionToHandles("ellipse", wide, upright);
    expect(handles).toEqual([
      [50, 30],
      [50, 70],
      [10, 50],
      [90, 50],
    ]);
    expect(handlesToRegion("ellipse", handles, [1, 1])).toEqual(wide);
    // With rows five times as far apart the upright axis is the longer one.
    expect(handlesToRegion("ellipse", handles, [5, 1])?.[0]).toEqual([50, 30]);
  });

  it("gives its handles by their place on the screen", () => {
    // Turned by 90 degrees clockwise the left end of the image is at the top.
    expect(regionToHandles("ellipse", wide, onSide)).toEqual([
      [10, 50],
      [90, 50],
      [50, 70],
      [50, 30],
    ]);
  });
});

describe("rectangle", () => {
  it("is saved with its corners in turn", () => {
    const handles = [
      [1, 1],
      [5, 1],
      [1, 4],
      [5, 4],
    ] as const;
    const corners = handlesToRegion("rectangle", handles, [1, 1]);
    expect(corners).toEqual([
      [1, 1],
      [5, 1],
      [5, 4],
      [1, 4],
    ]);
    expect(regionToHandles("rectangle", corners ?? [], upright)).toEqual(handles);
  });
});

describe("the other kinds", () => {
  it("keep their points; a freehand outline is thinned", () => {
    expect(
      handlesToRegion(
        "arrow",
        [
          [3, 4],
          [9, 9],
        ],
        [1, 1],
      ),
    ).toEqual([
      [3, 4],
      [9, 9],
    ]);
    expect(handlesToRegion("probe", [[3, 4]], [1, 1])).toEqual([[3, 4]]);
    const side = (from: readonly [number, number], to: readonly [number, number]) =>
      Array.from(
        { length: 100 },
        (_, step) =>
          [from[0] + ((to[0] - from[0]) * step) / 100, from[1] + ((to[1] - from[1]) * step) / 100] as const,
      );
    const drawn = [...side([0, 0], [40, 0]), ...side([40, 0], [40, 40]), ...side([40, 40], [0, 0])];
    expect(handlesToRegion("freehand", drawn, [1, 1])).toEqual([
      [0, 0],
      [40, 0],
      [40, 40],
    ]);
  });

  it("are no region while too little is drawn", () => {
    expect(handlesToRegion("length", [[1, 1]], [1, 1])).toBeNull();
    expect(handlesToRegion("probe", [], [1, 1])).toBeNull();
    expect(
      handlesToRegion(
        "freehand",
        [
          [1, 1],
          [2, 2],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});
