import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { findOwnReading } from "@/lib/reading/data/gate";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import type { DecisionValue } from "@/lib/reading/schema";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { builder } from "@/lib/releasing/testing/build-case";
import { searchForReading } from "@/lib/retrieval/data/reading-context";
import { judgeDocument } from "@/lib/retrieval/mutations/judge-document";
import { storeDocuments } from "@/lib/retrieval/mutations/store-documents";
import { testDocument } from "@/lib/retrieval/testing/document";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { draftRecord } from "../data/draft-record";
import { documentsOfReading } from "../data/reading-documents";
import { rebuildCall } from "../data/rebuild-call";
import { fittingAnswer, userWords } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { draftProject } from "./draft-project";
import { setGenerationSettings } from "./generation-settings";
import { regenerateDraft } from "./regenerate-draft";

const db = testDatabase();
testDataFolder();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);
let project = { id: "", slug: "" };
let caseId = "";
let draftId = "";
let one: { actor: Actor; readingId: string };
let two: { actor: Actor; readingId: string };

const noEnvironment = { baseUrl: undefined, apiKey: undefined, model: undefined, local: undefined };
const reply = (caption: string) => ({ kind: "ok" as const, reply: () => ({ caption }) });

beforeEach(async () => {
  const rows = builder(db.client);
  project = await rows.project();
  const built = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  caseId = built.id;
  await db.client.caseRecord.update({ where: { id: caseId }, data: { readersWanted: 3 } });
  await db.client.source.updateMany({
    where: { projectId: project.id },
    data: { externalModelAllowed: true },
  });
  await storeDocuments(project.id, [
    testDocument("g1", "CT of the liver."),
    testDocument("g2", "On spleens alone."),
    testDocument("c1", "A CT.", { kind: "case", groupKey: "c1" }),
  ]);
  await setGenerationSettings(project.slug, { baseUrl: server.baseUrl, model: "m", maxCalls: 3 }, null);
  server.play([{ kind: "ok", reply: fittingAnswer }]);
  const drafted = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["caption"],
    method: null,
    environment: noEnvironment,
    signal: new AbortController().signal,
    log: () => {},
  });
  if (!drafted.ok || drafted.report.drafted !== 1) throw new Error(JSON.stringify(drafted));
  draftId = (await db.client.draft.findFirstOrThrow({ where: { set: { caseId }, kind: "caption" } })).id;
  const person = async (name: string) => {
    const actor = await seedActor(db.client, name, [
      { project: { ...project, sourceId: "" }, role: "reader" },
    ]);
    const opened = await openReading(actor, caseId);
    if (!opened.ok) throw new Error("not opened");
    return { actor, readingId: opened.readingId };
  };
  one = await person("one");
  two = await person("two");
  server.play([reply("Written anew.")]);
});

const regenerate = (who = one, readingId = who.readingId, id = draftId) =>
  regenerateDraft(who.actor, readingId, id, {
    environment: noEnvironment,
    signal: new AbortController().signal,
  });
async function written(who = one) {
  const outcome = await regenerate(who);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.draft;
}
async function told(who: typeof one) {
  const gate = await findOwnReading(who.actor, who.readingId);
  if (!gate.ok) throw new Error(gate.reason);
  return documentsOfReading(gate.reading);
}
async function pin(who: typeof one, words: string) {
  const gate = await findOwnReading(who.actor, who.readingId);
  if (!gate.ok) throw new Error(gate.reason);
  const [found] = await searchForReading(gate.reading, words);
  if (!found) throw new Error(`nothing found for ${words}`);
  const { documentId, chunkId } = found;
  await judgeDocument(who.actor, who.readingId, { documentId, chunkId, pinned: true });
  return documentId;
}
const take = (who: typeof one, value: DecisionValue, key = crypto.randomUUID()) =>
  saveChanges(who.actor, who.readingId, {
    key,
    undoes: null,
    changes: [{ op: "put", part: "decision", id: draftId, base: 0, value }],
  });

test("it is written with what the reader pinned, beside the draft of the round, which stays as it is", async () => {
  const before = await db.client.draft.findUniqueOrThrow({ where: { id: draftId } });
  const pinned = await pin(one, "spleens");
  const draft = await written();
  expect(draft).toMatchObject({ besideId: draftId, text: "Written anew.", model: "test-model-2026" });
  expect(draft.documents[0]).toMatchObject({ documentId: pinned, title: "g2" });
  expect(userWords(server.seen[0]?.body ?? "")).toContain("On spleens alone.");
  expect(await db.client.draft.findUniqueOrThrow({ where: { id: draftId } })).toEqual(before);
  expect(await db.client.caseRecord.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
    draftCount: 1,
  });
  const context = await db.client.draftContext.findMany({
    where: { draftId: draft.id },
    orderBy: { position: "asc" },
  });
  expect(context).toHaveLength(3);
  expect(context[0]).toMatchObject({ lexicalRank: null, denseRank: null, fused: 0 });
  expect(context[1]?.lexicalRank).not.toBeNull();
});

