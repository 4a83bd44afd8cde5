import { describe, expect, it } from "vitest";
import { type LabelPlace, type LabelWish, labelSize, placeLabels, type ScreenBox } from "./label-place";

const size = { width: 640, height: 480 };
const wish = (
  left: number,
  top: number,
  width = 60,
  height = 40,
  part: Partial<LabelWish> = {},
): LabelWish => ({
  box: { left, top, right: left + width, bottom: top + height },
  ...labelSize(["ROI 1 lesion", "42.0 × 31.0 mm", "mean 40.0 ± 3.0 HU"]),
  at: null,
  ...part,
});
const placed = (one: LabelWish, place: LabelPlace | undefined): ScreenBox => ({
  left: place?.x ?? Number.NaN,
  top: place?.y ?? Number.NaN,
  right: (place?.x ?? Number.NaN) + one.width,
  bottom: (place?.y ?? Number.NaN) + one.height,
});
const apart = (one: ScreenBox, other: ScreenBox) =>
  one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;

describe("the label of a region", () => {
  it("stands right of it, or left at the right edge", () => {
    const [right] = placeLabels([wish(100, 100)], size);
    expect(right).toMatchObject({ x: 168, y: 96, leader: null });
    const atEdge = wish(560, 100);
    const [left] = placeLabels([atEdge], size);
    expect(placed(atEdge, left).right).toBe(552);
  });

  it("stays where the reader put it, held inside the viewport, with a line to its region", () => {
    const moved = wish(100, 100, 60, 40, { at: [400, 300] });
    const [place] = placeLabels([moved], size);
    expect(place).toMatchObject({ x: 400, y: 300, leader: { from: [400, 300], to: [160, 140] } });
    const outside = wish(100, 100, 60, 40, { at: [900, -50] });
    const [corner] = placeLabels([outside], size);
    expect(corner).toMatchObject({ x: 640 - outside.width, y: 0 });
  });

  it("of a region as large as the viewport is still seen", () => {
    const whole = wish(-10, -10, 700, 600);
    const box = placed(whole, placeLabels([whole], size)[0]);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(size.width);
    expect(box.bottom).toBeLessThanOrEqual(size.height);
  });
});

/** Numbers from 0 to 1 in a fixed order (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it("of several hundred pictures, no label hides a region or another label, and each is inside", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const next = numbers(seed);
    const count = 1 + Math.floor(next() * 9);
    const wishes = Array.from({ length: count }, () =>
      wish(next() * 600 - 20, next() * 440 - 20, 4 + next() * 90, 4 + next() * 90),
    );
    const boxes = placeLabels(wishes, size).map((place, index) => placed(wishes[index] ?? wish(0, 0), place));
    for (const [index, box] of boxes.entries()) {
      const name = `seed ${seed}, label ${index}`;
      expect([name, box.left >= 0 && box.top >= 0]).toEqual([name, true]);
      expect([name, box.right <= size.width && box.bottom <= size.height]).toEqual([name, true]);
      for (const one of wishes) expect([name, apart(box, one.box)]).toEqual([name, true]);
      for (const other of boxes.slice(index + 1)) expect([name, apart(box, other)]).toEqual([name, true]);
    }
  }
});
