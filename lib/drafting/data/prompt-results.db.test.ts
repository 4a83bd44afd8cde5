import { v7 as newId } from "uuid";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { findPrompt } from "../registry";
import { promptHash } from "../rules/generation/compose-request";
import { promptHistories } from "./prompt-results";

const db = testDatabase();
const caption = findPrompt("caption", 1);
if (!caption) throw new Error("there is no prompt for captions");

test("counts requests, drafts and decisions of submitted readings by version, of this project only", async () => {
  const [here, elsewhere] = [await seedProject(db.client, "here"), await seedProject(db.client, "elsewhere")];
  const readers = await Promise.all(
    ["one", "two"].map((name) => seedActor(db.client, name, [{ project: here, role: "reader" }])),
  );
  const seeded = await seedCase(db.client, here);
  const other = await seedCase(db.client, elsewhere);
  const call = async (caseId: string, change: object) => {
    const runId = newId();
    await db.client.generationRun.create({ data: { id: runId, caseId, method: "openai", version: "m" } });
    const id = newId();
    await db.client.modelCall.create({
      data: {
        id,
        caseId,
        runId,
        provider: "openai",
        endpoint: "http://127.0.0.1:1",
        model: "m",
        promptId: "caption",
        promptVersion: 1,
        promptHash: promptHash(caption),
        rung: "strict",
        seed: 1,
        inputs: {},
        requestHash: "0".repeat(64),
        requestBytes: 1,
        state: "answered",
        cost: "0.5",
        ...change,
      },
    });
    return id;
  };
  const answered = await call(seeded.id, {});
  await call(seeded.id, { state: "refused", cost: null });
  await call(seeded.id, { promptVersion: 9, promptHash: "f".repeat(64) });
  await call(other.id, {});
  const { id, contentHash } = seeded.drafts.caption;
  await db.client.draft.update({ where: { id }, data: { modelCallId: answered } });
  for (const [at, reader] of readers.entries()) {
    const readingId = newId();
    const state = at === 0 ? "submitted" : "open";
    await db.client.reading.create({
      data: { id: readingId, caseId: seeded.id, readerId: reader.id, state },
    });
    const kind = at === 0 ? "accept" : "reject";
    await db.client.decision.create({ data: { readingId, id, revision: 1, kind, draftHash: contentHash } });
  }

  const found = (await promptHistories(here.id)).find((prompt) => prompt.id === "caption");
  expect(found?.versions.map(({ version, words }) => [version, words !== null])).toEqual([
    [9, false],
    [1, true],
  ]);
  expect(found?.versions[1]).toMatchObject({
    hash: promptHash(caption),
    words: { instructions: caption.instructions },
    results: { calls: 2, unanswered: 1, cost: 0.5, drafts: 1, accepted: 1, rejected: 0 },
  });
  expect(found?.versions[0]).toMatchObject({ results: { calls: 1, drafts: 0, accepted: 0 } });
});
