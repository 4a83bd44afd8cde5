import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findPrompt, prompts, providers } from "./registry";
import { answerSchema, promptHash } from "./rules/generation/compose-request";

const filesOf = (folder: string) =>
  readdirSync(`lib/drafting/${folder}`)
    .filter((file) => !file.endsWith(".test.ts"))
    .sort();

test("the registry lists what the folders hold, each under the name of its file", () => {
  expect(providers.map(({ id }) => `${id}.ts`).sort()).toEqual(filesOf("providers"));
  expect(prompts.map(({ id, version }) => `${id}-${version}.ts`).sort()).toEqual(filesOf("prompts"));
});

test("the newest version of a prompt is found, and any older one by its number", () => {
  expect(findPrompt("caption")).toMatchObject({ id: "caption" });
  expect(findPrompt("caption", 1)?.version).toBe(1);
  expect(findPrompt("caption", 99)).toBeNull();
  expect(findPrompt("nothing")).toBeNull();
});

/** A prompt that was used is never edited. A change that breaks this needs a new file with the next version. */
test("prompts are what they were when they were released", () => {
  expect(
    Object.fromEntries(prompts.map((one) => [`${one.id}-${one.version}`, promptHash(one)])),
  ).toMatchInlineSnapshot(`
    {
      "caption-1": "bc3cf6d7b681a4825ec189c10c31fd060be29545311b6cecdf4bbdafa912edb1",
      "caption-from-findings-1": "dff85872dfea8c0c74c1184a6c22fb51c5fd17c4ca808ba1813aee73bc1c929e",
      "caption-from-image-1": "91e730a8b040529543f03e3c99d8fc881f8b63dc4069375ba3b3422c38e99e5d",
      "caption-from-text-1": "4cb08b952ce4d21a898fc14e7a4d9c7cb51ba0c8a82f638fb903a26f7d61b576",
      "discussion-1": "ecd4bf57c88a2979940c01bb4bd79dab4f6a02482ff48de43e40664e8bfc63fb",
      "findings-1": "8437a10a14efab9d34c49cd2646f05e60e44a92499cd1463012bd48c7996dbe3",
      "modality-1": "f9b58128efda6fcb723cc2d0a1e5b41747fd5ec43df5d14339218a14bdaed4ca",
      "question-label-1": "d23eaa92d2c3f750e483114508ab561a9b68c3e94905bc5f2d52ed5f5bb06ab2",
      "questions-1": "6b29fdeb202a1b51a5fdfaa01815a7940826b92d0ee0f05aabc4b1576c5b4aad",
      "questions-several-1": "60465d98bec1db2cdd334e345040abd0ea3ffa7122a98676707dc2afe7a362cb",
      "translation-zh-1": "0a8754fa196e0def08e2ddd88cec3f438d582a1a3e0c00222d71ef3b9bd948c7",
    }
  `);
});

test.each(prompts)("$id $version: variables are named and used, its schema closes every object", (prompt) => {
  const used = [...prompt.task.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  expect(used).toEqual([...prompt.variables]);
  expect(Object.keys(prompt.choices).every((name) => prompt.variables.includes(name))).toBe(true);
  expect(prompt.instructions).not.toContain("{{");
  const objects: Record<string, unknown>[] = [];
  JSON.stringify(answerSchema(prompt), (_, value) => {
    if (value?.type === "object") objects.push(value);
    return value;
  });
  expect(objects.length).toBeGreaterThan(0);
  for (const object of objects) {
    expect(object.additionalProperties).toBe(false);
    expect(object.required).toEqual(Object.keys(object.properties as object));
  }
});
