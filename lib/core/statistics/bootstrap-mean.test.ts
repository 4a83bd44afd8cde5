import { expect, it } from "vitest";
import { bootstrapMean } from "./bootstrap-mean";
import { seededRandom } from "./seeded-random";

it("comes near the normal interval for many independent values, and covers the true mean about 95 times in 100", () => {
  const random = seededRandom(11);
  const draw = (count: number) => Array.from({ length: count }, () => [1 + Math.floor(5 * random())]);
  const large = draw(400);
  const found = bootstrapMean(large, 1);
  // Uniform over 1 to 5: standard deviation of the square root of 2.
  expect((found?.high ?? 0) - (found?.low ?? 0)).toBeCloseTo((2 * 1.96 * Math.SQRT2) / 20, 1);
  const runs = 150;
  const covered = Array.from({ length: runs }, (_, seed) => bootstrapMean(draw(60), seed)).filter(
    (one) => one !== null && one.low <= 3 && one.high >= 3,
  ).length;
  expect(covered / runs).toBeGreaterThan(0.88);
  expect(covered / runs).toBeLessThan(1);
});

it("is wider where the values of a group say the same, is the same for the same seed, and nothing of nothing", () => {
  const values = [1, 5, 2, 4, 3, 5, 1, 4];
  const apart = values.flatMap((value) => [[value], [value], [value]]);
  const together = values.map((value) => [value, value, value]);
  const width = (groups: readonly (readonly number[])[]) => {
    const found = bootstrapMean(groups, 3);
    return (found?.high ?? 0) - (found?.low ?? 0);
  };
  expect(width(together)).toBeGreaterThan(1.4 * width(apart));
  expect(bootstrapMean(together, 3)).toEqual(bootstrapMean(together, 3));
  expect(bootstrapMean([[3], [3]], 1)).toEqual({ mean: 3, low: 3, high: 3 });
  expect(bootstrapMean([[], []], 1)).toBeNull();
});
