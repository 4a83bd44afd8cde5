import { describe, expect, it } from "vitest";
import { readPairs } from "./read-pairs";

describe("readPairs", () => {
  it("reads drafts and answers, and names the line and field of what it cannot read", () => {
    const rows = [
      '{"id":"a","source":"No mass.","draft":"No mass."}',
      "",
      "{not json",
      '{"id":"b","source":"No mass.","question":"Is there a mass?","answer":"No."}',
      '{"id":"c","draft":"No mass."}',
      '{"id":"d","source":"No mass."}',
    ];
    const { pairs, faults } = readPairs(rows.join("\n"));
    expect(pairs.map(({ id, input }) => [id, input.text, input.question])).toEqual([
      ["a", "No mass.", undefined],
      ["b", "No.", "Is there a mass?"],
    ]);
    expect(faults.map(({ line }) => line)).toEqual([3, 5, 6]);
    expect(faults[1]?.sentence).toMatch(/^source: /);
    expect(faults[2]?.sentence).toBe("give draft, or question and answer.");
  });
});
