import { describe, expect, it } from "vitest";
import { fitLogistic } from "./fit-logistic";

describe("fitLogistic", () => {
  it("gives the log of the odds where one column tells two groups apart", () => {
    const groups = [
      { value: 0, right: 30, wrong: 10 },
      { value: 2, right: 10, wrong: 40 },
    ];
    const rows = groups.flatMap(({ value, right, wrong }) =>
      Array.from({ length: right + wrong }, () => [value]),
    );
    const answers = groups.flatMap(({ right, wrong }) =>
      Array.from({ length: right + wrong }, (_none, at) => at < right),
    );
    const { bias, weights } = fitLogistic(rows, answers, 0);
    expect(bias).toBeCloseTo(Math.log(3), 6);
    expect(weights[0]).toBeCloseTo((Math.log(1 / 4) - Math.log(3)) / 2, 6);
  });

  it("draws weights towards 0 by the penalty, and leaves a column that never changes at 0", () => {
    const rows = [
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
    ];
    const answers = [false, true, false, true];
    const free = fitLogistic(rows, answers, 0.01).weights;
    const bound = fitLogistic(rows, answers, 100).weights;
    expect(Math.abs(bound[0] ?? 1)).toBeLessThan(Math.abs(free[0] ?? 0) / 10);
    expect(bound[1]).toBeCloseTo(0, 9);
  });
});
