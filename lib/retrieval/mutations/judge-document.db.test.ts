import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { findOwnReading } from "@/lib/reading/data/gate";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { judgedContexts } from "../data/judged-contexts";
import { contextOfReading, searchForReading } from "../data/reading-context";
import { retrievalScores } from "../rules/judged-retrieval";
import { testDocument } from "../testing/document";
import type { IncomingDocument } from "../types";
import { judgeDocument } from "./judge-document";
import { storeDocuments } from "./store-documents";

const db = testDatabase();
let count = 0;
let project = { id: "", slug: "", sourceId: "" };
let reader: Actor;
let stranger: Actor;
let readingId = "";
let draftId = "";
let caseId = "";
const documentIds = new Map<string, string>();

const document = (externalId: string, more: Partial<IncomingDocument> = {}) =>
  testDocument(externalId, `# Part\nOn cysts, by ${externalId}.`, more);

beforeEach(async () => {
  count += 1;
  project = await seedProject(db.client, `judging-${count}`);
  reader = await seedActor(db.client, "reader", [{ project, role: "reader" }]);
  stranger = await seedActor(db.client, "stranger", [{ project, role: "reader" }]);
  const seeded = await seedCase(db.client, project);
  caseId = seeded.id;
  draftId = seeded.drafts.caption.id;
  const { groupKey } = await db.client.caseRecord.findUniqueOrThrow({ where: { id: caseId } });
  await storeDocuments(project.id, [
    document("a"),
    document("b"),
    document("own", { kind: "case", groupKey }),
    document("held", { heldOut: true }),
  ]);
  const rows = await db.client.document.findMany({
    where: { projectId: project.id },
    include: { chunks: true },
  });
  for (const row of rows) documentIds.set(row.externalId, row.id);
  const found = rows.filter(({ externalId }) => externalId === "a" || externalId === "b");
  await db.client.draftContext.createMany({
    data: found
      .sort((x, y) => (x.externalId < y.externalId ? -1 : 1))
      .map(({ chunks }, at) => ({
        draftId,
        position: at + 1,
        chunkId: chunks[0]?.id ?? "",
        lexicalRank: at + 1,
        lexicalScore: 2 - at,
        fused: 1 / (61 + at),
        matched: ["cysts"],
      })),
  });
  const opened = await openReading(reader, caseId);
  if (!opened.ok) throw new Error("not opened");
  readingId = opened.readingId;
});

const judge = (name: string, said: { pinned?: boolean; relevance?: 0 | 1 | 2 | null }, actor = reader) =>
  judgeDocument(actor, readingId, { documentId: documentIds.get(name) ?? "", ...said });
async function own() {
  const gate = await findOwnReading(reader, readingId);
  if (!gate.ok) throw new Error(gate.reason);
  return gate.reading;
}

test("a reader sees what each draft was written with and why; a text whose case is read again is not shown", async () => {
  const context = await contextOfReading(await own());
  expect(context.drafts).toMatchObject([
    {
      id: draftId,
      documents: [
        {
          title: "a",
          heading: "Part",
          text: "On cysts, by a.",
          lexical: { rank: 1, score: 2 },
          matched: ["cysts"],
          dense: null,
        },
        { title: "b", lexical: { rank: 2 } },
      ],
    },
  ]);
  await db.client.document.updateMany({ where: { id: documentIds.get("a") ?? "" }, data: { heldOut: true } });
  expect((await contextOfReading(await own())).drafts[0]?.documents[0]).toMatchObject({
    title: "a",
    text: null,
  });
});

test("pins and ratings are kept part by part, for the reader's own open reading and documents they may see", async () => {
  expect(await judge("a", { pinned: true })).toMatchObject({ ok: true, pinned: true, relevance: null });
  expect(await judge("a", { relevance: 2 })).toMatchObject({ ok: true, pinned: true, relevance: 2 });
  expect(await judge("a", { pinned: false })).toMatchObject({ pinned: false, relevance: 2 });
  expect((await contextOfReading(await own())).judgements).toEqual([
    { documentId: documentIds.get("a"), pinned: false, relevance: 2 },
  ]);
  for (const name of ["own", "held"])
    expect(await judge(name, { pinned: true })).toMatchObject({ reason: "not-found" });
  expect(await judge("a", { relevance: 0 }, stranger)).toMatchObject({ reason: "not-found" });
  const elsewhere = await seedProject(db.client, `elsewhere-${count}`);
  await storeDocuments(elsewhere.id, [document("foreign")]);
  const foreign = await db.client.document.findFirstOrThrow({ where: { projectId: elsewhere.id } });
  expect(await judgeDocument(reader, readingId, { documentId: foreign.id, pinned: true })).toMatchObject({
    reason: "not-found",
  });
  await db.client.reading.update({ where: { id: readingId }, data: { state: "submitted" } });
  expect(await judge("a", { relevance: 0 })).toEqual({ ok: false, reason: "submitted" });
});

