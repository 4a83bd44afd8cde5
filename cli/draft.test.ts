import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCommand } from "./command-line";
import { draftVerbs } from "./draft";
import { UsageError } from "./verb";

const folder = mkdtempSync(join(tmpdir(), "draft-"));
const broken = join(folder, "broken.json");
writeFileSync(broken, "{");
afterAll(() => rmSync(folder, { recursive: true }));

async function run(words: readonly string[]) {
  const command = readCommand(words, draftVerbs);
  if (command.kind !== "run") throw new Error("not a call");
  return command.verb.run({ ...command.call, log: () => {} });
}

describe("draft", () => {
  it.each([
    [["draft"], "--project is missing."],
    [["draft", "knees", "--project", "p"], "draft takes options only: --project and others."],
    [["draft", "--project", "p", "--steps", "caption,poem"], 'question-label, not "poem".'],
    [["draft", "--project", "p", "--case", "knee"], '--case takes a label such as RR-00012, not "knee".'],
    [["draft", "batch-out", "there"], "draft batch-out takes options only: --project and --out."],
    [["draft", "settings"], "--project is missing."],
    [["draft", "settings", "--project", "p", "--set", "no/such.json"], "There is no file no/such.json"],
    [["draft", "settings", "--project", "p", "--set", broken], "broken.json is not JSON."],
  ])("%j: says what is wrong before anything is opened", async (words, sentence) => {
    const refused = run(words);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(sentence);
  });
});
