import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { rebuildCall } from "@/lib/drafting/data/rebuild-call";
import { systemClock } from "@/lib/drafting/mutations/model-run";
import { createRunGate } from "@/lib/drafting/rules/generation/run-gate";
import type { ServerMode } from "@/lib/drafting/testing/model-server";
import { userWords } from "@/lib/drafting/testing/scripted-answers";
import { testModelServer } from "@/lib/drafting/testing/test-model-server";
import { compareMethods } from "@/lib/jobs/kinds/compare-methods";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { blindWork, comparisonPicture, comparisonResults, comparisonsOf } from "./data/comparisons";
import { rateText } from "./mutations/rate-text";
import { startComparison } from "./mutations/start-comparison";
import { methods } from "./types";

const db = testDatabase();
testDataFolder();
const native = "Figure 2: a mass of 3 cm in the left lobe (arrow).";

/** Says what it was given, so that a text tells its method. */
const told: ServerMode = {
  kind: "ok",
  reply(body) {
    const given = [
      userWords(body).includes("left lobe") && "words",
      body.includes("data:image") && "picture",
    ];
    return { caption: `Written from ${given.filter(Boolean).join(" and ")}.` };
  },
};
const server = testModelServer([told]);

let project = { id: "", slug: "", sourceId: "" };
let built: Awaited<ReturnType<ReturnType<typeof builder>["case"]>>;
let admin: Actor;
let reader: Actor;

beforeEach(async () => {
  server.play([told]);
  const rows = builder(db.client);
  project = { ...(await rows.project()), sourceId: "" };
  built = await rows.case(project.id, { state: "ready", pictures: ["ct", "png"] });
  const data = { externalModelAllowed: true };
  await db.client.source.updateMany({ where: { projectId: project.id }, data });
  const id = uuidv7();
  const imageId = built.images[0]?.id ?? "";
  const caption = { id, caseId: built.id, kind: "caption", imageId, text: native, contentHash: id };
  await db.client.passage.create({ data: caption });
  admin = await seedActor(db.client, `admin-${id}`, [{ project, role: "admin" }]);
  reader = await seedActor(db.client, `reader-${id}`, [{ project, role: "reader" }]);
});

const variables = () => ({ MODEL_BASE_URL: server.baseUrl, MODEL_NAME: "test-model" });

async function start(images = 90) {
  const by = { actorId: null, variables: variables() };
  const outcome = await startComparison(project.id, { name: "First", images, seed: 7 }, by);
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.comparisonId;
}
const write = (comparisonId: string) =>
  compareMethods.work(
    {
      runId: uuidv7(),
      projectId: project.id,
      kind: "compare-methods",
      subjectId: built.id,
      parameters: {},
      retriedAt: null,
    },
    { comparisonId },
    {
      variables: variables(),
      signal: new AbortController().signal,
      gateOf: (limits) => createRunGate(limits, systemClock),
    },
  );
const textsOf = async (comparisonId: string) => {
  const rows = await db.client.comparisonText.findMany({ where: { image: { comparisonId } } });
  return new Map(rows.map((row) => [row.method, row]));
};
const all = (score: number) => ({
  accuracy: score,
  relevance: score,
  completeness: score,
  usefulness: score,
});

test("an image gets its four texts, each from what its method may see; none is a draft, none is written twice", async () => {
  const id = await start();
  expect(await comparisonsOf(project.id)).toMatchObject([{ id, images: 1, complete: 0 }]);
  expect(await write(id)).toMatchObject({ kind: "done", result: { written: 4, failed: 0 } });
  const texts = await textsOf(id);
  expect(Object.fromEntries([...texts].map(([method, { text }]) => [method, text]))).toEqual({
    native,
    "text-only": "Written from words.",
    "image-only": "Written from picture.",
    "image-and-text": "Written from words and picture.",
  });
  expect(server.seen).toHaveLength(3);
  const only = texts.get("image-only");
  expect(await rebuildCall(only?.modelCallId ?? "")).toMatchObject({ ok: true });
  const sent = { action: "drafting.send", subjectId: built.id };
  expect(await db.client.auditEvent.count({ where: sent })).toBe(3);
  expect(await db.client.draft.count({ where: { set: { caseId: built.id } } })).toBe(0);
  expect(await write(id)).toMatchObject({ kind: "done", result: { written: 0 } });
  expect(server.seen).toHaveLength(3);
  expect(await comparisonsOf(project.id)).toMatchObject([{ complete: 1, sentences: [] }]);
});

