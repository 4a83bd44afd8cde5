import { describe, expect, it } from "vitest";
import { english } from "../language/en";
import { readCase } from "./check-case";
import { inventionOf, isLikelyInvented } from "./invention";

const text = "The cyst lies in the left kidney. Chemotherapy with cisplatin was begun in the following week.";
const texts = readCase(
  { text, passages: [{ id: "p", kind: "findings", text: "A cyst of 3 cm lies in the left kidney." }] },
  english,
);
const [told, invented] = texts.draft.sentences;

describe("isLikelyInvented", () => {
  it("tells a sentence that nobody wrote from a reworded one", () => {
    expect(isLikelyInvented(texts, invented?.first ?? 0, invented?.last ?? 0, true)).toBe(true);
    expect(isLikelyInvented(texts, told?.first ?? 0, told?.last ?? 0, true)).toBe(false);
  });

  it("does not measure what has next to nothing new in it", () => {
    expect(inventionOf(texts, told?.first ?? 0, told?.last ?? 0, true)).toBeNull();
    const features = inventionOf(texts, invented?.first ?? 0, invented?.last ?? 0, true);
    expect(features?.share).toBeGreaterThan(0.8);
    expect(features?.near).toBeLessThan(0.3);
  });
});
