import { describe, expect, it } from "vitest";
import { layoutNames } from "../types";
import { firstFitting, fits, gridFor, roomOf } from "./room";

describe("room", () => {
  it("is what rail, tools and review panel leave of a window", () => {
    expect(roomOf(1600, 1000)).toEqual({ windowWidth: 1600, width: 896, height: 892 });
    expect(roomOf(1280, 800).width).toBe(672);
    expect(roomOf(1024, 768).width).toBe(584);
    expect(roomOf(300, 50)).toMatchObject({ width: 0, height: 0 });
  });

  it("offers only layouts whose viewports keep 320 by 320 pixels", () => {
    const offered = (width: number, height: number) =>
      layoutNames.filter((name) => fits(name, { width, height }));
    expect(offered(960, 640)).toEqual(["1x1", "1x2", "2x1", "2x2", "2x3"]);
    expect(offered(959, 640)).toEqual(["1x1", "1x2", "2x1", "2x2"]);
    expect(offered(640, 639)).toEqual(["1x1", "1x2"]);
    expect(offered(100, 100)).toEqual(["1x1"]);
  });

  it("has a grid from 1440 pixels on", () => {
    expect(gridFor(6, roomOf(1440, 900))).toBe("2x2");
    expect(gridFor(2, roomOf(1440, 900))).toBe("1x2");
    expect(gridFor(6, roomOf(1439, 900))).toBe("1x1");
    expect(gridFor(6, roomOf(1440, 700))).toBe("1x2");
    expect(firstFitting(["2x3"], roomOf(1280, 800))).toBe("1x1");
  });
});
