import { describe, expect, it } from "vitest";
import { groupStacks } from "./group-stacks";
import type { Orientation, StackInput, StackMetadata } from "./types";

const AXIAL: Orientation = [1, 0, 0, 0, 1, 0];
const SAGITTAL: Orientation = [0, 1, 0, 0, 0, -1];

const metadata: StackMetadata = {
  sopClassUid: "1.2.840.10008.5.1.4.1.1.4",
  modality: "MR",
  rows: 64,
  columns: 64,
  samplesPerPixel: 1,
  frameCount: 1,
  pixelSpacing: [1, 1],
  frameOfReferenceUid: "2.25.1",
  sliceThickness: 5,
  geometry: null,
  temporal: null,
};

function slice(
  id: string,
  at: number | null,
  change: Partial<StackInput> = {},
  orientation = AXIAL,
): StackInput {
  const position: readonly [number, number, number] =
    orientation === AXIAL ? [0, 0, at ?? 0] : [at ?? 0, 0, 0];
  return {
    id,
    instanceNumber: null,
    acquisitionNumber: null,
    orderingTime: null,
    echoNumber: null,
    diffusionBValue: null,
    ...change,
    metadata: { ...metadata, geometry: at === null ? null : [{ position, orientation }], ...change.metadata },
  };
}

const order = (inputs: readonly StackInput[]) =>
  groupStacks(inputs).map((stack) => stack.frames.map((frame) => frame.instanceId));

describe("stacks of a series", () => {
  it("orders by position, not by name or number", () => {
    const inputs = [
      slice("a", 10, { instanceNumber: 1 }),
      slice("b", 0, { instanceNumber: 2 }),
      slice("c", 5),
    ];
    expect(order(inputs)).toEqual([["b", "c", "a"]]);
  });

  it("makes a grid of positions and times", () => {
    const inputs = [0, 5, 10].flatMap((at) =>
      [1, 2].map((number) => slice(`${at}/${number}`, at, { instanceNumber: number })),
    );
    const [stack] = groupStacks(inputs.reverse());
    expect(stack).toMatchObject({ positions: 3, times: 2, kind: "volume", label: "MR axial", notice: null });
    expect(stack?.frames[3]).toEqual({ instanceId: "5/2", frame: 1, position: 1, time: 1 });
  });

  it("keeps a repeated slice as a stack of its own and says so", () => {
    const inputs = [slice("a", 0), slice("b", 5), slice("twin", 5), slice("c", 10)];
    const stacks = groupStacks(inputs);
    expect(stacks.map((stack) => stack.frames.length)).toEqual([3, 1]);
    expect(stacks[0]?.notice).toBe("1 image repeats a position and is shown as a stack of its own.");
    expect(stacks[1]?.frames[0]?.instanceId).toBe("twin");
  });

  it("sets an incomplete time point apart", () => {
    const timed = (id: string, at: number, temporal: number) => ({
      ...slice(id, at),
      metadata: { ...slice(id, at).metadata, temporal: [temporal] },
    });
    const stacks = groupStacks([
      timed("a1", 0, 1),
      timed("b1", 5, 1),
      timed("a2", 0, 2),
      timed("a3", 0, 3),
      timed("b3", 5, 3),
    ]);
    expect(stacks.map((stack) => [stack.positions, stack.times])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(stacks[1]?.frames[0]?.instanceId).toBe("a2");
  });

  it("divides localisers by orientation and slices by size, echo, b-value and image type", () => {
    const small = { ...metadata, rows: 32, geometry: [{ position: [0, 0, 3], orientation: AXIAL }] } as const;
    const adc = {
      ...metadata,
      imageType: ["DERIVED", "ADC"],
      geometry: [{ position: [0, 0, 3], orientation: AXIAL }],
    } as const;
    const stacks = groupStacks([
      slice("axial", 0),
      slice("sagittal", 0, {}, SAGITTAL),
      slice("echo", 0, { echoNumber: 2 }),
      slice("b", 0, { diffusionBValue: 1000 }),
      { ...slice("small", 3), metadata: small },
      { ...slice("adc", 3), metadata: adc },
    ]);
    expect(stacks.map((stack) => stack.frames.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("never makes a volume without geometry", () => {
    const stacks = groupStacks([
      slice("b", null, { instanceNumber: 2 }),
      slice("a", null, { instanceNumber: 1 }),
    ]);
    expect(stacks).toHaveLength(1);
    expect(stacks[0]).toMatchObject({ kind: "single", plane: null });
    expect(stacks[0]?.frames.map((frame) => frame.instanceId)).toEqual(["a", "b"]);
  });

  it("gives every projection image and every clip its own stack", () => {
    const projection = { ...metadata, modality: "DX" };
    const cine = { ...metadata, modality: "US", frameCount: 3 };
    const stacks = groupStacks([
      { ...slice("pa", null), metadata: projection },
      { ...slice("lateral", null), metadata: projection },
      { ...slice("echo-1", null), metadata: cine },
      { ...slice("echo-2", null), metadata: cine },
    ]);
    expect(stacks.map((stack) => [stack.label, stack.kind, stack.positions, stack.times])).toEqual([
      ["US clip", "clip", 1, 3],
      ["US clip 2", "clip", 1, 3],
      ["DX", "single", 1, 1],
      ["DX 2", "single", 1, 1],
    ]);
  });

  it("orders an enhanced multi-frame by the geometry of its frames", () => {
    const geometry = [10, 0, 5].map((z) => ({ position: [0, 0, z] as const, orientation: AXIAL }));
    const input = { ...slice("enhanced", 0), metadata: { ...metadata, frameCount: 3, geometry } };
    expect(groupStacks([input])[0]?.frames.map((frame) => frame.frame)).toEqual([2, 3, 1]);
  });
});
