import { describe, expect, it } from "vitest";
import { windowRange } from "../window";
import fillGreyTable from "./grey-table";

const image = (change: object = {}) => ({
  minPixelValue: 0,
  maxPixelValue: 200,
  slope: 1,
  intercept: 0,
  ...change,
});

/** As the library makes a window of the two ends that it is given. */
function handedOver({ lower, upper }: { readonly lower: number; readonly upper: number }) {
  return { width: upper - lower + 1, center: (lower + upper + 1) / 2 };
}

/** Greys of stored values, from the library's image of a file that asks for this window and function. */
function greys(
  kind: "LINEAR" | "LINEAR_EXACT" | "SIGMOID",
  asked: { readonly center: number; readonly width: number },
  stored: readonly number[],
  change: object = {},
  inverted = false,
) {
  const { width, center } = handedOver(windowRange(asked, kind));
  const named = kind === "SIGMOID" ? { voiLUTFunction: "SIGMOID" } : {};
  const given = image({ ...named, ...change });
  const table = fillGreyTable(given, width, center, inverted);
  const first = Math.min(given.minPixelValue, 0);
  return stored.map((value) => table[value - first]);
}

describe("greys of stored values by VOI LUT Function (PS3.3 C.11.2.1)", () => {
  it("LINEAR: black up to c - 0.5 - (w-1)/2, white from c - 0.5 + (w-1)/2", () => {
    // ((x - 99.5) / 100 + 0.5) * 255 with c = 100, w = 101: black at 49.5, white at 149.5.
    expect(greys("LINEAR", { center: 100, width: 101 }, [0, 49, 50, 99, 149, 150])).toEqual([
      0, 0, 1, 126, 254, 255,
    ]);
  });

  it("LINEAR_EXACT: black up to c - w/2, white from c + w/2", () => {
    expect(greys("LINEAR_EXACT", { center: 104, width: 208 }, [0, 52, 104, 200])).toEqual([0, 64, 128, 245]);
    // Narrower than one step, as windows of uptake are.
    const fractions = { slope: 0.01 };
    expect(greys("LINEAR_EXACT", { center: 0.25, width: 0.5 }, [0, 10, 25, 50], fractions)).toEqual([
      0, 51, 128, 255,
    ]);
  });

  it("SIGMOID: 1 / (1 + exp(-4 (x - c) / w))", () => {
    // Fractions at -1, -1/2, 0, 1/2 and 1 widths: 0.017986, 0.119203, 0.5, 0.880797, 0.982014.
    const quarter = greys("SIGMOID", { center: 100, width: 40 }, [60, 80, 100, 120, 140]);
    expect(quarter).toEqual([5, 30, 128, 225, 250]);
  });

  it("SIGMOID goes by the value after rescale, fractions too, and below zero", () => {
    const rescaled = { slope: 0.25, intercept: -10 };
    expect(greys("SIGMOID", { center: 15, width: 10 }, [60, 80, 100, 120, 140], rescaled)).toEqual([
      5, 30, 128, 225, 250,
    ]);
    const signed = { minPixelValue: -200, maxPixelValue: 0 };
    expect(greys("SIGMOID", { center: -100, width: 40 }, [-140, -100, -60], signed)).toEqual([5, 128, 250]);
  });

  it("turns round what is inverted", () => {
    expect(greys("SIGMOID", { center: 100, width: 40 }, [60, 80, 120, 140], {}, true)).toEqual([
      250, 225, 30, 5,
    ]);
  });

  it("takes values that were rescaled before as they are", () => {
    const before = { slope: 0.25, intercept: -10, isPreScaled: true };
    expect(greys("SIGMOID", { center: 100, width: 40 }, [60, 100], before)).toEqual([5, 128]);
  });

  it("keeps one table for an image, filled anew for every window", () => {
    const one = image();
    const first = fillGreyTable(one, 101, 100, false);
    expect(fillGreyTable(one, 11, 100, false)).toBe(first);
    expect([first[50], first[99]]).toEqual([0, 115]);
  });
});
