import { describe, expect, it } from "vitest";
import { directionLetters, edgeLetters, oppositeLetters } from "./orientation-letters";

describe("letters of a direction", () => {
  it.each([
    [[1, 0, 0], "L"],
    [[-1, 0, 0], "R"],
    [[0, 1, 0], "P"],
    [[0, 0, -1], "F"],
    [[0, 0.990957, 0.134158], "PH"],
    [[-0.6, 0.5, 0.62], "HRP"],
    [[0.999, -0.0218, 0.0382], "L"],
    [[0, 0, 0], ""],
  ] as const)("%j is %s", (direction, letters) => {
    expect(directionLetters(direction)).toBe(letters);
  });

  it("turns every letter round", () => {
    expect(oppositeLetters("PFL")).toBe("AHR");
  });
});

describe("letters at the edges", () => {
  it("labels a sagittal image", () => {
    expect(edgeLetters([0, 1, 0, 0, 0, -1])).toEqual({ left: "A", right: "P", top: "H", bottom: "F" });
  });

  it("labels an oblique image with two letters", () => {
    expect(edgeLetters([0, 0.98, -0.198, 0, -0.197, -0.98])).toEqual({
      left: "AH",
      right: "PF",
      top: "HP",
      bottom: "FA",
    });
  });
});
