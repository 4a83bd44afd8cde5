import { describe, expect, it } from "vitest";
import type { FramePlace, PlannedStack } from "./plan-types";
import { resolveSlice } from "./resolve-slice";

function stack(id: string, positions: number, times: number): PlannedStack {
  const frames = Array.from({ length: positions * times }, (_, index): FramePlace => {
    const position = Math.floor(index / times);
    return [`${id}${position}`, (index % times) + 1, position, index % times];
  });
  const rest = {
    seriesId: "s",
    signature: id,
    label: "",
    kind: "volume",
    plane: null,
    notice: null,
    position: 0,
  } as const;
  return { id, positions, times, frames, ...rest };
}

const place = (stacks: PlannedStack[], slice: number, frame: number | null = null) => {
  const found = resolveSlice(stacks, slice, frame);
  return found.ok ? `${found.instanceId}:${found.frame}` : found.reason;
};

describe("resolveSlice", () => {
  it("counts through the stacks of a series", () => {
    const stacks = [stack("a", 3, 1), stack("b", 2, 1)];
    expect([1, 3, 4, 5].map((slice) => place(stacks, slice))).toEqual(["a0:1", "a2:1", "b0:1", "b1:1"]);
    expect(place(stacks, 6)).toBe("is 6, but the series has 5 slices");
    expect(place([], 1)).toBe("is 1, but the series has 0 slices");
  });

  it("takes the first time point unless a frame is named", () => {
    const stacks = [stack("a", 15, 10)];
    expect(place(stacks, 2)).toBe("a1:1");
    expect(place(stacks, 2, 10)).toBe("a1:10");
    expect(place(stacks, 2, 11)).toBe("names frame 11, but there are 10 frames at slice 2");
  });

  it("counts frames where the series is one clip, and clips where it is several", () => {
    expect(place([stack("a", 1, 8)], 7)).toBe("a0:7");
    expect(place([stack("a", 1, 8)], 1, 7)).toBe("a0:7");
    expect(place([stack("a", 1, 8)], 9)).toBe("is 9, but the clip has 8 frames");
    expect(place([stack("a", 1, 8), stack("b", 1, 4)], 2, 3)).toBe("b0:3");
    expect(place([stack("a", 1, 8), stack("b", 1, 4)], 2)).toBe("b0:1");
  });
});
