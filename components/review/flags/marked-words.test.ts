import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftView } from "../testing/draft-view";
import { markedWords, moveEdge, wholeWords } from "./marked-words";

const draftHash = "0".repeat(64);
const before = "A well-defined cyst of 24 mm in the left kidney.";
const span = (id: string, quote: string, draftId = "d") => {
  const start = before.indexOf(quote);
  const place = { draftId, draftHash, start, end: start + quote.length };
  return { id, revision: 1, value: { ...place, category: "invented", severity: "major", note: "" } as const };
};
const entry = (text: string) => ({
  id: "d",
  payload: { form: "text", text } as const,
  draft: draftView("d", { payload: { form: "text", text: before }, contentHash: draftHash }),
});

describe("words that a reader marked", () => {
  it("stand in the order of the draft, of this draft only, and follow an edit until it changes them", () => {
    const spans = [span("left", "left"), span("size", "24 mm"), span("other", "cyst", "e")];
    const text = "A cyst of 24 mm in the right kidney.";
    const marked = markedWords(entry(text), spans);
    expect(
      marked.map(({ id, quote, place }) => [id, quote, place && text.slice(place.start, place.end)]),
    ).toEqual([
      ["size", "24 mm", "24 mm"],
      ["left", "left", null],
    ]);
    expect(markedWords({ ...entry(text), draft: null }, spans)).toEqual([]);
  });

  it("are whole words, whatever was dragged over", () => {
    const said = (start: number, end: number) => {
      const range = wholeWords(before, { start, end });
      return range && before.slice(range.start, range.end);
    };
    expect(said(4, 16)).toBe("well-defined cyst");
    expect(said(19, 20)).toBeNull();
    expect(said(0, 1)).toBe("A");
  });

  it("grow and shrink by words from either end, and never to nothing", () => {
    const cyst = { start: 15, end: 19 };
    const said = ({ start, end }: { readonly start: number; readonly end: number }) =>
      before.slice(start, end);
    expect(said(moveEdge(before, cyst, "end", 1))).toBe("cyst of");
    expect(said(moveEdge(before, cyst, "start", -1))).toBe("well-defined cyst");
    expect(said(moveEdge(before, cyst, "end", -1))).toBe("cyst");
    const edges = fc.array(fc.tuple(fc.constantFrom("start", "end"), fc.constantFrom(1, -1)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(edges, (steps) => {
        const range = steps.reduce(
          (now, [edge, step]) => moveEdge(before, now, edge as "start" | "end", step as 1 | -1),
          cyst,
        );
        expect(wholeWords(before, range)).toEqual(range);
      }),
      { numRuns: 1000 },
    );
  });
});
