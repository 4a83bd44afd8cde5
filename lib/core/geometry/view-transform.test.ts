import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyAffine, invertAffine } from "./affine";
import { flipView, imageToScreen, initialView, rotateView, type ViewState } from "./view-transform";

const shape = { rows: 128, columns: 256, spacing: [1.4, 0.7] as const };
const size = { width: 900, height: 700 };
const corner = (view: ViewState, x: number, y: number) =>
  applyAffine(imageToScreen(shape, size, view), [x, y]).map((part) => Math.round(part * 1000) / 1000 + 0);

describe("imageToScreen", () => {
  it("fits the whole image in its true aspect", () => {
    // 179.2 mm both ways, so a square of 700 pixels in the middle.
    expect(corner(initialView, 0, 0)).toEqual([100, 0]);
    expect(corner(initialView, 256, 128)).toEqual([800, 700]);
  });

  it("mirrors first and turns clockwise then", () => {
    expect(corner({ ...initialView, rotation: 90 }, 0, 0)).toEqual([800, 0]);
    expect(corner({ ...initialView, mirrored: true }, 0, 0)).toEqual([800, 0]);
    expect(corner({ ...initialView, mirrored: true, rotation: 90 }, 0, 0)).toEqual([800, 700]);
  });

  it("zooms about the centre asked for", () => {
    const view: ViewState = { ...initialView, zoom: 3, center: [10, 20] };
    expect(corner(view, 10, 20)).toEqual([450, 350]);
  });

  it("lays a picture against an edge, however it is mirrored or turned, until it is moved", () => {
    const edges = (view: ViewState) => {
      const columns = [corner(view, 0, 0), corner(view, 256, 128)].map(([x]) => x ?? 0);
      return [Math.min(...columns), Math.max(...columns)];
    };
    expect(edges({ ...initialView, align: "left" })).toEqual([0, 700]);
    expect(edges({ ...initialView, align: "right", mirrored: true })).toEqual([200, 900]);
    expect(edges({ ...initialView, align: "right", rotation: 90 })).toEqual([200, 900]);
    expect(edges({ ...initialView, align: "left", rotation: 180, zoom: 2 })).toEqual([0, 1400]);
    expect(edges({ ...initialView, align: "left", center: [128, 64] })).toEqual([100, 800]);
    expect(flipView({ ...initialView, align: "left" }, "horizontal").align).toBe("right");
    expect(rotateView({ ...initialView, align: "left" }, 1).align).toBeUndefined();
  });

  it("fits the part that is meant", () => {
    const panel = { ...shape, part: [128, 32, 128, 64] as const };
    const at = (x: number, y: number) => applyAffine(imageToScreen(panel, size, initialView), [x, y]);
    const [left, top] = at(128, 32);
    const [right, bottom] = at(256, 96);
    expect([left, top, right, bottom].map(Math.round)).toEqual([100, 0, 800, 700]);
  });

  it("can be inverted under every view", () => {
    fc.assert(
      fc.property(
        fc.record({
          zoom: fc.double({ min: 0.1, max: 40, noNaN: true }),
          center: fc.constant([30, 40] as const),
          rotation: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
          mirrored: fc.boolean(),
        }),
        (view) => {
          const map = imageToScreen(shape, size, view);
          const back = applyAffine(invertAffine(map), applyAffine(map, [11.25, 99.5]));
          expect(back[0]).toBeCloseTo(11.25, 6);
          expect(back[1]).toBeCloseTo(99.5, 6);
        },
      ),
    );
  });
});

describe("flipView", () => {
  it.each([0, 90, 180, 270] as const)("mirrors what the reader sees, turned by %i", (rotation) => {
    const view: ViewState = { ...initialView, rotation };
    const seen = (seenAs: ViewState) => applyAffine(imageToScreen(shape, size, seenAs), [20, 30]);
    const [x, y] = seen(view);
    const [acrossX, acrossY] = seen(flipView(view, "horizontal"));
    const [downX, downY] = seen(flipView(view, "vertical"));
    expect(acrossX).toBeCloseTo(900 - x, 9);
    expect(acrossY).toBeCloseTo(y, 9);
    expect(downX).toBeCloseTo(x, 9);
    expect(downY).toBeCloseTo(700 - y, 9);
  });

  it("comes back when done twice", () => {
    const view = rotateView(initialView, 1);
    expect(flipView(flipView(view, "vertical"), "vertical")).toEqual(view);
    expect(rotateView(view, -1)).toEqual(initialView);
    expect(rotateView(view, 4)).toEqual(view);
  });
});
