import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDraftVerb } from "./check-draft";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pairs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(rows: readonly string[]) {
  const path = join(folder, "pairs.jsonl");
  writeFileSync(path, rows.join("\n"));
  const said: string[] = [];
  const call = {
    positionals: [],
    values: { pairs: path },
    json: true,
    log: (line: string) => said.push(line),
  };
  return checkDraftVerb.run(call).then((outcome) => ({ outcome, said }));
}

describe("check-draft", () => {
  it("gives one line per pair, with quotes that stand in the draft", async () => {
    const draft = "A cyst of the left kidney.";
    const { outcome } = await run([
      JSON.stringify({ id: "a", source: "A cyst of the right kidney.", draft }),
      JSON.stringify({
        id: "b",
        source: "A cyst of the right kidney.",
        question: "Where?",
        answer: "In the right kidney.",
      }),
    ]);
    expect(outcome.ok).toBe(true);
    const lines = (outcome.lines ?? []).map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: "a", flags: [{ kind: "laterality", quote: "left", start: 14, end: 18 }] },
      { id: "b", flags: [] },
    ]);
  });

  it("names the line it cannot read, does the others, and fails", async () => {
    const { outcome, said } = await run(["{", '{"id":"b","source":"No mass.","draft":"No mass."}']);
    expect(outcome.ok).toBe(false);
    expect(outcome.lines).toEqual(['{"id":"b","flags":[]}']);
    expect(said).toEqual(["Line 1: this is not JSON."]);
  });

  it("says which file is missing", async () => {
    const call = {
      positionals: [],
      values: { pairs: join(folder, "none.jsonl") },
      json: false,
      log: () => {},
    };
    await expect(checkDraftVerb.run(call)).rejects.toThrow("none.jsonl");
  });

  it.each([
    [{}, "--pairs is missing."],
    [{ project: "p", pairs: "x.jsonl" }, "Give --pairs or --project, not both."],
    [{ project: "p", case: "knee" }, '--case takes a label such as RR-00012, not "knee".'],
  ])("%j: says what is wrong before anything is opened", async (values, sentence) => {
    const call = { positionals: [], values, json: false, log: () => {} };
    await expect(async () => checkDraftVerb.run(call)).rejects.toThrow(sentence);
  });

  it("opens the database for a project only", () => {
    const opens = checkDraftVerb.database;
    if (typeof opens !== "function") throw new Error("it does not say");
    const of = (values: object) =>
      opens({ positionals: [], values: { ...values }, json: false, log: () => {} });
    expect([of({ pairs: "x" }), of({ project: "p" }), of({})]).toEqual([false, true, false]);
  });
});
