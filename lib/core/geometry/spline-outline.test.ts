import { expect, it } from "vitest";
import { legAngle } from "./leg-angle";
import { outlineArea } from "./outline-area";
import type { ImagePoint } from "./points";
import { splineOutline } from "./spline-outline";

it("the curve goes through its points", () => {
  const points: ImagePoint[] = [
    [10, 4],
    [22, 9],
    [17, 25],
    [3, 18],
  ];
  const outline = splineOutline(points, 10);
  expect(outline).toHaveLength(40);
  for (const [index, point] of points.entries()) expect(outline[index * 10]).toEqual(point);
});

it("the curve between two points is the one of the definition", () => {
  // Half way, uniform Catmull-Rom: (9 (from + to) - before - after) / 16.
  const outline = splineOutline(
    [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
    ],
    2,
  );
  expect(outline[1]).toEqual([(9 * 8 - 8) / 16 + 0, (9 * 0 - 16) / 16]);
});

it("the curve through points of a circle has nearly its area", () => {
  const points = Array.from({ length: 16 }, (_, step): ImagePoint => {
    const angle = (2 * Math.PI * step) / 16;
    return [50 + 20 * Math.cos(angle), 40 + 20 * Math.sin(angle)];
  });
  const area = outlineArea(splineOutline(points), [0.5, 0.5]);
  expect(Math.abs(area / (Math.PI * 100) - 1)).toBeLessThan(0.005);
});

it("angles are those of the true shape of a pixel", () => {
  const legs = [
    [10, 0],
    [0, 0],
    [10, 10],
  ] as const;
  expect(legAngle(legs, [1, 1])).toBeCloseTo(45, 10);
  expect(legAngle(legs, [1, 0.5])).toBeCloseTo(63.4349488, 6);
  expect(
    legAngle(
      [
        [1, 0],
        [0, 0],
        [-3, 0],
      ],
      [1, 1],
    ),
  ).toBeCloseTo(180, 10);
});
