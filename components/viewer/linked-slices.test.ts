import { describe, expect, it } from "vitest";
import type { InstanceMetadata } from "@/lib/cases/types";
import { linkedSlices } from "./linked-slices";
import { metadataWith, stackOf } from "./testing/stacks";

const axialRows = [1, 0, 0, 0, 1, 0] as const;
const coronalRows = [1, 0, 0, 0, 0, -1] as const;

interface Scan {
  readonly lowest: number;
  readonly apart: number;
  readonly frame: string;
  readonly orientation?: readonly [number, number, number, number, number, number];
}

/** A stack and what its instances say: so many slices from a height on, millimetres. */
function scanned(id: string, slices: number, { lowest, apart, frame, orientation = axialRows }: Scan) {
  const stack = stackOf(id, slices);
  const instances: Record<string, InstanceMetadata> = {};
  for (const { instanceId, position } of stack.frames)
    instances[instanceId] = metadataWith({
      frameOfReferenceUid: frame,
      geometry: [{ position: [-90, -90, lowest + apart * position], orientation }],
    });
  return { stack, instances };
}

const now = scanned("now", 29, { lowest: -400, apart: 5, frame: "2.25.1" });
const sameFrame = scanned("same", 15, { lowest: -380, apart: 10, frame: "2.25.1" });
const prior = scanned("prior", 15, { lowest: 37, apart: 10, frame: "2.25.2" });
const downwards = scanned("downwards", 15, { lowest: 177, apart: -10, frame: "2.25.2" });
const coronal = scanned("coronal", 15, { lowest: 0, apart: 0, frame: "2.25.1", orientation: coronalRows });
const all = [now, sameFrame, prior, downwards, coronal];
const links = linkedSlices(Object.assign({}, ...all.map(({ instances }) => instances)));

describe("slices of two stacks", () => {
  it("lie in one frame of reference, beside each other, across, or nowhere known", () => {
    expect(links.relation(now.stack, sameFrame.stack)).toBe("registered");
    expect(links.relation(now.stack, prior.stack)).toBe("parallel");
    expect(links.relation(now.stack, coronal.stack)).toBe("apart");
    expect(links.relation(now.stack, stackOf("picture", 3))).toBe("unknown");
  });

  it("are found by their place in the patient", () => {
    // 14 x 5 mm above -400 is -330, five slices of 10 mm above -380.
    expect(links.nearest(now.stack, 14, sameFrame.stack)).toBe(5);
    expect(links.nearest(now.stack, 0, sameFrame.stack)).toBe(0);
  });

  it("are found by the share of the stack, whichever end it was stored from", () => {
    expect([0, 14, 28].map((at) => links.shared(now.stack, at, prior.stack))).toEqual([0, 7, 14]);
    expect([0, 14, 28].map((at) => links.shared(now.stack, at, downwards.stack))).toEqual([14, 7, 0]);
    expect(links.shared(stackOf("one", 1), 0, prior.stack)).toBe(0);
  });

  it("are found by millimetres from a match", () => {
    const matched = (position: number) =>
      links.matched({ stack: now.stack, match: 10, position }, { stack: prior.stack, match: 3 });
    expect([10, 14, 6].map(matched)).toEqual([3, 5, 1]);
  });
});
