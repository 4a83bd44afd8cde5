import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkDraft } from "./check-draft";
import { readPairs } from "./read-pairs";

const goldSchema = z.object({
  id: z.string(),
  label: z.enum(["contradiction", "unsupported", "consistent"]),
  kind: z.string(),
  flags: z.array(z.object({ kind: z.string(), quote: z.string() })),
});

/** How many planted errors are found, how many flags are right, and how many faithful drafts are flagged: parts of one. */
function score(file: string) {
  const text = readFileSync(`lib/drafting/consistency/testing/pairs/${file}`, "utf8");
  const gold = new Map(
    text
      .split("\n")
      .filter((row) => row !== "")
      .map((row) => goldSchema.parse(JSON.parse(row)))
      .map((row) => [row.id, row]),
  );
  const count = { planted: 0, found: 0, flags: 0, right: 0, faithful: 0, alarmed: 0 };
  for (const { id, input } of readPairs(text).pairs) {
    const row = gold.get(id);
    if (!row) continue;
    const { flags } = checkDraft(input);
    const isRight = (flag: { kind: string; start: number; end: number }) =>
      row.flags.some(({ kind, quote }) => {
        const start = input.text.indexOf(quote);
        return kind === flag.kind && flag.start < start + quote.length && flag.end > start;
      });
    count.flags += flags.length;
    count.right += flags.filter(isRight).length;
    if (row.label === "consistent") {
      count.faithful += 1;
      if (flags.length > 0) count.alarmed += 1;
    } else {
      count.planted += 1;
      if (flags.some((flag) => flag.kind === row.kind && isRight(flag))) count.found += 1;
    }
  }
  return {
    found: count.found / count.planted,
    right: count.right / count.flags,
    alarmed: count.alarmed / count.faithful,
  };
}

const files = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 16].map((part) =>
  part === 1 ? "open.jsonl" : `open-${part}.jsonl`,
);

describe("checkDraft over the pairs that rules were written on", () => {
  it.each(files)("%s", (file) => {
    const { found, right, alarmed } = score(file);
    if (/^open-(?:7|10|13|16)\.jsonl$/.test(file)) expect(found).toBeNaN();
    else {
      expect(found).toBeGreaterThan(0.76);
      expect(right).toBeGreaterThan(0.9);
    }
    expect(alarmed).toBeLessThan(0.08);
  });

  it("wording.jsonl, of single phrases", () => {
    const { found, right, alarmed } = score("wording.jsonl");
    expect(found).toBeGreaterThan(0.755);
    expect(right).toBeGreaterThan(0.96);
    expect(alarmed).toBeLessThan(0.02);
  });

  it("open-15.jsonl, of examinations that are rare in the others", () => {
    const { found, right, alarmed } = score("open-15.jsonl");
    expect(found).toBeGreaterThan(0.77);
    expect(right).toBeGreaterThan(0.88);
    expect(alarmed).toBeLessThan(0.11);
  });

  it("open-12.jsonl, of the kinds that are hard to check", () => {
    const { found, right, alarmed } = score("open-12.jsonl");
    expect(found).toBeGreaterThan(0.69);
    expect(right).toBeGreaterThan(0.83);
    expect(alarmed).toBeLessThan(0.14);
  });
});
