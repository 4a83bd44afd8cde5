import { describe, expect, it } from "vitest";
import { imagePlane } from "./image-plane";
import { areParallel, matchedSlice, nearestSlice, referenceLine, runsAgainst } from "./slices";

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

describe("matchedSlice", () => {
  const prior = [100, 105, 110, 115, 120];

  it("is as far from the match as the other stack went, whatever the origins", () => {
    const from = (z: number) => ({ match: axial(-300), here: axial(z) });
    expect(matchedSlice(from(-300), axial(105), prior.map(axial))).toBe(1);
    expect(matchedSlice(from(-291), axial(105), prior.map(axial))).toBe(3);
    expect(matchedSlice(from(-340), axial(105), prior.map(axial))).toBe(0);
    expect(matchedSlice(from(-300), axial(105), [])).toBeNull();
  });

  it("goes the same way through the patient in a stack that is stored from behind", () => {
    const behind = (z: number) => imagePlane([50, -50, z], [-1, 0, 0, 0, 1, 0], [1, 1]);
    const from = { match: axial(0), here: axial(10) };
    expect(matchedSlice(from, behind(105), prior.map(behind))).toBe(3);
  });

  it("is nothing for stacks that are not parallel", () => {
    expect(matchedSlice({ match: axial(0), here: axial(9) }, sagittal(0), [sagittal(0)])).toBeNull();
  });
});

describe("two stacks", () => {
  it("are parallel from either side and a little tilted, not across", () => {
    const behind = imagePlane([50, -50, 0], [-1, 0, 0, 0, 1, 0], [1, 1]);
    const tilted = imagePlane([-50, -50, 0], [1, 0, 0, 0, Math.cos(0.35), Math.sin(0.35)], [1, 1]);
    expect(areParallel(axial(0), behind)).toBe(true);
    expect(areParallel(axial(0), tilted)).toBe(true);
    expect(areParallel(axial(0), sagittal(0))).toBe(false);
  });

  it("run against each other where one ends at the feet and the other at the head", () => {
    expect(runsAgainst([axial(0), axial(50)], [axial(300), axial(200)])).toBe(true);
    expect(runsAgainst([axial(0), axial(50)], [axial(-90), axial(-20)])).toBe(false);
    expect(runsAgainst([axial(0), axial(50)], [axial(7), axial(7)])).toBe(false);
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
