import { describe, expect, it } from "vitest";
import { caseFacts, dicomAge, factsOf } from "./case-facts";
import { regionMeasures } from "./region-measures";

const image = (id: string, metadata: object, parentId: string | null = null) => ({
  id,
  instanceId: `i-${id}`,
  frame: 1,
  parentId,
  metadata,
});
const length = (instanceId: string, millimetres: number) => ({
  instanceId,
  frame: 1,
  kind: "length",
  points: [
    [0, 0],
    [millimetres, 0],
  ] as const,
  spacing: [1, 1] as const,
});

describe("what a text is held against", () => {
  const facts = caseFacts(
    [
      { id: "p", kind: "findings", text: "A cyst.", imageId: null },
      { id: "of-a", kind: "caption", text: "Image a.", imageId: "a" },
      { id: "of-b", kind: "caption", text: "Image b.", imageId: "b" },
    ],
    { patientSex: "F" },
    [image("a", { Modality: "CT", plane: "axial" }), image("b", { Modality: "CT", plane: "coronal" })],
    [length("i-a", 12), length("i-b", 30)],
  );

  it("is the image's own for a text of an image", () => {
    expect(factsOf(facts, "a")).toMatchObject({
      metadata: { Modality: "CT", plane: "axial", patientSex: "F" },
      measuresMm: [12],
    });
  });

  it("is what all images share for a text of the whole case, and for an image nobody knows", () => {
    const whole = { metadata: { Modality: "CT", patientSex: "F" }, measuresMm: [12, 30] };
    expect(factsOf(facts, null)).toMatchObject(whole);
    expect(factsOf(facts, "gone")).toMatchObject(whole);
  });

  it("leaves the captions of other images out, but for its figure and its panels", () => {
    const ids = (imageId: string | null, from = facts) =>
      factsOf(from, imageId)?.passages.map(({ id }) => id);
    expect(ids(null)).toEqual(["p", "of-a", "of-b"]);
    expect(ids("a")).toEqual(["p", "of-a"]);
    const panels = caseFacts(
      facts.passages,
      {},
      [image("a", {}), image("b", {}, "a"), image("c", {}, "a")],
      [],
    );
    expect(ids("a", panels)).toEqual(["p", "of-a", "of-b"]);
    expect(ids("c", panels)).toEqual(["p", "of-a"]);
  });

  it("counts what the reader drew, and nothing in a language that is not checked", () => {
    expect(factsOf(facts, "a", [length("i-b", 7)])?.measuresMm).toEqual([12, 7]);
    expect(factsOf({ ...facts, passages: null }, "a")).toBeNull();
  });

  it("reads ages as people write them, and none where it names only a bound", () => {
    expect([dicomAge("34 y"), dicomAge("034Y"), dicomAge("7 months"), dicomAge("61")]).toEqual([
      "034Y",
      "034Y",
      "007M",
      "061Y",
    ]);
    expect([dicomAge("90+"), dicomAge(null), dicomAge("adult")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("lengths of regions", () => {
  const spacing = [0.5, 2] as const;
  it("are the axes or sides, of an outline its longest diameter, rows and columns each in their own spacing", () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    expect(regionMeasures({ kind: "rectangle", points: square }, spacing)).toEqual([20, 5]);
    expect(regionMeasures({ kind: "freehand", points: square }, spacing)).toEqual([Math.hypot(20, 5)]);
    const cross = [
      [0, 5],
      [10, 5],
      [5, 0],
      [5, 10],
    ] as const;
    expect(regionMeasures({ kind: "ellipse", points: cross }, spacing)).toEqual([20, 5]);
  });
  it("are none for what has no length, and without spacing", () => {
    const points = [
      [0, 0],
      [1, 1],
    ] as const;
    expect(regionMeasures({ kind: "arrow", points }, spacing)).toEqual([]);
    expect(regionMeasures({ kind: "length", points }, null)).toEqual([]);
  });
});
