import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectSlices } from "./select-slices";

const indexes = (slices: ReturnType<typeof selectSlices>) => slices.map((slice) => slice.index);

describe("slices of a volume", () => {
  it("takes all of a short volume", () => {
    expect(indexes(selectSlices(3, []))).toEqual([0, 1, 2]);
  });

  it("spreads twenty over a long one", () => {
    const chosen = indexes(selectSlices(400, []));
    expect(chosen).toHaveLength(20);
    expect(new Set(chosen.slice(1).map((index, at) => index - (chosen[at] ?? 0)))).toEqual(new Set([20]));
  });

  it("puts annotated slices first", () => {
    const chosen = selectSlices(100, [42, 43, 7]);
    expect(chosen).toHaveLength(20);
    expect(indexes(chosen.filter((slice) => slice.chosenBy === "annotated"))).toEqual([7, 42, 43]);
  });

  it("never exceeds the limit, never repeats, stays inside", () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.array(fc.integer({ min: -5, max: 310 })),
        fc.integer({ min: 1, max: 30 }),
        (count, annotated, limit) => {
          const chosen = indexes(selectSlices(count, annotated, limit));
          expect(chosen).toHaveLength(Math.min(count, limit));
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.every((index) => index >= 0 && index < count)).toBe(true);
        },
      ),
    );
  });
});
