import { expect, test } from "vitest";
import { extractJson } from "./extract-json";
import { readReply, servedModel, usageOf } from "./read-reply";

const completion = (rest: object) =>
  JSON.stringify({ model: "gpt-4o-2024-08-06", choices: [{ message: { content: "{}" } }], ...rest });

test("tokens are read as the endpoint counted them, and missing ones stay unknown", () => {
  const usage = {
    prompt_tokens: 900,
    completion_tokens: 50,
    prompt_tokens_details: { cached_tokens: 1000 },
  };
  expect(usageOf(completion({ usage }))).toEqual({ input: 900, cached: 900, output: 50 });
  expect(usageOf(completion({ usage: { prompt_tokens: 3, completion_tokens: 1 } }))).toMatchObject({
    cached: 0,
  });
  for (const text of [completion({}), completion({ usage: { prompt_tokens: -1 } }), "", "null", "[1"])
    expect(usageOf(text)).toBeNull();
  expect(servedModel(completion({}))).toBe("gpt-4o-2024-08-06");
  expect(servedModel("nothing")).toBeNull();
});

test.each([
  ['{"a": 1}', { a: 1 }],
  ['Here: {"a": "}"} and more', { a: "}" }],
  ['Set {x} first. {"a": "\\"{"}', { a: '"{' }],
  ["[1, 2]", null],
  ["{".repeat(200_000), null],
  ["no object", null],
])("the object in %.30j", (words, value) => {
  expect(extractJson(words)?.value ?? null).toEqual(value);
});

test("a refusal beside words is a refusal", () => {
  const choices = [{ finish_reason: "stop", message: { content: '{"caption": "x"}', refusal: "No." } }];
  expect(readReply(completion({ choices }))).toMatchObject({ state: "refused" });
});
