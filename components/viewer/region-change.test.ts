import { expect, it } from "vitest";
import type { RegionValue } from "@/lib/reading/schema";
import { outward } from "./cornerstone/outward";
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

it("fetches from near to far", () => {
  expect(outward(2, 6, 10)).toEqual([3, 1, 4, 0, 5]);
  expect(outward(0, 6, 3)).toEqual([1, 2, 3]);
  expect(outward(0, 1, 3)).toEqual([]);
});
