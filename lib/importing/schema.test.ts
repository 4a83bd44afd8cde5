import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseBundle } from "./rules/parse-bundle";
import { caseBundleSchema } from "./schema";

describe("published description of case.json", () => {
  it("docs/case.schema.json is what zod says (vitest -u writes it anew)", async () => {
    const schema = {
      title: "Reading Room case bundle, version 1",
      ...z.toJSONSchema(caseBundleSchema, { io: "input" }),
    };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../docs/case.schema.json");
  });

  it("the example of docs/case-bundle.md is a case bundle", () => {
    const page = readFileSync("docs/case-bundle.md", "utf8");
    const [, example] = /```json\n(.*?)```/s.exec(page) ?? [];
    const parsed = parseBundle(Buffer.from(example ?? ""));
    expect(parsed).toMatchObject({ ok: true });
  });
});