test("a text that fails leaves the image out of the rating until it is there, and says why", async () => {
  const id = await start();
  server.play([{ kind: "refusal" }]);
  expect(await write(id)).toMatchObject({ kind: "failed", result: { written: 1, failed: 3 } });
  const [head] = await comparisonsOf(project.id);
  expect(head?.sentences).toHaveLength(1);
  expect((await blindWork(admin, "admin", id)).items).toEqual([]);
});

test("what may not leave stays, and without an image or an endpoint nothing is started", async () => {
  const id = await start();
  const forbidden = { externalModelAllowed: false };
  await db.client.source.updateMany({ where: { projectId: project.id }, data: forbidden });
  await db.client.project.update({ where: { id: project.id }, data: { settings: {} } });
  const outside = await compareMethods.work(
    {
      runId: uuidv7(),
      projectId: project.id,
      kind: "",
      subjectId: built.id,
      parameters: {},
      retriedAt: null,
    },
    { comparisonId: id },
    {
      variables: { MODEL_BASE_URL: "https://models.example/v1", MODEL_NAME: "m", MODEL_API_KEY: "k" },
      signal: new AbortController().signal,
      gateOf: (limits) => createRunGate(limits, systemClock),
    },
  );
  expect(outside).toMatchObject({ kind: "failed", again: false, result: { written: 0 } });
  const by = { actorId: null, variables: {} };
  const wanted = { name: "Second", images: 1, seed: 1 };
  expect(await startComparison(project.id, wanted, by)).toMatchObject({ ok: false });
  await db.client.passage.deleteMany({ where: { caseId: built.id } });
  expect(await startComparison(project.id, wanted, { actorId: null, variables: variables() })).toMatchObject({
    sentence: expect.stringContaining("No image here has a caption"),
  });
  expect(await comparisonsOf(project.id)).toHaveLength(1);
});

test("who rates sees neither method nor model, in an order of their own, and not before their own reading", async () => {
  const id = await start();
  await write(id);
  const work = await blindWork(admin, "admin", id);
  const [item] = work.items;
  expect(item?.texts).toHaveLength(4);
  const wire = JSON.stringify(work);
  for (const word of [...methods, "test-model", "openai"]) expect(wire).not.toContain(word);
  expect(await blindWork(admin, "admin", id)).toEqual(work);
  // A reader who may still read the case is kept from its texts, by the list and by the door.
  expect(await blindWork(reader, "reader", id)).toEqual({ items: [], keptBack: 1 });
  const textId = item?.texts[0]?.id ?? "";
  expect(await rateText(reader, textId, all(3))).toEqual({ ok: false, reason: "not-found" });
  const reading = { id: uuidv7(), caseId: built.id, readerId: reader.id, state: "open" };
  await db.client.reading.create({ data: reading });
  expect((await blindWork(reader, "reader", id)).keptBack).toBe(1);
  await db.client.reading.update({
    where: { id: reading.id },
    data: { state: "submitted", submittedAt: new Date() },
  });
  expect((await blindWork(reader, "reader", id)).items).toHaveLength(1);
  expect(await rateText(reader, textId, all(3))).toEqual({ ok: true });
  const picture = await comparisonPicture(reader, item?.id ?? "");
  expect(picture).toMatchObject({ ok: true });
  const stranger = await seedActor(db.client, `stranger-${id}`, []);
  expect(await comparisonPicture(stranger, item?.id ?? "")).toMatchObject({ ok: false });
  expect(await rateText(stranger, textId, all(3))).toEqual({ ok: false, reason: "not-found" });
});

test("ratings are means per method; the newest word of a person counts", async () => {
  const id = await start();
  await write(id);
  const texts = await textsOf(id);
  const rate = (method: string, score: number) => rateText(admin, texts.get(method)?.id ?? "", all(score));
  await rate("native", 1);
  await rate("native", 2);
  await rate("image-and-text", 5);
  const results = await comparisonResults(id);
  expect(
    results.map(({ method, ratings, means }) => [method, ratings, means.accuracy?.mean ?? null]),
  ).toEqual([
    ["native", 1, 2],
    ["text-only", 0, null],
    ["image-only", 0, null],
    ["image-and-text", 1, 5],
  ]);
  expect((await blindWork(admin, "admin", id)).items[0]?.texts.filter(({ scores }) => scores)).toHaveLength(
    2,
  );
});