test("a document of the reader's own search is kept with the section that found it, and nothing hidden is shown", async () => {
  await storeDocuments(project.id, [
    testDocument("c", "# One\nOn \u202ehidden\u202c words.\n# Two\nOn spleens\u200b alone.", {
      title: "C\u2066c",
    }),
  ]);
  const [found] = await searchForReading(await own(), "spleens");
  expect(found).toMatchObject({
    title: "Cc",
    heading: "Two",
    text: "On spleens alone.",
    lexical: { rank: 1 },
  });
  const { documentId = "", chunkId = "" } = found ?? {};
  const [foreign] = await searchForReading(await own(), "cysts");
  expect(
    await judgeDocument(reader, readingId, { documentId, chunkId: foreign?.chunkId, pinned: true }),
  ).toMatchObject({ reason: "not-found" });
  expect(await judgeDocument(reader, readingId, { documentId, chunkId, pinned: true })).toMatchObject({
    ok: true,
  });
  expect((await contextOfReading(await own())).added).toMatchObject([
    { documentId, chunkId, title: "Cc", text: "On spleens alone.", lexical: null, matched: [] },
  ]);
  await judgeDocument(reader, readingId, { documentId, pinned: false });
  expect((await contextOfReading(await own())).added).toEqual([]);
});

test("whatever others say of documents, a reader is told what they said themselves and nothing more", async () => {
  const openedBy = async (actor: Actor) => {
    const opened = await openReading(actor, caseId);
    if (!opened.ok) throw new Error("not opened");
    return opened.readingId;
  };
  const people = [
    { actor: reader, reading: readingId },
    { actor: stranger, reading: await openedBy(stranger) },
  ] as const;
  const said = new Map<string, { documentId: string; pinned: boolean; relevance: number | null }>();
  const step = fc.record({
    who: fc.nat({ max: 1 }),
    whose: fc.nat({ max: 1 }),
    name: fc.constantFrom("a", "b"),
    pinned: fc.boolean(),
    relevance: fc.constantFrom<0 | 1 | 2 | null>(0, 1, 2, null),
  });
  for (const { who, whose, name, pinned, relevance } of fc.sample(step, 60)) {
    const { actor } = people[who] ?? people[0];
    const { reading } = people[whose] ?? people[0];
    const documentId = documentIds.get(name) ?? "";
    const outcome = await judgeDocument(actor, reading, { documentId, pinned, relevance });
    expect(outcome.ok).toBe(who === whose);
    if (who === whose) said.set(`${who} ${documentId}`, { documentId, pinned, relevance });
    else expect(await findOwnReading(actor, reading)).toEqual({ ok: false, reason: "not-found" });
  }
  for (const [who, { actor, reading }] of people.entries()) {
    const gate = await findOwnReading(actor, reading);
    if (!gate.ok) throw new Error(gate.reason);
    const { judgements, added } = await contextOfReading(gate.reading);
    const mine = [...said].filter(([key]) => key.startsWith(`${who} `)).map(([, value]) => value);
    const inOrder = (rows: readonly { readonly documentId: string }[]) =>
      [...rows].sort((one, other) => (one.documentId < other.documentId ? -1 : 1));
    expect(inOrder(judgements)).toEqual(inOrder(mine));
    expect(added).toEqual([]);
  }
});

test("a reader's own search never finds the case they read or what is held out", async () => {
  const found = await searchForReading(await own(), "cysts");
  expect(found.map(({ title }) => title).sort()).toEqual(["a", "b"]);
});

test("ratings of a case are what its retrieved documents are measured by", async () => {
  await judge("a", { relevance: 0 });
  await judge("b", { relevance: 2 });
  const opened = await openReading(stranger, caseId);
  if (!opened.ok) throw new Error("not opened");
  const scored = async () => retrievalScores(await judgedContexts(project.id), [1, 4]);
  const submit = (id: string, ago = 120_000) =>
    db.client.reading.update({
      where: { id },
      data: { state: "submitted", submittedAt: new Date(Date.now() - ago) },
    });
  await submit(readingId);
  // The other reading of the round is open.
  expect(await scored()).toMatchObject({ judged: 0, leftOut: 1 });
  await submit(opened.readingId, 0);
  expect(await scored()).toMatchObject({ judged: 0 });
  await submit(opened.readingId);
  expect(await scored()).toEqual({
    judged: 1,
    leftOut: 0,
    at: [
      { k: 1, hit: 0, recall: 0 },
      { k: 4, hit: 1, recall: 1 },
    ],
  });
});
