import { describe, expect, it } from "vitest";
import { alignSentences } from "./align-sentences";

const sources = [
  { id: "own", text: "Axial CT of the liver. A round lesion of 12 mm lies in segment II (white arrow)." },
  { id: "other", text: "The kidneys are normal. There is no ascites." },
];

describe("alignSentences", () => {
  it("points to the source sentence that shares the words, by its offsets", () => {
    const text = "A 12 mm round lesion is seen in segment II. No ascites, kidneys normal.";
    const [first, second] = alignSentences(text, sources);
    expect(text.slice(first?.start, first?.end)).toBe("A 12 mm round lesion is seen in segment II.");
    const span = first?.sources[0];
    expect(sources[0]?.text.slice(span?.start, span?.end)).toBe(
      "A round lesion of 12 mm lies in segment II (white arrow).",
    );
    expect(second?.sources[0]).toMatchObject({ id: "other", start: 0 });
  });

  it("points nowhere where nothing is shared", () => {
    expect(alignSentences("The findings are diagnostic of a sarcoma.", sources)).toMatchObject([
      { sources: [] },
    ]);
    expect(alignSentences("", sources)).toEqual([]);
    expect(alignSentences("A lesion.", [])).toMatchObject([{ sources: [] }]);
  });
});
