import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedRanges, layeredPieces, piecesOf, removedRanges } from "./diff-ranges";

const cut = (text: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

it("names the words that came in and went out", () => {
  const before = "A round opacity lies in the left upper lobe.";
  const after = "A round, well-defined opacity lies in the right upper lobe.";
  expect(cut(after, addedRanges(before, after)).join(" ")).toContain("well-defined");
  expect(cut(after, addedRanges(before, after))).toContain("right");
  expect(cut(before, removedRanges(before, after))).toContain("left");
  expect(addedRanges(before, before)).toEqual([]);
});

it("pieces make the part again, whatever the marks", () => {
  const range = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 40 }), range, fc.array(range), (text, part, marks) => {
      const pieces = piecesOf(text, part, marks);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text.slice(part.start, part.end));
    }),
  );
});

describe("a text with additions and marks over each other", () => {
  it("is cut at every edge and loses no character", () => {
    const text = "the large left ovary";
    const added = [{ start: 4, end: 14 }];
    const marks = [{ start: 10, end: 14, name: "side" }];
    const pieces = layeredPieces(text, { start: 2, end: text.length }, added, marks);
    expect(pieces.map((piece) => [piece.text, piece.added, piece.mark?.name ?? null])).toEqual([
      ["e ", false, null],
      ["large ", true, null],
      ["left", true, "side"],
      [" ovary", false, null],
    ]);
  });
});
