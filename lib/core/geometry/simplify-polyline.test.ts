import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImagePoint } from "./points";
import { simplifyOutline, simplifyPolyline } from "./simplify-polyline";

const circle = (count: number, radius: number): ImagePoint[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return [100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)];
  });

describe("simplifyPolyline", () => {
  it("drops points on a straight line and keeps corners", () => {
    const points: ImagePoint[] = [
      [0, 0],
      [1, 0.1],
      [2, 0],
      [3, -0.1],
      [4, 0],
      [4, 4],
    ];
    expect(simplifyPolyline(points, 0.25)).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
    ]);
  });
});

describe("simplifyOutline", () => {
  it("keeps a circle within the tolerance with far fewer points", () => {
    const outline = simplifyOutline(circle(1000, 50), 0.25, 2000);
    expect(outline.length).toBeLessThan(60);
    for (const [index, point] of outline.entries()) {
      const next = outline[(index + 1) % outline.length] ?? point;
      const middle = Math.hypot((point[0] + next[0]) / 2 - 100, (point[1] + next[1]) / 2 - 100);
      expect(50 - middle).toBeLessThan(0.26);
    }
  });

  it("never gives more points than allowed, nor fewer than three of a real outline", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
          minLength: 4,
          maxLength: 300,
        }),
        (points) => {
          const outline = simplifyOutline(points, 0.25, 50);
          expect(outline.length).toBeLessThanOrEqual(50);
          expect(outline.length).toBeGreaterThanOrEqual(3);
        },
      ),
    );
  });
});
