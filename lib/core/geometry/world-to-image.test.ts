import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imagePlane } from "./image-plane";
import { imageToWorld } from "./image-to-world";
import { worldToImage } from "./world-to-image";

describe("image points and world points", () => {
  it("puts Image Position (Patient) on the centre of the first pixel", () => {
    const plane = imagePlane([-100, -90, 40], [1, 0, 0, 0, 1, 0], [0.5, 0.8]);
    expect(imageToWorld(plane, [0.5, 0.5])).toEqual([-100, -90, 40]);
    // Row spacing is the distance between rows (PS3.3 10.7.1.3): down a column, not along a row.
    expect(imageToWorld(plane, [1.5, 0.5])).toEqual([-99.2, -90, 40]);
    expect(imageToWorld(plane, [0.5, 1.5])).toEqual([-100, -89.5, 40]);
  });

  it("differs by half a pixel for a renderer that takes the position for the corner", () => {
    const plane = imagePlane([0, 0, 0], [1, 0, 0, 0, 1, 0], [2, 1]);
    expect(worldToImage(plane, [10, 10, 0], "pixel-centre")).toEqual([10.5, 5.5]);
    expect(worldToImage(plane, [10, 10, 0], "pixel-corner")).toEqual([10, 5]);
  });

  it("comes back to the same point on any plane, in either convention", () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    const cosines = fc.tuple(part, part, part, part, part, part).filter(([a, b, c, d, e, f]) => {
      const crossed = [b * f - c * e, c * d - a * f, a * e - b * d];
      return Math.hypot(...crossed) > 0.1;
    });
    const millimetres = fc.double({ min: -500, max: 500, noNaN: true });
    const spacing = fc.double({ min: 0.05, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(millimetres, millimetres, millimetres),
        cosines,
        fc.tuple(spacing, spacing),
        fc.tuple(
          fc.double({ min: 0, max: 4096, noNaN: true }),
          fc.double({ min: 0, max: 4096, noNaN: true }),
        ),
        fc.constantFrom("pixel-centre" as const, "pixel-corner" as const),
        (position, orientation, step, point, origin) => {
          const plane = imagePlane(position, orientation, step);
          const back = worldToImage(plane, imageToWorld(plane, point, origin), origin);
          expect(back[0]).toBeCloseTo(point[0], 6);
          expect(back[1]).toBeCloseTo(point[1], 6);
        },
      ),
    );
  });
});
