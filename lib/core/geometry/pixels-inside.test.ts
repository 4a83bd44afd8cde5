import { describe, expect, it } from "vitest";
import { ellipseOutline } from "./ellipse";
import { pixelsInside } from "./pixels-inside";
import type { ImagePoint } from "./points";

const box = (left: number, top: number, right: number, bottom: number): ImagePoint[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

describe("pixelsInside", () => {
  it("takes the pixels whose centres are inside", () => {
    expect([...pixelsInside(box(1, 1, 3, 2), 4, 4)]).toEqual([5, 6]);
    expect([...pixelsInside(box(0.6, 0.6, 1.4, 1.4), 4, 4)]).toEqual([]);
  });

  it("leaves out what lies outside of the image", () => {
    expect([...pixelsInside(box(-5, -5, 1, 1), 4, 4)]).toEqual([0]);
    expect([...pixelsInside(box(3, 3, 9, 9), 4, 4)]).toEqual([15]);
  });

  it("counts about the area of an ellipse", () => {
    const outline = ellipseOutline([
      [20, 50],
      [80, 50],
      [50, 30],
      [50, 70],
    ]);
    const count = [...pixelsInside(outline, 100, 100)].length;
    expect(Math.abs(count - Math.PI * 30 * 20)).toBeLessThan(20);
  });

  it("leaves the hole of an outline that winds back", () => {
    const outline: ImagePoint[] = [...box(0, 0, 6, 6), [0, 0], [2, 2], [2, 4], [4, 4], [4, 2], [2, 2]];
    const inside = new Set(pixelsInside(outline, 6, 6));
    expect(inside.has(2 * 6 + 2)).toBe(false);
    expect(inside.has(0)).toBe(true);
  });
});
