import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import { draftContentHash } from "../rules/content-hash";
import { storeOfflineDrafts } from "./offline-drafts";

const db = testDatabase();
let caseId = "";
let imageId = "";

async function addPassage(kind: string, text: string, image: string | null = null): Promise<string> {
  const id = uuidv7();
  await db.client.passage.create({ data: { id, caseId, kind, imageId: image, text, contentHash: text } });
  return id;
}

beforeEach(async () => {
  const [projectId, sourceId, seriesId, instanceId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  caseId = uuidv7();
  imageId = uuidv7();
  await db.client.project.create({ data: { id: projectId, slug: `p-${projectId}`, name: "Project" } });
  await db.client.source.create({ data: { id: sourceId, projectId, name: "Source" } });
  await db.client.caseRecord.create({
    data: {
      id: caseId,
      projectId,
      sourceId,
      externalId: "c",
      number: 1,
      title: "Case",
      groupKey: "g",
      state: "ready",
    },
  });
  await db.client.series.create({
    data: { id: seriesId, caseId, kind: "dicom", uid: "2.25.1", modality: "CT", description: "" },
  });
  const blob = "0".repeat(64);
  await db.client.instance.create({
    data: {
      id: instanceId,
      seriesId,
      uid: "2.25.2",
      sourceHash: blob,
      pixelHash: blob,
      metadata: {},
      objectKey: blob,
      frameOffsets: [],
      posterKey: blob,
      thumbnailKey: blob,
    },
  });
  await db.client.image.create({
    data: { id: imageId, caseId, instanceId, frame: 1, figure: "1a", chosenBy: "bundle" },
  });
});

const store = () => transaction((tx) => storeOfflineDrafts(tx, caseId));
const standing = () =>
  db.client.draft.findMany({
    where: { set: { caseId }, supersededById: null },
    orderBy: { position: "asc" },
  });

test("drafts of a case are stored once, with hash, spans, provenance and parent", async () => {
  const passageId = await addPassage(
    "caption",
    "A 3 cm mass lies in the left lobe of the liver. No ascites.",
    imageId,
  );
  const added = await store();
  expect(added).toBeGreaterThanOrEqual(5);
  expect(await store()).toBe(0);
  const drafts = await standing();
  expect(drafts).toHaveLength(added);
  const [caption] = drafts;
  expect(caption).toMatchObject({
    kind: "caption",
    imageId,
    method: "offline-rules",
    payload: { form: "text", text: "CT: A 3 cm mass lies in the left lobe of the liver. No ascites." },
    provenance: {
      method: "offline rules 1",
      model: null,
      record: { rule: "caption", passages: [passageId] },
    },
  });
  expect(caption?.sentences).toMatchObject([{ sources: [{ passageId, start: 0, end: 47 }] }, { id: "s2" }]);
  for (const draft of drafts) {
    const payload = draft.payload as Parameters<typeof draftContentHash>[2];
    expect(draft.contentHash).toBe(draftContentHash(draft.kind as "qa", draft.imageId, payload));
    expect(draft.parentDraftId).toBe(draft.kind === "qa" && draft.imageId ? (caption?.id ?? "") : null);
  }
  expect(await db.client.caseRecord.findUnique({ where: { id: caseId } })).toMatchObject({
    draftCount: added,
  });
});

test("a changed passage supersedes, and its old wording brings the old drafts back", async () => {
  const first = await addPassage("caption", "A 3 cm mass lies in the left lobe of the liver.", imageId);
  await store();
  const before = await standing();
  const second = await addPassage("caption", "A 4 cm mass lies in the left lobe of the liver.", imageId);
  await db.client.passage.update({ where: { id: first }, data: { supersededById: second } });
  expect(await store()).toBeGreaterThan(0);
  const after = await standing();
  expect(after[0]?.payload).toMatchObject({ text: "CT: A 4 cm mass lies in the left lobe of the liver." });
  expect(after.filter(({ kind }) => kind === "caption")).toHaveLength(1);
  await db.client.passage.update({ where: { id: first }, data: { supersededById: null } });
  await db.client.passage.update({ where: { id: second }, data: { supersededById: first } });
  expect(await store()).toBe(0);
  expect((await standing()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
});

test("a set that readers judge already is left as it is", async () => {
  await addPassage("caption", "A mass lies in the liver.", imageId);
  await store();
  await db.client.draftSet.updateMany({ where: { caseId }, data: { frozenAt: new Date() } });
  await addPassage("findings", "There is also a cyst in the spleen.");
  expect(await store()).toBe(0);
});

test("a bundle's own caption keeps its place and carries the questions", async () => {
  await addPassage("caption", "A mass lies in the left lobe of the liver. No ascites.", imageId);
  const [setId, id] = [uuidv7(), uuidv7()];
  const payload = { form: "text", text: "A liver mass." } as const;
  await db.client.draftSet.create({ data: { id: setId, caseId, round: 1 } });
  await db.client.draft.create({
    data: {
      id,
      draftSetId: setId,
      imageId,
      kind: "caption",
      method: "bundle",
      payload,
      contentHash: draftContentHash("caption", imageId, payload),
    },
  });
  await store();
  const drafts = await standing();
  expect(drafts.filter(({ kind }) => kind === "caption").map((draft) => draft.id)).toEqual([id]);
  expect(drafts.filter(({ parentDraftId }) => parentDraftId === id).length).toBeGreaterThan(0);
});

test("a case without any text gets no draft", async () => {
  expect(await store()).toBe(0);
  expect(await standing()).toEqual([]);
});

test("drafts are in the language of their case", async () => {
  await db.client.caseRecord.update({ where: { id: caseId }, data: { language: "zh" } });
  await addPassage("caption", "肝左叶见一肿块。", imageId);
  await addPassage("findings", "肝左叶见一肿块，大小约3 cm。");
  await store();
  const languages = (await standing()).map(({ language }) => language);
  expect(languages.length).toBeGreaterThan(0);
  expect(new Set(languages)).toEqual(new Set(["zh"]));
});
