import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { storeDocuments } from "@/lib/retrieval/mutations/store-documents";
import { testDocument } from "@/lib/retrieval/testing/document";
import { findPrompt } from "../registry";
import { fittingAnswer } from "../testing/scripted-answers";
import { seedTexts } from "../testing/seed-texts";
import { testModelServer } from "../testing/test-model-server";
import type { RunGate } from "../types/model";
import { askTask, runRow } from "./ask-task";
import { batchSend } from "./batch-files";
import { draftOneCase } from "./draft-one-case";
import { draftProject } from "./draft-project";
import { prepareModelRun } from "./model-run";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "held-"));
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => server.play([{ kind: "ok", reply: fittingAnswer }]));

const environment = () => ({ baseUrl: server.baseUrl, apiKey: "k", model: "test-model", local: undefined });
const signal = new AbortController().signal;
const hold = (caseId: string) =>
  db.client.caseRecord.update({ where: { id: caseId }, data: { state: "held" } });
const forbid = (projectId: string) =>
  db.client.source.updateMany({ where: { projectId }, data: { externalModelAllowed: false } });
const report = (caseId: string) =>
  db.client.caseReport.create({
    data: { id: uuidv7(), caseId, reporterId: uuidv7(), kind: "identity", reason: "A name." },
  });

/** A gate at which something happens while a request waits. */
const gateWhere = (happens: () => Promise<unknown>): RunGate => ({
  async enter() {
    await happens();
    return { ok: true, leave: () => {} };
  },
});

const draft = (caseId: string, gate: RunGate) =>
  draftOneCase({
    caseId,
    steps: ["findings"],
    method: "openai",
    environment: environment(),
    embedder: null,
    documentsFault: null,
    signal,
    gateOf: () => gate,
    askAgainBefore: null,
  });

test.each([
  ["held", hold, "The case is held: it may show who the patient is. Nothing of it was sent."],
  ["reported", report, "The case is held: it may show who the patient is. Nothing of it was sent."],
  ["forbidden", null, "Its source does not allow external models. Nothing of it was sent."],
] as const)(
  "a case that is %s while its request waits at the gate is not sent",
  async (_, change, reason) => {
    const project = await seedTexts(db.client, 1, {});
    const [caseId = ""] = project.caseIds;
    const happens = async () => {
      if (change) await change(caseId);
      else await forbid(project.id);
    };
    const outcome = await draft(caseId, gateWhere(happens));
    expect(outcome).toEqual({
      ok: true,
      outcomes: [{ kind: "failed", step: "findings", reason, state: "kept" }],
    });
    expect(server.seen).toHaveLength(0);
    expect(await db.client.modelCall.findMany({ where: { caseId } })).toMatchObject([
      { state: "kept", sentence: reason, attempts: 0, response: null },
    ]);
    const sent = { action: "drafting.send", subjectId: caseId };
    expect(await db.client.auditEvent.count({ where: sent })).toBe(0);
  },
);

test("a case that is held between two tries is not sent again, and the sentence says that it was sent before", async () => {
  const project = await seedTexts(db.client, 1, {});
  const [caseId = ""] = project.caseIds;
  server.play([{ kind: "status", status: 500, headers: { "retry-after": "0" } }]);
  const outcome = await draft(
    caseId,
    gateWhere(async () => server.seen.length > 0 && (await hold(caseId))),
  );
  const reason = "The case is held: it may show who the patient is. It was sent before that, and not again.";
  expect(outcome).toMatchObject({ outcomes: [{ kind: "failed", reason, state: "kept" }] });
  expect(server.seen).toHaveLength(1);
  expect(await db.client.modelCall.findMany({ where: { caseId } })).toMatchObject([{ attempts: 1 }]);
});

test("a document that is held out while a request waits is not sent with it", async () => {
  const project = await seedTexts(db.client, 1, {});
  const [caseId = ""] = project.caseIds;
  await storeDocuments(project.id, [testDocument("g1", "CT of the liver.")]);
  const chunk = await db.client.documentChunk.findFirstOrThrow({ where: { projectId: project.id } });
  const prepared = prepareModelRun(
    {},
    {
      method: null,
      environment: environment(),
      projectSlug: project.slug,
      embedder: null,
      signal,
      gateOf: () =>
        gateWhere(() =>
          db.client.document.updateMany({ where: { projectId: project.id }, data: { heldOut: true } }),
        ),
      onUsage: () => {},
    },
  );
  if (!prepared.ok) throw new Error(prepared.sentence);
  const prompt = findPrompt("findings", 1);
  if (!prompt) throw new Error("no prompt");
  const { asked } = await askTask(
    prepared.run,
    { caseId, projectId: project.id, actorId: null, runId: runRow(prepared.run, caseId, ["findings"]) },
    {
      prompt,
      kind: "findings",
      imageId: null,
      variables: {},
      blocks: [{ name: "guideline 1", chunkId: chunk.id }],
      pictures: [],
      context: [{ chunkId: chunk.id, kind: "guideline", lexical: null, dense: null, fused: 1, matched: [] }],
    },
    () => () => ({ ok: true, value: null }),
  );
  expect(asked).toMatchObject({
    state: "kept",
    sentence: "A document that it was to be written with may not be used any more. Nothing of it was sent.",
  });
  expect(server.seen).toHaveLength(0);
});

test("a case that is held before its line is written is in no batch file", async () => {
  const project = await seedTexts(db.client, 2, { concurrency: 1 });
  const [first = "", second = ""] = project.caseIds;
  const out = join(folder, "batch");
  const write = batchSend(out);
  const outcome = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["findings"],
    method: "openai",
    environment: environment(),
    signal,
    log: () => {},
    async send(...asked) {
      await hold(first);
      return write(...asked);
    },
  });
  if (!outcome.ok) throw new Error(outcome.sentence);
  expect(outcome.report).toMatchObject({
    skippedFor: { queued: 1 },
    failed: [{ step: "findings", reason: expect.stringContaining("The case is held") }],
  });
  expect(existsSync(out) && readdirSync(out)).toEqual(["batch-001.jsonl"]);
  const calls = await db.client.modelCall.findMany({ where: { case: { projectId: project.id } } });
  expect(new Map(calls.map(({ caseId, state }) => [caseId, state]))).toEqual(
    new Map([
      [first, "kept"],
      [second, "queued"],
    ]),
  );
});