test("its request is made again byte for byte, its call and its events name who asked", async () => {
  const draft = await written();
  const [sent] = server.seen;
  const { modelCallId } = await db.client.draft.findUniqueOrThrow({ where: { id: draft.id } });
  const rebuilt = await rebuildCall(modelCallId ?? "");
  expect(rebuilt).toMatchObject({ ok: true, body: sent?.body });
  expect(rebuilt.ok && rebuilt.drafts[0]?.payload).toEqual({ form: "text", text: "Written anew." });
  expect(await db.client.modelCall.findUniqueOrThrow({ where: { id: modelCallId ?? "" } })).toMatchObject({
    readingId: one.readingId,
    state: "answered",
  });
  const events = await db.client.auditEvent.findMany({ where: { actorId: one.actor.id } });
  expect(events.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["drafting.send", "drafting.regenerate"]),
  );
  const record = await draftRecord(one.actor, draft.id);
  expect(record.ok && record.record.documents).toHaveLength(2);
});

test("no other reader learns of it: not by the list, the record, a change, or the answer of a request of theirs", async () => {
  const draft = await written();
  expect((await told(one)).own).toMatchObject([{ id: draft.id }]);
  expect((await told(two)).own).toEqual([]);
  expect(await draftRecord(two.actor, draft.id)).toEqual({ ok: false, reason: "not-found" });
  const { contentHash: draftHash } = await db.client.draft.findUniqueOrThrow({ where: { id: draftId } });
  const value: DecisionValue = {
    kind: "edit",
    draftHash,
    result: { form: "text", text: "Written anew." },
    taken: draft.id,
  };
  expect(await take(two, value)).toMatchObject({ ok: false });
  expect(await take(one, value)).toMatchObject({ ok: true });
  for (const readingId of [one.readingId, crypto.randomUUID(), "x"])
    expect(await regenerate(two, readingId)).toEqual({ ok: false, reason: "not-found" });
  server.play([reply("For two.")]);
  expect((await written(two)).text).toBe("For two.");
  expect(server.seen).toHaveLength(1);
  expect((await told(one)).own).toHaveLength(1);
});

test("the same words again are the same draft; other words stand beside it", async () => {
  const first = await written();
  expect((await written()).id).toBe(first.id);
  expect(JSON.parse(server.seen[0]?.body ?? "").seed).not.toBe(JSON.parse(server.seen[1]?.body ?? "").seed);
  server.play([reply("Other words.")]);
  expect((await written()).id).not.toBe(first.id);
  expect((await told(one)).own.map(({ text }) => text)).toEqual(["Written anew.", "Other words."]);
  // All drafts of one reading together keep to the limits of a run: three requests here.
  expect(await regenerate()).toMatchObject({
    reason: "not-written",
    sentence: expect.stringContaining("limit"),
  });
  expect(server.seen).toHaveLength(1);
});

test("what is missing is said, and nothing is sent: no model, no guideline, a source that forbids it, a closed reading", async () => {
  const { judgements: _, drafts } = await told(one);
  const guideline = drafts[0]?.documents.find(({ kind }) => kind === "guideline")?.documentId ?? "";
  await judgeDocument(one.actor, one.readingId, { documentId: guideline, relevance: 0 });
  expect(await regenerate()).toMatchObject({ sentence: expect.stringContaining("No guideline") });
  await judgeDocument(one.actor, one.readingId, { documentId: guideline, relevance: 2 });
  await db.client.document.updateMany({ where: { id: guideline }, data: { externalModelAllowed: false } });
  expect(await regenerate()).toMatchObject({ sentence: expect.stringContaining("“g1” cannot be used") });
  await db.client.source.updateMany({
    where: { projectId: project.id },
    data: { externalModelAllowed: false },
  });
  expect(await regenerate()).toMatchObject({ reason: "not-written" });
  await setGenerationSettings(project.slug, { baseUrl: null, model: null }, null);
  expect(await regenerate()).toMatchObject({ reason: "not-written" });
  expect((await told(one)).modelFault).toMatch(/\.$/);
  expect(await regenerate(one, one.readingId, crypto.randomUUID())).toMatchObject({ reason: "not-found" });
  await db.client.reading.update({ where: { id: one.readingId }, data: { state: "submitted" } });
  expect(await regenerate()).toEqual({ ok: false, reason: "submitted" });
  expect(server.seen).toHaveLength(0);
  expect((await told(one)).own).toEqual([]);
});

test("a model that refuses is told in its sentence, and the next one may answer", async () => {
  server.play([{ kind: "refusal" }]);
  expect(await regenerate()).toMatchObject({
    reason: "not-written",
    sentence: expect.stringMatching(/refus/i),
  });
  server.play([reply("Written anew.")]);
  expect((await written()).text).toBe("Written anew.");
});
