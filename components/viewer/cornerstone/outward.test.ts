import { expect, it } from "vitest";
import { outward } from "./outward";

it("goes from near to far, after before before, and leaves out where the reader is", () => {
  expect(outward(4, 9, 400)).toEqual([5, 3, 6, 2, 7, 1, 8, 0]);
});

it("goes on to one side where the other ends", () => {
  expect(outward(0, 5, 400)).toEqual([1, 2, 3, 4]);
  expect(outward(4, 5, 400)).toEqual([3, 2, 1, 0]);
});

it("reaches as far as the cache has room", () => {
  expect(outward(750, 1500, 6)).toEqual([751, 749, 752, 748, 753, 747]);
  expect(outward(750, 1500, 400)).toHaveLength(400);
});

it("has nothing to fetch around a single frame", () => {
  expect(outward(0, 1, 400)).toEqual([]);
});
