import { describe, expect, it } from "vitest";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import { imageToScreen, initialView, type QuarterTurn } from "@/lib/core/geometry/view-transform";
import { pannedView, zoomedView } from "./view-drag";

const shape = { rows: 300, columns: 200, spacing: [0.5, 0.8] as const };
const size = { width: 640, height: 480 };
const turns: readonly QuarterTurn[] = [0, 90, 180, 270];

describe("what lies under the fingers stays there", () => {
  it.each(turns.flatMap((rotation) => [true, false].map((mirrored) => ({ rotation, mirrored }))))(
    "turned by $rotation, mirrored $mirrored",
    ({ rotation, mirrored }) => {
      const view = { ...initialView, zoom: 1.4, rotation, mirrored };
      const at = [211, 333] as const;
      const under = applyAffine(invertAffine(imageToScreen(shape, size, view)), at);
      const zoomed = zoomedView(view, shape, size, 2.5, at);
      expect(zoomed.zoom).toBeCloseTo(3.5);
      const seen = applyAffine(imageToScreen(shape, size, zoomed), under);
      expect(seen[0]).toBeCloseTo(at[0], 9);
      expect(seen[1]).toBeCloseTo(at[1], 9);
      const moved = pannedView(zoomed, shape, size, 20, -7);
      const after = applyAffine(imageToScreen(shape, size, moved), under);
      expect(after[0]).toBeCloseTo(at[0] + 20, 9);
      expect(after[1]).toBeCloseTo(at[1] - 7, 9);
    },
  );

  it("stops at the smallest and largest zoom without drifting", () => {
    const view = { ...initialView, zoom: 39 };
    const once = zoomedView(view, shape, size, 5, [10, 10]);
    expect(once.zoom).toBe(40);
    const [x = 0, y = 0] = once.center ?? [];
    const twice = zoomedView(once, shape, size, 5, [10, 10]).center ?? [0, 0];
    expect(twice[0]).toBeCloseTo(x, 9);
    expect(twice[1]).toBeCloseTo(y, 9);
  });
});
