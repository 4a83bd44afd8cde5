import { describe, expect, it } from "vitest";
import { claimId, claimsOf } from "./flag-claims";

const reading = "0198c0de-0000-7000-8000-000000000001";
const other = "0198c0de-0000-7000-8000-000000000002";
const item = "0198c0de-0000-7000-8000-000000000003";

/** A flag of one kind at every place of a word. */
const flagsAt = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
    kind: "laterality" as const,
    start: index,
    end: index + word.length,
  }));
const namesIn = (text: string, word: string) =>
  claimsOf(item, text, flagsAt(text, word)).map((claim) => claimId(reading, claim));

describe("the name of a flag in a reader's own words", () => {
  it("stays while its sentence stays, whatever is written before and behind it", () => {
    const [name] = namesIn("A cyst of the left kidney.", "left");
    expect(namesIn("No stone. A cyst of the left kidney. It is simple.", "left")).toEqual([name]);
    expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is another one in another sentence, for another kind, text or reading", () => {
    const text = "A cyst of the left kidney.";
    const [claim] = claimsOf(item, text, flagsAt(text, "left"));
    if (!claim) throw new Error("no claim");
    const names = [
      claimId(reading, claim),
      claimId(other, claim),
      claimId(reading, { ...claim, itemId: other }),
      claimId(reading, { ...claim, kind: "negation" }),
      ...namesIn("A mass of the left kidney.", "left"),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it("tells places apart that are the same in all else", () => {
    const twice = namesIn("A cyst of the left kidney. A cyst of the left kidney.", "left");
    expect(new Set(twice).size).toBe(2);
    expect(namesIn("A cyst of the left kidney.", "left")).toEqual(twice.slice(0, 1));
  });

  it("does not reach into the next line of a question-answer pair", () => {
    const claims = claimsOf(item, "Which side?\nLeft\nThe cyst is there", [
      { kind: "laterality", start: 12, end: 16 },
    ]);
    expect(claims).toMatchObject([{ quote: "Left", sentence: "Left", place: 1 }]);
  });
});
