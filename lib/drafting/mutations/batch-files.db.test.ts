import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { requestHash } from "../rules/generation/wire-body";
import { fittingAnswer } from "../testing/scripted-answers";
import { batchSend, isFreeFolder, readBatch } from "./batch-files";
import { draftProject } from "./draft-project";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "batch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (out: string) =>
  readdirSync(out)
    .sort()
    .map((name) => readFileSync(join(out, name), "utf8").trim().split("\n"));

test("requests go out into files within the limits, answers come back, drafts are stored without sending", async () => {
  const rows = builder(db.client);
  const { id, slug } = await rows.project();
  const { id: caseId } = await rows.case(id, { state: "ready", pictures: [] });
  await db.client.source.updateMany({ where: { projectId: id }, data: { externalModelAllowed: true } });
  for (const kind of ["findings", "diagnosis"])
    await db.client.passage.create({
      data: { id: uuidv7(), caseId, kind, text: `${kind}: a mass of the liver.`, contentHash: kind },
    });
  const run = async (out: string | null) => {
    const outcome = await draftProject({
      slug,
      number: null,
      steps: ["findings", "discussion"],
      method: "openai",
      environment: { baseUrl: "http://127.0.0.1:9/v1", apiKey: "k", model: "gpt-4o", local: undefined },
      signal: new AbortController().signal,
      log: () => {},
      ...(out === null ? {} : { send: batchSend(out, { requests: 1, bytes: 1_000_000 }) }),
    });
    if (!outcome.ok) throw new Error(outcome.sentence);
    return outcome.report;
  };
  const out = join(folder, "out");
  expect(await isFreeFolder(out)).toBe(true);
  expect(await run(out)).toMatchObject({ drafted: 0, failed: [], skippedFor: { queued: 2 } });
  expect(await isFreeFolder(out)).toBe(false);
  const files = linesOf(out);
  expect(files.map((lines) => lines.length)).toEqual([1, 1]);
  const requests = files.flat().map((line) => JSON.parse(line) as { custom_id: string; body: object });
  for (const [index, line] of files.flat().entries()) {
    const bytes = line.slice(line.indexOf('"body":') + 7, -1);
    expect(requestHash(bytes)).toBe(requests[index]?.custom_id);
  }
  // Nothing that waits is sent or written a second time.
  expect(await run(null)).toMatchObject({ drafted: 0, failed: [], skippedFor: { queued: 2 } });
  expect(await run(join(folder, "again"))).toMatchObject({ skippedFor: { queued: 2 } });
  expect(readdirSync(folder).includes("again") && readdirSync(join(folder, "again")).length > 0).toBe(false);

  const [first, second] = requests;
  const body = {
    model: "gpt-4o-2024-08-06",
    choices: [
      {
        finish_reason: "stop",
        message: { content: JSON.stringify(fittingAnswer(JSON.stringify(first?.body))) },
      },
    ],
    usage: { prompt_tokens: 10, completion_tokens: 5 },
  };
  const answers = [
    { custom_id: first?.custom_id, response: { status_code: 200, body }, error: null },
    { custom_id: second?.custom_id, response: null, error: { message: "expired" } },
    { custom_id: "0".repeat(64), response: { status_code: 200, body }, error: null },
    { id: "no line of ours" },
  ];
  const file = join(folder, "answers.jsonl");
  writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join("\n"));
  expect(await readBatch(slug, file)).toEqual({ recorded: 1, unanswered: 1, unknown: 1, broken: [4] });
  expect(await readBatch(slug, file)).toMatchObject({ recorded: 0, unknown: 3 });
  expect(await readBatch("nothing", file)).toBeNull();
  const third = join(folder, "third");
  expect(await run(third)).toMatchObject({ drafted: 1, failed: [], skippedFor: { queued: 1 } });
  expect(linesOf(third).flat()).toHaveLength(1);
  const [draft] = await db.client.draft.findMany({
    where: { set: { caseId } },
    include: { modelCall: true },
  });
  expect(draft?.modelCall).toMatchObject({
    requestHash: first?.custom_id,
    inputTokens: 10,
    state: "answered",
  });
});
