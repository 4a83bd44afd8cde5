import { expect, it } from "vitest";
import { valueStatistics } from "./value-statistics";

it("agrees with R: mean and sd of c(2, 4, 4, 4, 5, 5, 7, 9)", () => {
  const statistics = valueStatistics([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(statistics?.mean).toBe(5);
  expect(statistics?.deviation).toBeCloseTo(2.13809, 5);
  expect(statistics).toMatchObject({ count: 8, least: 2, most: 9 });
});

it("keeps its precision far from zero, and says nothing of nothing", () => {
  expect(valueStatistics([1e9 + 1, 1e9 + 2, 1e9 + 3])?.deviation).toBeCloseTo(1, 9);
  expect(valueStatistics([7])).toMatchObject({ mean: 7, deviation: 0 });
  expect(valueStatistics([])).toBeNull();
});
