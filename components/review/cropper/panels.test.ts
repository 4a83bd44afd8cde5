import { describe, expect, it } from "vitest";
import { around, halves, heldBox, labelled, movedEdges, type Panel, panelsBlock } from "./panels";

const size = { columns: 400, rows: 300 };
const panel = (id: string, box: Panel["box"], figure = id): Panel => ({ id, figure, box });

describe("panels", () => {
  it("stay inside the picture and large enough, in whole pixels", () => {
    expect(heldBox([-20, 290, 100.4, 50], size)).toEqual([0, 250, 100, 50]);
    expect(heldBox([399, 299, 1, 1], size)).toEqual([384, 284, 16, 16]);
    expect(heldBox([0, 0, 9000, 9000], size)).toEqual([0, 0, 400, 300]);
  });

  it("keep their other edges when some are moved", () => {
    expect(movedEdges([100, 100, 50, 50], { left: -30, bottom: 20 }, size)).toEqual([70, 100, 80, 70]);
    expect(movedEdges([100, 100, 50, 50], { left: 300 }, size)).toEqual([134, 100, 16, 50]);
    expect(movedEdges([100, 100, 50, 50], { right: 900, top: -900 }, size)).toEqual([100, 0, 300, 150]);
  });

  it("are split into halves that leave nothing out, unless they are too small", () => {
    expect(halves([10, 10, 101, 60], "columns")).toEqual([
      [10, 10, 50, 60],
      [60, 10, 51, 60],
    ]);
    expect(halves([0, 0, 40, 101], "rows")).toEqual([
      [0, 0, 40, 50],
      [0, 50, 40, 51],
    ]);
    expect(halves([0, 0, 31, 99], "columns")).toEqual([[0, 0, 31, 99]]);
  });

  it("are merged into the box around them", () => {
    expect(
      around([
        [10, 20, 30, 40],
        [100, 5, 10, 10],
      ]),
    ).toEqual([10, 5, 100, 55]);
  });

  it("are lettered in reading order under the number of their figure", () => {
    const panels = [
      panel("x", [200, 0, 100, 100]),
      panel("y", [0, 150, 100, 100]),
      panel("z", [0, 4, 100, 100]),
    ];
    expect(labelled(panels, "Fig. 2").map(({ id, figure }) => [id, figure])).toEqual([
      ["z", "2a"],
      ["x", "2b"],
      ["y", "2c"],
    ]);
    const many = Array.from({ length: 28 }, (_, index) => panel(String(index), [index * 10, 0, 9, 9]));
    expect(labelled(many, null).map(({ figure }) => figure)).toContain("ab");
  });

  it("need a label each, and no two the same", () => {
    const one = panel("one", [0, 0, 20, 20], "1a");
    expect(panelsBlock([one, panel("two", [30, 0, 20, 20], "1b")])).toBeNull();
    expect(panelsBlock([one, panel("two", [30, 0, 20, 20], "1A ")])).toBe("Two panels are called 1a.");
    expect(panelsBlock([one, panel("two", [30, 0, 20, 20], " ")])).toBe("A panel has no label.");
    expect(panelsBlock([])).toMatch(/no panel/);
  });
});
