import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveSpans } from "./move-span";

const runs = { numRuns: 1000 };
const pieceOf = (text: string, place: { readonly start: number; readonly end: number } | null | undefined) =>
  place ? text.slice(place.start, place.end) : null;

/** A text of words that are all different, and where each stands. */
const words = fc
  .integer({ min: 1, max: 40 })
  .map((count) => Array.from({ length: count }, (_, index) => `word${index}`));

const placesOf = (list: readonly string[]) => {
  let at = 0;
  return list.map((word) => {
    const start = at;
    at += word.length + 1;
    return { start, end: start + word.length };
  });
};

describe("places of a text after an edit", () => {
  it("follows words that stand behind a correction, and gives up those that were corrected", () => {
    const before = "Cyst of the left kidney, 3 cm.";
    const after = "Simple cyst of the right kidney, 3 cm.";
    const [left, size] = moveSpans(before, after, [
      { start: 12, end: 16 },
      { start: 25, end: 29 },
    ]);
    expect(left).toBeNull();
    expect(pieceOf(after, size)).toBe("3 cm");
  });

  it("gives up a place into which words were put", () => {
    expect(moveSpans("left kidney", "left upper kidney", [{ start: 0, end: 11 }])).toEqual([null]);
  });

  it("holds the very words it held, whatever was edited", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "1", "é", "𝔸"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, one, other) => {
        const start = one % (before.length + 1);
        const place = { start, end: start + (other % (before.length - start + 1)) };
        const [moved] = moveSpans(before, after, [place]);
        if (moved) expect(pieceOf(after, moved)).toBe(pieceOf(before, place));
      }),
      runs,
    );
  });

  it("keeps every word that no edit touched, over any number of edits one after another", () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(), kind: fc.constantFrom("replace", "remove", "insert") }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, edits, (first, list) => {
        let text = first;
        let places: readonly ({ readonly start: number; readonly end: number } | null)[] = placesOf(first);
        list.forEach(({ at, kind }, index) => {
          const fresh = `other${index}`;
          const place = at % (text.length + 1);
          const next =
            kind === "insert"
              ? text.toSpliced(place, 0, fresh)
              : text.length === 0
                ? text
                : kind === "remove"
                  ? text.toSpliced(at % text.length, 1)
                  : text.with(at % text.length, fresh);
          const before = text.join(" ");
          places = places.map((one) => (one ? (moveSpans(before, next.join(" "), [one])[0] ?? null) : null));
          text = next;
        });
        const after = text.join(" ");
        first.forEach((word, index) => {
          if (text.includes(word)) expect(pieceOf(after, places[index])).toBe(word);
          else expect(places[index]).toBeNull();
        });
      }),
      runs,
    );
  });
});
