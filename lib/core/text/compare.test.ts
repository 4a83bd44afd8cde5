import fc from "fast-check";
import { expect, test } from "vitest";
import { normalisedEditDistance } from "./edit-distance";
import { type DiffPiece, wordDiff } from "./word-diff";

const join = (pieces: readonly DiffPiece[], without: DiffPiece["kind"]) =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join("");

test("a word difference holds both texts whole", () => {
  expect(wordDiff("left lung", "right lung")).toEqual([
    { kind: "removed", text: "left" },
    { kind: "added", text: "right" },
    { kind: "same", text: " lung" },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const pieces = wordDiff(before, after);
      expect(join(pieces, "added")).toBe(before);
      expect(join(pieces, "removed")).toBe(after);
    }),
  );
});

test("edit distance runs from 0 for the same to 1 for nothing kept", () => {
  expect(normalisedEditDistance("", "")).toBe(0);
  expect(normalisedEditDistance("kitten", "sitting")).toBeCloseTo(3 / 7, 12);
  expect(normalisedEditDistance("abc", "")).toBe(1);
});
