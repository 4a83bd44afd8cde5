import { describe, expect, it } from "vitest";
import { sliceSpacing } from "./slice-spacing";

const ladder = (...distances: readonly number[]) => {
  const positions = [0];
  for (const distance of distances) positions.push((positions.at(-1) ?? 0) + distance);
  return positions;
};

describe("spacing of slices", () => {
  it("takes rounding noise for regular", () => {
    const found = sliceSpacing(ladder(6.96, 7.07, 6.96, 7.07, 7.0), 5);
    expect(found.regular).toBe(true);
    expect(found.notice).toBeNull();
    expect(found.spacing).toBeCloseTo(7, 2);
  });

  it("names a gap", () => {
    const found = sliceSpacing(ladder(...Array.from({ length: 13 }, () => 4.5), 9, 4.5, 4.5));
    expect(found.notice).toBe("Gap after slice 14: 9.0 mm instead of 4.5 mm.");
    expect(found.regular).toBe(false);
  });

  it("counts further gaps instead of listing them", () => {
    const found = sliceSpacing(ladder(1, 1, 1, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1));
    expect(found.notice).toContain("2 more gaps.");
  });

  it("speaks of uneven spacing below a gap", () => {
    expect(sliceSpacing(ladder(5, 5, 4, 5)).notice).toBe(
      "Uneven spacing: slices lie 4.0 mm to 5.0 mm apart.",
    );
  });

  it("says when thin slices lie far apart", () => {
    expect(sliceSpacing(ladder(9, 9, 9), 1).notice).toBe("Slices are 1.0 mm thick and lie 9.0 mm apart.");
  });

  it("has no spacing for one position", () => {
    expect(sliceSpacing([3])).toEqual({ spacing: null, regular: true, notice: null });
  });
});
