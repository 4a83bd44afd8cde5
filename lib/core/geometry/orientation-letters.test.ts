import { describe, expect, it } from "vitest";
import { imagePlane } from "./image-plane";
import { planeEdgeLetters, statedEdgeLetters } from "./orientation-letters";
import { flipView, imageToScreen, initialView, rotateView, type ViewState } from "./view-transform";

const shape = { rows: 100, columns: 100, spacing: [1, 1] as const };
const size = { width: 500, height: 500 };
const mapOf = (view: ViewState) => imageToScreen(shape, size, view);
const axial = imagePlane([0, 0, 0], [1, 0, 0, 0, 1, 0], [1, 1]);
const sagittal = imagePlane([0, 0, 0], [0, 1, 0, 0, 0, -1], [1, 1]);

describe("letters at the edges", () => {
  it("are those of an axial and a sagittal slice seen upright", () => {
    expect(planeEdgeLetters(axial, mapOf(initialView))).toEqual({
      left: "R",
      right: "L",
      top: "A",
      bottom: "P",
    });
    expect(planeEdgeLetters(sagittal, mapOf(initialView))).toEqual({
      left: "A",
      right: "P",
      top: "H",
      bottom: "F",
    });
  });

  it("follow turning and mirroring", () => {
    expect(planeEdgeLetters(axial, mapOf(rotateView(initialView, 1)))).toMatchObject({
      top: "R",
      right: "A",
    });
    expect(planeEdgeLetters(axial, mapOf(flipView(initialView, "horizontal")))).toMatchObject({
      left: "L",
      top: "A",
    });
  });

  it("take a second letter more than five degrees off an axis, the stronger first", () => {
    const tilt = (degrees: number) => {
      const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      return imagePlane([0, 0, 0], [1, 0, 0, 0, cosine, sine], [1, 1]);
    };
    expect(planeEdgeLetters(tilt(4), mapOf(initialView))).toMatchObject({
      top: "A",
      bottom: "P",
      right: "L",
    });
    expect(planeEdgeLetters(tilt(8), mapOf(initialView))).toMatchObject({
      top: "AF",
      bottom: "PH",
      right: "L",
    });
    expect(planeEdgeLetters(tilt(60), mapOf(initialView))).toMatchObject({ top: "FA", bottom: "HP" });
  });

  it("come from Patient Orientation where there is no plane", () => {
    expect(statedEdgeLetters("P", "F", mapOf(initialView))).toEqual({
      left: "A",
      right: "P",
      top: "H",
      bottom: "F",
    });
    expect(statedEdgeLetters("LP", "F", mapOf(rotateView(initialView, 1)))).toMatchObject({
      top: "RA",
      bottom: "LP",
      right: "H",
    });
  });
});
