import { expect, it } from "vitest";
import type { RegionValue } from "@/lib/reading/schema";
import { outward } from "./cornerstone/outward";
import { labelPlace } from "./label-place";
import { drawnAlike, isSlip, movedRegion } from "./region-change";

const region: RegionValue = {
  instanceId: "i",
  frame: 1,
  kind: "length",
  points: [
    [10, 10],
    [30, 10],
  ],
  label: "",
  labelAt: [40, 12],
  hidden: false,
  colour: "cyan",
  locked: false,
  renderer: "cpu",
  derivedFrom: null,
};

it("moves a region with its label", () => {
  expect(movedRegion(region, 1, -10)).toMatchObject({
    points: [
      [11, 0],
      [31, 0],
    ],
    labelAt: [41, 2],
  });
});

it("tells a move from rounding, and a drawing from a slip", () => {
  expect(drawnAlike(region, movedRegion(region, 0.001, 0))).toBe(true);
  expect(drawnAlike(region, movedRegion(region, 1, 0))).toBe(false);
  expect(drawnAlike(region, { ...region, hidden: true })).toBe(false);
  expect(isSlip(region)).toBe(false);
  expect(
    isSlip({
      ...region,
      points: [
        [5, 5],
        [5.2, 5.3],
      ],
    }),
  ).toBe(true);
  expect(isSlip({ kind: "probe", points: [[5, 5]] })).toBe(false);
});

it("puts a label beside its region, inside the viewport, or where the reader wants it", () => {
  const map = { a: 2, b: 0, c: 0, d: 2, e: 0, f: 0 };
  const size = { width: 300, height: 100 };
  expect(labelPlace({ ...region, labelAt: null }, map, size, 2)).toMatchObject({ x: 68, y: 8 });
  const atEdge = movedRegion({ ...region, labelAt: null }, 100, 0);
  expect(labelPlace(atEdge, map, size, 2).x).toBeLessThan(220);
  expect(labelPlace(region, map, size, 2)).toEqual({ x: 80, y: 24, anchor: [60, 20] });
});

it("puts a label where it hides no other region", () => {
  const map = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const size = { width: 600, height: 400 };
  const here = movedRegion({ ...region, labelAt: null }, 200, 200);
  const toTheRight = { left: 250, top: 205, right: 300, bottom: 215 };
  const toTheLeft = { left: 150, top: 205, right: 200, bottom: 215 };
  expect(labelPlace(here, map, size, 2, [toTheRight]).x).toBeLessThan(210 - 130);
  const under = labelPlace(here, map, size, 2, [toTheRight, toTheLeft]);
  expect(under.y).toBe(218);
  expect(
    labelPlace(here, map, size, 2, [toTheRight, toTheLeft, { ...toTheLeft, bottom: 400, right: 400 }]).y,
  ).toBe(210 - 8 - 32);
});

it("fetches from near to far", () => {
  expect(outward(2, 6, 10)).toEqual([3, 1, 4, 0, 5]);
  expect(outward(0, 6, 3)).toEqual([1, 2, 3]);
  expect(outward(0, 1, 3)).toEqual([]);
});
