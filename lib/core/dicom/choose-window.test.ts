import { describe, expect, it } from "vitest";
import { chooseWindow } from "./choose-window";
import { percentileWindow } from "./percentile-window";

const values = { smallestValue: 0, largestValue: 4095, rescale: { slope: 1, intercept: -1024 } };

describe("the first window", () => {
  it("is the header's where it is usable", () => {
    const windows = [
      { center: 40, width: 0, explanation: null },
      { center: 50, width: 400, explanation: "SOFT" },
    ];
    expect(chooseWindow({ ...values, windows })).toEqual({ center: 50, width: 400, explanation: "SOFT" });
  });

  it("spans smallest to largest otherwise, after rescale", () => {
    expect(chooseWindow({ ...values, windows: [] })).toMatchObject({ center: 1024, width: 4096 });
  });
});

describe("a window from percentiles", () => {
  it("leaves out background and outliers", () => {
    const stored = [
      ...Array.from({ length: 600 }, () => 0),
      ...Array.from({ length: 400 }, (_, i) => 100 + i),
      60_000,
    ];
    const window = percentileWindow(stored, null);
    expect(window?.center).toBeCloseTo(300, -1);
    expect(window?.width).toBeLessThan(410);
  });

  it("follows a negative slope", () => {
    expect(percentileWindow([0, 1, 2, 3], { slope: -1, intercept: 0 })).toMatchObject({
      width: 4,
      center: -1,
    });
  });

  it("does without values", () => {
    expect(percentileWindow([], null)).toBeNull();
  });
});
