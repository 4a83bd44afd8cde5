import { describe, expect, it } from "vitest";
import { caseAccess } from "./permissions";
import { caseLabel, caseNumberIn, placePictures, stateAfterReading, stateAfterRelease } from "./rules";
import type { ImageView, StackView } from "./types";

const counts = (wanted: number, claimed: number, submitted: number) => ({ wanted, claimed, submitted });

describe("the state of a case", () => {
  it("follows its readers", () => {
    expect(stateAfterReading("reading", counts(2, 2, 1), false)).toBe("reading");
    expect(stateAfterReading("reading", counts(2, 2, 2), false)).toBe("read");
    expect(stateAfterReading("reading", counts(2, 2, 2), true)).toBe("unusable");
    expect(stateAfterReading("read", counts(2, 2, 1), false)).toBe("reading");
  });

  it("is not moved by readers once the case was held or settled", () => {
    for (const state of ["held", "final", "adjudication", "imported"])
      expect(stateAfterReading(state, counts(1, 1, 1), false)).toBeNull();
  });

  it("goes on after a hold from where its readers are", () => {
    expect(stateAfterRelease("held", counts(2, 0, 0), true)).toBe("ready");
    expect(stateAfterRelease("held", counts(2, 1, 0), true)).toBe("reading");
    expect(stateAfterRelease("held", counts(1, 1, 1), false)).toBe("read");
    expect(stateAfterRelease("ready", counts(1, 0, 0), true)).toBeNull();
  });
});

describe("names of cases", () => {
  it("go both ways", () => {
    expect(caseLabel(12)).toBe("RR-00012");
    for (const search of ["RR-00012", "rr12", "12", " RR-12 "]) expect(caseNumberIn(search)).toBe(12);
    for (const search of ["", "knee 12", "RR-"]) expect(caseNumberIn(search)).toBeNull();
  });
});

describe("access to a case", () => {
  it("is none for strangers and withheld while it is held, but for admins", () => {
    expect(caseAccess(null, "ready")).toBe("none");
    expect(caseAccess("reader", "ready")).toBe("open");
    expect(caseAccess("reader", "held")).toBe("withheld");
    expect(caseAccess("adjudicator", "held")).toBe("withheld");
    expect(caseAccess("admin", "held")).toBe("open");
  });
});

describe("pictures in their places", () => {
  const picture = (id: string): StackView => ({
    id,
    seriesId: "figure",
    label: "Figure 1",
    modality: "CT",
    kind: "figure",
    plane: null,
    bodyPart: null,
    frames: [{ instanceId: `instance of ${id}`, frame: 1, position: 0, time: 0 }],
    positions: 1,
    times: 1,
    notice: null,
  });
  const image = (id: string, stackId: string, figure: string | null): ImageView => ({
    id,
    stackId,
    figure,
    instanceId: `instance of ${stackId}`,
    frame: 1,
    chosenBy: "bundle",
    order: 0,
  });

  it("are called by their own labels", () => {
    const placed = placePictures(
      [picture("p"), picture("q")],
      [image("i", "p", "1a"), image("j", "q", "S2")],
    );
    expect(placed.stacks.map(({ label }) => label)).toEqual(["Figure 1a", "S2"]);
  });

  it("have each panel behind the figure it was cut from, and the panel's image points at it", () => {
    const whole = image("whole", "p", "1");
    const panel = { ...image("panel", "p", "1b"), parentId: "whole", crop: [10, 20, 30, 40] as const };
    const { stacks, images } = placePictures([picture("p")], [whole, panel]);
    expect(stacks).toMatchObject([
      { id: "p", label: "Figure 1" },
      { id: "panel", label: "Figure 1b", crop: [10, 20, 30, 40], frames: [{ instanceId: "instance of p" }] },
    ]);
    expect(images.map(({ stackId }) => stackId)).toEqual(["p", "panel"]);
  });
});
