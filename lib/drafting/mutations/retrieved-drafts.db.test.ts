import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { storeDocuments } from "@/lib/retrieval/mutations/store-documents";
import { testDocument } from "@/lib/retrieval/testing/document";
import type { Embedder, IncomingDocument } from "@/lib/retrieval/types";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { rebuildCall } from "../data/rebuild-call";
import { requestHash } from "../rules/generation/wire-body";
import { fittingAnswer, userWords } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { draftProject } from "./draft-project";

const db = testDatabase();
testDataFolder();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);
let project = { id: "", slug: "" };
let built: Awaited<ReturnType<ReturnType<typeof builder>["case"]>>;

beforeEach(async () => {
  const rows = builder(db.client);
  project = await rows.project();
  built = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  await db.client.source.updateMany({
    where: { projectId: project.id },
    data: { externalModelAllowed: true },
  });
  server.play([{ kind: "ok", reply: fittingAnswer }]);
});

const document: typeof testDocument = (externalId, text, more) =>
  testDocument(externalId, text, { title: `Title of ${externalId}`, ...more });
const store = (...documents: IncomingDocument[]) => storeDocuments(project.id, documents);
async function draft(local?: "1", embedder: Embedder | null = null) {
  const outcome = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["caption"],
    method: null,
    environment: { baseUrl: server.baseUrl, apiKey: "k", model: "gpt-4o", local },
    signal: new AbortController().signal,
    embedder,
    log: () => {},
  });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.report;
}
const calls = () =>
  db.client.modelCall.findMany({
    where: { caseId: built.id },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
const captions = () =>
  db.client.draft.findMany({
    where: { set: { caseId: built.id }, kind: "caption" },
    include: { context: { orderBy: { position: "asc" }, include: { chunk: true } } },
    orderBy: { createdAt: "asc" },
  });
const aCase = (externalId: string, more: Partial<IncomingDocument> = {}) =>
  document(externalId, "# Findings\nA CT of the liver.", { kind: "case", groupKey: externalId, ...more });

test("an image nobody wrote about is not drafted without a guideline; the sentence says how to fill the store", async () => {
  await store(aCase("c1"));
  const made = await draft();
  expect(made).toMatchObject({ drafted: 0, failed: [] });
  expect(Object.keys(made.skippedFor)[0]).toContain(
    `import FOLDER --project ${project.slug} --as guidelines`,
  );
  expect(server.seen).toHaveLength(0);
  await store(document("g", "On ultrasound of the thyroid."));
  expect(Object.keys((await draft()).skippedFor)[0]).toMatch(/^No guideline answers to the labels/);
});

test("its draft is written with four documents, one a guideline at least; scores and words are kept with it", async () => {
  await store(
    document("g1", "# Lesions\nCT shows attenuation."),
    ...["c1", "c2", "c3", "c4"].map((id) => aCase(id, { text: "CT CT CT." })),
    aCase("held out", { heldOut: true, text: "CT CT CT." }),
  );
  expect(await draft()).toMatchObject({ drafted: 1, failed: [] });
  const words = userWords(server.seen[0]?.body ?? "");
  expect(words.match(/begin: another case \d/g)).toHaveLength(3);
  expect(words).toContain("begin: guideline 1]\nTitle of g1 / Lesions\n\nCT shows attenuation.");
  const [caption] = await captions();
  expect(caption?.provenance).toMatchObject({ retrieval: "4 documents, 1 guideline" });
  expect(
    caption?.context.map(({ position, lexicalRank, matched }) => [position, lexicalRank, matched]),
  ).toEqual([
    [1, 1, ["ct"]],
    [2, 2, ["ct"]],
    [3, 3, ["ct"]],
    [4, 5, ["ct"]],
  ]);
  expect(caption?.context[3]?.chunk.heading).toBe("Lesions");
  expect(caption?.context[0]?.fused).toBeCloseTo(1 / 61, 12);
});

test("the request is made again byte for byte, also after its documents changed; nothing is asked twice", async () => {
  await store(document("g1", "CT shows attenuation."), aCase("c1"));
  await draft();
  const [sent] = server.seen;
  await store(document("g1", "CT shows something else."), aCase("c2"));
  const [row] = await calls();
  expect(await rebuildCall(row?.id ?? "")).toMatchObject({ ok: true, body: sent?.body });
  expect(requestHash(sent?.body ?? "")).toBe(row?.requestHash);
  await store(document("g1", "CT shows attenuation."));
  server.play([{ kind: "ok", reply: fittingAnswer }]);
  await store(aCase("c3"));
  await draft();
  const asked = (await calls()).map(({ inputs }) => (inputs as { context: { chunkId: string }[] }).context);
  // The old guideline chunk is gone for good, so the second run looked again, once; a third finds its own documents.
  expect(asked).toHaveLength(2);
  await store(aCase("c4"));
  server.play([{ kind: "status", status: 500 }]);
  expect(await draft()).toMatchObject({ drafted: 0, failed: [] });
  expect(server.seen).toHaveLength(0);
});

test("what a source forbids to send goes to no endpoint outside, and to a local one it goes", async () => {
  await store(
    document("g1", "CT."),
    aCase("secret", { externalModelAllowed: false, text: "CT of a secret." }),
  );
  await draft();
  expect(userWords(server.seen[0]?.body ?? "")).not.toContain("secret");
  await db.client.draft.updateMany({ where: { set: { caseId: built.id } }, data: { supersededById: null } });
  await db.client.modelCall.updateMany({ where: { caseId: built.id }, data: { promptId: "another" } });
  server.play([{ kind: "ok", reply: fittingAnswer }]);
  await draft("1");
  expect(userWords(server.seen[0]?.body ?? "")).toContain("secret");
});

test("where a person wrote, retrieval is not used, and the draft says so", async () => {
  await store(document("g1", "CT."));
  const data = { id: uuidv7(), caseId: built.id, kind: "findings", text: "A mass on CT.", contentHash: "x" };
  await db.client.passage.create({ data });
  expect(await draft()).toMatchObject({ drafted: 1 });
  expect(userWords(server.seen[0]?.body ?? "")).not.toContain("guideline");
  const [caption] = await captions();
  expect(caption).toMatchObject({ context: [], provenance: { retrieval: "retrieval not used" } });
});

test("an embedder finds documents by likeness too; one that is away holds back what needs documents, with its sentence", async () => {
  await store(document("g1", "Attenuation of the liver."));
  const embedder: Embedder = {
    name: "toy",
    origin: "https://embed.example",
    local: false,
    pictures: true,
    embed: async (inputs) => ({ ok: true, vectors: inputs.map(() => Float32Array.of(1, 2)) }),
  };
  const away: Embedder = {
    ...embedder,
    name: "away",
    embed: async () => ({ ok: false, sentence: "It is away." }),
  };
  expect(await draft(undefined, away)).toMatchObject({ drafted: 0, skippedFor: { "It is away.": 1 } });
  expect(server.seen).toHaveLength(0);
  expect(await draft(undefined, embedder)).toMatchObject({ drafted: 1, failed: [] });
  const [caption] = await captions();
  expect(caption?.context).toMatchObject([{ lexicalRank: null, denseRank: 1, matched: [] }]);
  expect(caption?.context[0]?.denseScore).toBeCloseTo(1, 5);
  const sent = await db.client.auditEvent.findMany({
    where: { projectId: project.id, action: "retrieval.send" },
  });
  expect(sent.map(({ detail }) => (detail as { case?: string }).case ?? null)).toEqual([
    null,
    null,
    built.id,
  ]);
});
