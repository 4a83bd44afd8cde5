import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImageView, StackView } from "@/lib/cases/types";
import type { KeySliceValue } from "@/lib/reading/schema";
import { frameKey } from "./changes";
import { evenFill, selectedSlices } from "./slice-selection";

const stack = (count: number): StackView => ({
  id: "stack",
  seriesId: "series",
  label: "Axial",
  modality: "CT",
  kind: "volume",
  plane: "axial",
  bodyPart: null,
  frames: Array.from({ length: count }, (_, position) => ({
    instanceId: `i${position}`,
    frame: 1,
    position,
    time: 0,
  })),
  positions: count,
  times: 1,
  notice: null,
});
const image = (position: number, chosenBy: ImageView["chosenBy"] = "sampled"): ImageView => ({
  id: `image-${position}`,
  stackId: "stack",
  instanceId: `i${position}`,
  frame: 1,
  figure: null,
  chosenBy,
  order: position,
});
const mark = (position: number, value: KeySliceValue["mark"]): KeySliceValue => ({
  instanceId: `i${position}`,
  frame: 1,
  mark: value,
});
const positions = (slices: readonly { readonly position: number }[]) =>
  slices.map(({ position }) => position);

describe("selectedSlices", () => {
  const images = [1, 4, 7, 10, 13].map((position) => image(position));
  it("is the sample, in the order of the stack", () => {
    expect(positions(selectedSlices(stack(15), images.toReversed(), [], 20))).toEqual([1, 4, 7, 10, 13]);
  });
  it("adds key slices, drops removed ones, and says where each comes from", () => {
    const slices = selectedSlices(
      stack(15),
      images,
      [mark(5, "key"), mark(4, "removed"), mark(8, "selected")],
      20,
    );
    expect(positions(slices)).toEqual([1, 5, 7, 8, 10, 13]);
    expect(slices.filter((slice) => slice.key).map(({ position }) => position)).toEqual([5]);
    expect(slices.find(({ position }) => position === 8)?.from).toBe("reader");
  });
  it("key slices come first when the places are few", () => {
    const slices = selectedSlices(
      stack(15),
      [...images, image(14, "annotated")],
      [mark(0, "key"), mark(2, "key")],
      3,
    );
    expect(positions(slices)).toEqual([0, 2, 14]);
  });
  it("never exceeds the limit, never repeats", () => {
    const marks = fc.array(
      fc.record({
        position: fc.nat(39),
        mark: fc.constantFrom("key", "selected", "removed") as fc.Arbitrary<KeySliceValue["mark"]>,
      }),
    );
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 20 }), (chosen, limit) => {
        const slices = selectedSlices(
          stack(40),
          images,
          chosen.map((one) => mark(one.position, one.mark)),
          limit,
        );
        expect(slices.length).toBeLessThanOrEqual(limit);
        expect(new Set(positions(slices)).size).toBe(slices.length);
        expect(positions(slices)).toEqual(positions(slices).toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("evenFill", () => {
  it("fills the empty places and no more", () => {
    const selected = selectedSlices(stack(60), [], [mark(30, "key")], 20);
    const fill = evenFill(stack(60), selected, 20);
    expect(fill).toHaveLength(19);
    const all = [...fill.map(frameKey), frameKey(mark(30, "key"))].map((name) => Number(name.slice(1, -2)));
    const gaps = all
      .toSorted((a, b) => a - b)
      .flatMap((at, index, list) => (index === 0 ? [] : [at - (list[index - 1] ?? 0)]));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
  });
  it("takes all of a short stack, nothing of a full one", () => {
    expect(evenFill(stack(5), [], 20)).toHaveLength(5);
    const full = selectedSlices(
      stack(30),
      Array.from({ length: 20 }, (_, at) => image(at)),
      [],
      20,
    );
    expect(evenFill(stack(30), full, 20)).toEqual([]);
  });
});
