import { describe, expect, it } from "vitest";
import { personalLayoutSchema, storedLayoutsSchema } from "../schema";
import { imageWith, usual } from "../testing/images";
import { hang } from "./hang";
import { hangByLayout, keepArrangement, standardLayout, withLayout } from "./personal";

const mr = (stackId: string, plane: "axial" | "sagittal", label: string) =>
  imageWith(stackId, { modality: "MR", kind: "volume", plane, label, words: label.toLowerCase().split(" ") });
const named = {
  id: "018f2f6e-0000-7000-8000-000000000001",
  name: "Mine",
  kind: "sections:MR",
  standard: true,
};
const images = [
  mr("a", "axial", "T1 axial"),
  mr("b", "axial", "T2 axial"),
  mr("c", "sagittal", "T2 sagittal"),
];
const layout = keepArrangement(
  images,
  {
    layout: "1x2",
    linked: true,
    cells: [
      { stackId: "c", view: { mirrored: true, rotation: 90 } },
      { stackId: "b", view: { align: "left" } },
    ],
  },
  named,
);

describe("a layout of one's own", () => {
  it("is stored as what it asks for, not as the stacks of one case", () => {
    expect(personalLayoutSchema.parse(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
    expect(JSON.stringify(layout)).not.toContain("stackId");
  });

  it("hangs the like of what it held in another case", () => {
    const other = [
      mr("x", "sagittal", "T2 sagittal"),
      mr("y", "axial", "FLAIR axial"),
      mr("z", "axial", "T2 axial"),
    ];
    const hung = hangByLayout(layout, other, hang(other, usual));
    expect(hung).toMatchObject({ layout: "1x2", cells: ["x", "z"], kind: "sections:MR" });
    expect(hung.views).toEqual({
      x: { mirrored: true, rotation: 90 },
      z: { mirrored: false, rotation: 0, align: "left" },
    });
  });

  it("leaves a viewport empty for which the case has nothing", () => {
    const other = [mr("z", "axial", "T2 axial")];
    expect(hangByLayout(layout, other, hang(other, usual)).cells).toEqual(["z", null]);
  });

  it("tells images apart that look alike by their order", () => {
    const twins = [mr("one", "axial", "T2 axial"), mr("two", "axial", "T2 axial")];
    const second = keepArrangement(
      twins,
      { layout: "1x1", linked: false, cells: [{ stackId: "two", view: {} }] },
      named,
    );
    expect(hangByLayout(second, twins, hang(twins, usual)).cells).toEqual(["two"]);
  });

  it("is the only standard of its kind", () => {
    const other = { ...layout, id: "018f2f6e-0000-7000-8000-000000000002", name: "Other" };
    const both = withLayout([layout], other);
    expect(both.map(({ name, standard }) => [name, standard])).toEqual([
      ["Mine", false],
      ["Other", true],
    ]);
    expect(standardLayout(both, "sections:MR")?.name).toBe("Other");
    expect(standardLayout(both, "sections:CT")).toBeNull();
  });

  it("that cannot be read is passed over", () => {
    expect(storedLayoutsSchema.parse({ theme: "dark", layouts: [layout, { broken: true }] })).toEqual([
      layout,
    ]);
    expect(storedLayoutsSchema.parse(null)).toEqual([]);
    expect(storedLayoutsSchema.parse({ layouts: "no list" })).toEqual([]);
  });
});
