import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { storeDocuments } from "../mutations/store-documents";
import { testDocument } from "../testing/document";
import { findDocuments } from "./find-documents";
import { indexProgress } from "./lexical-store";

const db = testDatabase();
const before = process.env.DATA_DIR;
const folder = mkdtempSync(join(tmpdir(), "lexical-store-"));
process.env.DATA_DIR = folder;
afterAll(() => {
  process.env.DATA_DIR = before;
  rmSync(folder, { recursive: true, force: true });
});

/** Enough to be kept in the data folder. Document 7 says "word7 common". */
const documents = 6000;
const projectId = uuidv7();
const kept = join(folder, "cache", "retrieval", `${projectId}.index`);

beforeAll(async () => {
  await db.client.project.create({ data: { id: projectId, slug: "large", name: "Large" } });
  await db.client.retrievalStore.create({ data: { projectId, revision: 1 } });
  await db.client.$executeRaw`
    INSERT INTO "Document" ("id", "projectId", "kind", "externalId", "title", "source", "text", "contentHash", "chunkedBy")
    SELECT gen_random_uuid(), ${projectId}::uuid, 'guideline', 'd' || n, 'title' || n, 'S', '', '', 1
    FROM generate_series(1, ${documents}) n`;
  await db.client.$executeRaw`
    INSERT INTO "DocumentChunk" ("id", "documentId", "projectId", "position", "title", "heading", "text", "addedIn")
    SELECT gen_random_uuid(), "id", "projectId", 0, "title", '', 'word' || substr("externalId", 2) || ' common', 1
    FROM "Document" WHERE "projectId" = ${projectId}::uuid`;
});

/** As another process would start: nothing in memory. */
const restart = () => Reflect.deleteProperty(globalThis, "readingRoomIndexes");
beforeEach(() => {
  restart();
});

const find = async (words: string) => {
  const query = { projectId, words, subject: null, kind: null, sendable: false, vector: null, limit: 3 };
  return (await findDocuments(query)).map(({ title }) => title);
};
const rewrite = (title: string, text: string) =>
  db.client.documentChunk.updateMany({ where: { projectId, title }, data: { text } });

test("whoever cannot wait is told how far the reading is; it goes on, and then a search answers", async () => {
  expect(await indexProgress(projectId, 0)).toEqual({ read: expect.any(Number), of: expect.any(Number) });
  expect(await find("word77")).toEqual(["title77"]);
  expect(await indexProgress(projectId, 60_000)).toBeNull();
  expect(await find("nothing")).toEqual([]);
});

test("what was read is kept in the data folder, for the owner alone, and read from there after a restart", async () => {
  expect(await find("word4321 common")).toEqual(["title4321", ...(await find("common")).slice(0, 2)]);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "cache", "retrieval"))).toEqual([`${projectId}.index`]);
  // A chunk never changes; one that is changed by force shows whether its words were read again.
  const [first] = await db.client.documentChunk.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
    skip: 1,
    take: 1,
  });
  const title = first?.title ?? "";
  const word = title.replace("title", "word");
  await rewrite(title, "forced common");
  restart();
  expect(await find("forced")).toEqual([]);
  expect(await find(word)).toEqual([title]);
  writeFileSync(kept, "spoilt");
  restart();
  expect(await find("forced")).toEqual([title]);
  await rewrite(title, `${word} common`);
  truncateSync(kept, statSync(kept).size - 10);
  restart();
  expect(await find("forced")).toEqual([]);
  expect(await find(word)).toEqual([title]);
});

test("what came and went since it was kept is found as it is now", async () => {
  expect(await find("word5")).toEqual(["title5"]);
  await storeDocuments(projectId, [
    testDocument("d5", "Renal cyst."),
    testDocument("new", "Word5 of another."),
  ]);
  restart();
  expect(await find("renal")).toEqual(["d5"]);
  expect(await find("word5")).toEqual(["new"]);
});

test("an index of a database that is no longer this one is not used", async () => {
  expect(await find("word9")).toEqual(["title9"]);
  const gone = await db.client.documentChunk.findFirstOrThrow({ where: { projectId, title: "title9" } });
  await db.client.documentChunk.delete({ where: { id: gone.id } });
  await rewrite("title10", "restored");
  restart();
  expect(await find("word9")).toEqual([]);
  expect(await find("restored")).toEqual(["title10"]);
});
