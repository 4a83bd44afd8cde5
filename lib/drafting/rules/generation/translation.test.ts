import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextPayload } from "@/lib/reading/schema";
import {
  linesProblem,
  numbered,
  payloadOfLines,
  shapeOf,
  translatedSentences,
  translationLines,
  unnumbered,
} from "./translation";

const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/);
const text = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((lines): TextPayload => ({ form: "text", text: lines.join("\n") }));
const qa = fc
  .record({
    question: word,
    options: fc.uniqueArray(word, { maxLength: 5 }),
    answer: word,
    reasoning: fc.oneof(word, fc.constant("")),
    right: fc.nat(4),
  })
  .map(({ options, answer, right, ...rest }): TextPayload => {
    const chosen = options.length === 0 ? [] : [right % options.length];
    const said = chosen.map((index) => options[index] ?? "").join("; ");
    return { form: "qa", qa: { ...rest, options, answerIndexes: chosen, answer: said || answer } };
  });

describe("the lines of a text", () => {
  test("put together again are the text, whatever its parts", () => {
    fc.assert(
      fc.property(fc.oneof(text, qa), (payload) => {
        const lines = unnumbered(numbered(translationLines(payload)));
        expect(payloadOfLines(lines, shapeOf(payload))).toEqual(payload);
      }),
    );
  });

  test("are as many as were given, each on one line with its terms", () => {
    const source = ["A mass of 3 cm.", "No fluid."];
    expect(linesProblem(source, ["3 cm肿块。", "无积液。"])).toBeNull();
    expect(linesProblem(source, ["3 cm肿块。无积液。"])).toBe("There are 1 lines where 2 were given.");
    expect(linesProblem(source, ["3 cm肿块。", "有积液。"])).toBe(
      "Line 2: a negation such as 无 or 未 is missing.",
    );
    expect(linesProblem(source, ["3 cm肿块。", "无\n积液。"])).toBe("Line 2 holds a line break.");
  });

  test("a shape that no text has is an error of ours", () => {
    expect(() => payloadOfLines(["一"], "poem")).toThrow("poem");
  });
});

test("a translated sentence rests on what the text rests on, and on nothing where a part of that has no source", () => {
  const source = { passageId: "p", start: 0, end: 4 };
  const sourced = { id: "s1", start: 0, end: 4, sources: [source] };
  const payload: TextPayload = { form: "text", text: "一个肿块。\n无积液。" };
  expect(translatedSentences(payload, [sourced])).toEqual([
    { id: "s1", start: 0, end: 5, sources: [source] },
    { id: "s2", start: 6, end: 10, sources: [source] },
  ]);
  const bare = { ...sourced, id: "s2", sources: [] };
  expect(translatedSentences(payload, [sourced, bare]).map(({ sources }) => sources)).toEqual([[], []]);
});
