import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { systemClock } from "@/lib/drafting/mutations/model-run";
import { createRunGate } from "@/lib/drafting/rules/generation/run-gate";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import { testModelServer } from "@/lib/drafting/testing/test-model-server";
import { builder } from "@/lib/releasing/testing/build-case";
import { storeDocuments } from "@/lib/retrieval/mutations/store-documents";
import { testDocument } from "@/lib/retrieval/testing/document";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { draftCase } from "./draft-case";

const db = testDatabase();
testDataFolder();
const model = testModelServer([{ kind: "ok", reply: fittingAnswer }]);
const embedder = testModelServer([{ kind: "status", status: 401 }]);

test("an embedder that is away fails only the caption that needs documents, and the rest of the case is drafted", async () => {
  const rows = builder(db.client);
  const project = await rows.project();
  const built = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  const data = { externalModelAllowed: true };
  await db.client.source.updateMany({ where: { projectId: project.id }, data });
  const text = { id: uuidv7(), caseId: built.id, kind: "diagnosis", text: "A cyst.", contentHash: "d" };
  await db.client.passage.create({ data: text });
  await storeDocuments(project.id, [testDocument("g1", "CT.")]);
  const job = {
    runId: uuidv7(),
    projectId: project.id,
    kind: "draft-case",
    subjectId: built.id,
    parameters: {},
    retriedAt: null,
  };
  const run = (EMBEDDER: string) =>
    draftCase.work(
      { ...job, runId: uuidv7() },
      { steps: ["caption", "discussion"], method: "openai", number: null },
      {
        variables: {
          MODEL_BASE_URL: model.baseUrl,
          MODEL_NAME: "test-model",
          EMBEDDER,
          EMBED_BASE_URL: embedder.baseUrl,
          EMBED_MODEL: "toy",
        },
        signal: new AbortController().signal,
        gateOf: (limits) => createRunGate(limits, systemClock),
      },
    );
  expect(await run("openai")).toMatchObject({
    kind: "failed",
    again: true,
    sentence: expect.stringMatching(/^caption: /),
    result: { drafted: 1, failed: 0 },
  });
  const kinds = () =>
    db.client.draft.findMany({ where: { set: { caseId: built.id } }, select: { kind: true } });
  expect(await kinds()).toEqual([{ kind: "discussion" }]);
  // A name that no embedder has does not get better by itself.
  expect(await run("no-such")).toMatchObject({ kind: "failed", again: false });
  expect(await run("none")).toMatchObject({ kind: "done", result: { drafted: 1 } });
});
