import { describe, expect, it } from "vitest";
import { imagePlane } from "./image-plane";
import { nearestSlice, referenceLine } from "./slices";

const shape = { rows: 100, columns: 100 };
const axial = (z: number) => imagePlane([-50, -50, z], [1, 0, 0, 0, 1, 0], [1, 1]);
const sagittal = (x: number) => imagePlane([x, -50, 50], [0, 1, 0, 0, 0, -1], [1, 1]);

describe("nearestSlice", () => {
  it("finds the slice at the same height", () => {
    expect(nearestSlice(axial(7.4), shape, [0, 3, 6, 9].map(axial))).toBe(2);
    expect(nearestSlice(axial(7.4), shape, [])).toBeNull();
  });

  it("finds the slice of another orientation through the middle", () => {
    expect(nearestSlice(axial(0), shape, [-20, 0, 20].map(sagittal))).toBe(1);
  });
});

describe("referenceLine", () => {
  it("is where the other slice cuts this one", () => {
    const line = referenceLine(axial(10), sagittal(20));
    // 20 mm to the left of the patient: 70 columns from the first pixel's centre.
    expect(line?.[0][0]).toBeCloseTo(70.5, 6);
    expect(line?.[1][0]).toBeCloseTo(70.5, 6);
    expect(Math.abs((line?.[0][1] ?? 0) - (line?.[1][1] ?? 0))).toBeGreaterThan(1000);
  });

  it("is none for slices that are parallel", () => {
    expect(referenceLine(axial(0), axial(30))).toBeNull();
  });
});
