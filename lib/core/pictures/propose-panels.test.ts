import { describe, expect, it } from "vitest";
import { type GreyPicture, inReadingOrder, type PanelBox, proposePanels } from "./propose-panels";

/** A figure of textured boxes on an even ground. */
function figure(width: number, height: number, ground: number, boxes: readonly PanelBox[]): GreyPicture {
  const values = new Uint8Array(width * height).fill(ground);
  for (const [left, top, w, h] of boxes)
    for (let y = top; y < top + h; y++)
      for (let x = left; x < left + w; x++) values[y * width + x] = 60 + ((x * 7 + y * 13) % 120);
  return { width, height, values };
}

const grid = (columns: number, rows: number, side: number, gap: number): readonly PanelBox[] =>
  Array.from({ length: columns * rows }, (_, index) => [
    gap + (index % columns) * (side + gap),
    gap + Math.floor(index / columns) * (side + gap),
    side,
    side,
  ]);

describe("proposePanels", () => {
  it.each([
    ["white", 255],
    ["black", 0],
    ["off-white", 240],
  ])("finds the boxes of a grid on %s ground, to the pixel", (_, ground) => {
    const boxes = grid(3, 2, 120, 8);
    expect(proposePanels(figure(392, 264, ground, boxes))).toEqual(boxes);
  });

  it("finds rows that are divided differently", () => {
    const boxes: readonly PanelBox[] = [
      [0, 0, 195, 100],
      [205, 0, 195, 100],
      [0, 110, 126, 90],
      [137, 110, 126, 90],
      [274, 110, 126, 90],
    ];
    expect(proposePanels(figure(400, 200, 255, boxes))).toEqual(boxes);
  });

  it("finds a tall panel beside two stacked ones, in reading order", () => {
    const boxes: readonly PanelBox[] = [
      [0, 0, 200, 300],
      [212, 0, 188, 145],
      [212, 155, 188, 145],
    ];
    expect(proposePanels(figure(400, 300, 255, boxes))).toEqual(boxes);
  });

  it("passes over letters under the panels", () => {
    const boxes = grid(2, 1, 150, 10);
    const letters: readonly PanelBox[] = [
      [80, 172, 8, 10],
      [240, 172, 8, 10],
    ];
    expect(proposePanels(figure(330, 190, 255, [...boxes, ...letters]))).toEqual(boxes);
  });

  it("does not cut a single picture, and takes its dark margin away", () => {
    expect(proposePanels(figure(300, 200, 0, [[40, 30, 220, 150]]))).toEqual([[40, 30, 220, 150]]);
    expect(proposePanels(figure(300, 200, 255, [[0, 0, 300, 200]]))).toEqual([[0, 0, 300, 200]]);
  });

  it("has nothing to propose for an empty page", () => {
    expect(proposePanels(figure(200, 200, 255, []))).toEqual([]);
  });

  it("takes less than a second for a picture of 1024 x 1024", () => {
    const picture = figure(1024, 1024, 255, grid(3, 3, 330, 8));
    const began = performance.now();
    expect(proposePanels(picture)).toHaveLength(9);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

it("reads boxes row by row, also when their tops differ a little", () => {
  const boxes: readonly PanelBox[] = [
    [200, 0, 90, 100],
    [0, 6, 90, 100],
    [0, 120, 90, 90],
  ];
  expect(inReadingOrder(boxes.map((box) => ({ box }))).map(({ box }) => box)).toEqual([
    boxes[1],
    boxes[0],
    boxes[2],
  ]);
});
