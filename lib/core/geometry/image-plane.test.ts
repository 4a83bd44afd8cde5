import { expect, it } from "vitest";
import { imagePlane } from "./image-plane";
import { dot } from "./vectors";

it("makes rounded cosines perpendicular and of length one", () => {
  const plane = imagePlane([0, 0, 0], [0.71, 0.7, 0, -0.2, 0.21, -0.95], [1, 1]);
  expect(Math.hypot(...plane.row)).toBeCloseTo(1, 12);
  expect(Math.hypot(...plane.column)).toBeCloseTo(1, 12);
  expect(dot(plane.row, plane.column)).toBeCloseTo(0, 12);
});

it("refuses an orientation that spans no plane", () => {
  expect(() => imagePlane([0, 0, 0], [0, 0, 0, 0, 1, 0], [1, 1])).toThrow();
  expect(() => imagePlane([0, 0, 0], [1, 0, 0, 1, 0, 0], [1, 1])).toThrow();
});
