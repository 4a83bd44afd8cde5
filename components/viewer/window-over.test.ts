import { expect, it } from "vitest";
import { windowRange } from "./window";
import { windowOver } from "./window-over";

it("shows the smallest value black and the largest white", () => {
  const window = windowOver([40, -10, 90, 12], 0);
  expect(window).toEqual({ center: 40.5, width: 101 });
  expect(window && windowRange(window, "LINEAR")).toEqual({ lower: -10, upper: 90 });
});

it("leaves out a share at either end", () => {
  const values = Array.from({ length: 200 }, (_, index) => index);
  const window = windowOver([...values, 60_000], 0.01);
  expect(window && windowRange(window, "LINEAR")).toEqual({ lower: 2, upper: 198 });
});

it("of one value is narrow, of none is nothing", () => {
  expect(windowOver([7, 7], 0.01)).toEqual({ center: 7.5, width: 1 });
  expect(windowOver([], 0)).toBeNull();
});
