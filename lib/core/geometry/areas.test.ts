import { expect, it } from "vitest";
import { distanceBetween } from "./distance-between";
import { ellipseArea, ellipseOutline } from "./ellipse";
import { outlineArea } from "./outline-area";
import type { ImagePoint } from "./points";

it("measures a length with row spacing down and column spacing across", () => {
  expect(distanceBetween([0, 0], [3, 0], [2, 1])).toBe(3);
  expect(distanceBetween([0, 0], [0, 3], [2, 1])).toBe(6);
  expect(distanceBetween([0, 0], [3, 4], [1, 1])).toBe(5);
});

it("measures the area of an outline whichever way it runs", () => {
  const square: ImagePoint[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ];
  expect(outlineArea(square, [0.5, 0.5])).toBe(25);
  expect(outlineArea([...square].reverse(), [0.5, 0.5])).toBe(25);
});

it("measures an ellipse as its fine outline does", () => {
  const ends = [
    [10, 20],
    [50, 20],
    [30, 10],
    [30, 30],
  ] as const;
  expect(ellipseArea(ends, [1, 1])).toBeCloseTo(Math.PI * 20 * 10, 9);
  expect(outlineArea(ellipseOutline(ends, 720), [1, 1])).toBeCloseTo(Math.PI * 200, 1);
});
