import { expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval";

it("gives the limits that Newcombe (1998) prints for the score method", () => {
  for (const [successes, count, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilsonInterval(successes, count);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  }
});

it("stays between 0 and 1, and is nothing of nothing", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(wilsonInterval(3, 3)?.high).toBe(1);
  expect(wilsonInterval(0, 3)).toMatchObject({ share: 0, low: 0 });
});
