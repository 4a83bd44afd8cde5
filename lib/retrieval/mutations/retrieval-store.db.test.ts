import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { neededKeys } from "@/lib/cases/data/stored-keys";
import { importFolder, wholeCase, writeBundle } from "@/lib/cases/mutations/testing/import-folder";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writeSlice } from "@/lib/importing/testing/make-slice";
import { documentPicture } from "../data/document-picture";
import { type DocumentQuery, findDocuments } from "../data/find-documents";
import { chunkRule } from "../rules/chunk-text";
import type { Embedder, EmbedInput } from "../types";
import { embedDocuments } from "./embed-documents";
import { holdOut } from "./hold-out";
import { importCaseDocuments } from "./import-case-documents";
import { importGuidelines } from "./import-guidelines";
import { refreshStore } from "./refresh-store";

const db = testDatabase();
const folder = importFolder();
const named = (name: string) => [{ name, path: join(folder.path, name) }];
const guidelines = (name = "g") => importGuidelines(named(name), { projectSlug: folder.slug, actorId: null });
const caseDocuments = (name: string, heldOut = false) =>
  importCaseDocuments(named(name), { projectSlug: folder.slug, actorId: null, source: {}, heldOut });
const page = (name: string, content: string) => {
  mkdirSync(dirname(join(folder.path, name)), { recursive: true });
  writeFileSync(join(folder.path, name), content);
};
const project = () => db.client.project.findUniqueOrThrow({ where: { slug: folder.slug } });
async function find(words: string, more: Partial<DocumentQuery> = {}) {
  const { id: projectId } = await project();
  await refreshStore(projectId);
  const query = { projectId, words, subject: null, kind: null, sendable: false, vector: null, limit: 10 };
  return findDocuments({ ...query, ...more });
}
const titles = async (words: string, more: Partial<DocumentQuery> = {}) =>
  (await find(words, more)).map(({ title }) => title);

describe("a folder of guidelines", () => {
  it("is stored page by page with a licence each; what is wrong is named and the others are stored", async () => {
    page(
      "g/liver.md",
      "---\nlicense: CC-BY-4.0\ntitle: Liver lesions\n---\n# Cysts\nA cyst of the liver has no wall.",
    );
    page("g/kidney.txt", "A renal cyst is round.");
    page("g/kidney.txt.license", "SPDX-License-Identifier: CC0-1.0");
    page("g/adnexa/LICENSE", "Open Licence\n\nYou may ...");
    page("g/adnexa/ovary.markdown", "# Ovary\nFollicles around a mass.");
    page("g/none.md", "# None\nWords.");
    page("g/list.jsonl", '{"id":"j","title":"Joint","source":"S","text":"Effusion."}\n{\n');
    page("g/picture.png", "no guideline");
    writeFileSync(join(folder.path, "g/bad.md"), Buffer.from([0x23, 0xff, 0xfe]));
    expect(await guidelines()).toEqual({
      documents: 4,
      changed: 0,
      unchanged: 0,
      refused: [
        { file: "g/bad.md", reason: "is not UTF-8 text" },
        { file: "g/list.jsonl", reason: "line 2 is not JSON" },
        { file: "g/none.md", reason: expect.stringMatching(/^names no licence: /) },
      ],
    });
    expect(await guidelines()).toMatchObject({ documents: 0, changed: 0, unchanged: 4 });
    const rows = await db.client.document.findMany({
      where: { project: { slug: folder.slug } },
      orderBy: { externalId: "asc" },
      select: { externalId: true, title: true, source: true, licence: true },
    });
    expect(rows).toEqual([
      { externalId: "adnexa/ovary.markdown", title: "Ovary", source: "g", licence: "Open Licence" },
      { externalId: "j", title: "Joint", source: "S", licence: null },
      { externalId: "kidney.txt", title: "kidney", source: "g", licence: "CC0-1.0" },
      { externalId: "liver.md", title: "Liver lesions", source: "g", licence: "CC-BY-4.0" },
    ]);
    expect(await find("renal cysts")).toMatchObject([
      { title: "kidney", heading: "", text: "A renal cyst is round.", matched: ["renal", "cysts"] },
      { title: "Liver lesions", heading: "Cysts", lexical: { rank: 2 } },
    ]);
  });

  it("that changed is found by its new words; the old chunk stays in the database, retired", async () => {
    page("g/a.md", "---\nlicence: X\n---\nThe spleen is enlarged.");
    await guidelines();
    const [before] = await find("spleen");
    page("g/a.md", "---\nlicence: X\n---\nThe pancreas is enlarged.");
    expect(await guidelines()).toMatchObject({ documents: 0, changed: 1 });
    expect(await titles("spleen")).toEqual([]);
    expect(await titles("pancreas")).toEqual(["a"]);
    const old = await db.client.documentChunk.findUniqueOrThrow({ where: { id: before?.chunkId ?? "" } });
    expect(old).toMatchObject({ text: "The spleen is enlarged.", retiredIn: 2 });
  });

  it("that is empty or not there is said", async () => {
    mkdirSync(join(folder.path, "empty"));
    expect((await guidelines("empty")).refused).toEqual([
      { file: "empty", reason: "holds no Markdown, text or JSON Lines file" },
    ]);
    expect((await guidelines("gone")).refused).toEqual([{ file: "gone", reason: "the file cannot be read" }]);
  });

  it("stored before there were chunks is cut when it is first asked for", async () => {
    page("g/a.md", "---\nlicence: X\n---\nThe spleen.");
    await guidelines();
    const { id: projectId } = await project();
    await db.client.documentChunk.deleteMany({ where: { projectId } });
    await db.client.document.updateMany({ where: { projectId }, data: { chunkedBy: 0 } });
    expect(await titles("spleen")).toEqual(["a"]);
    expect(await db.client.document.findFirst({ where: { projectId } })).toMatchObject({
      chunkedBy: chunkRule,
    });
  });
});

it("what is held out is never found, also not after it was imported again", async () => {
  page("g/a.md", "---\nlicence: X\n---\nThe spleen.");
  page("g/b.md", "---\nlicence: X\n---\nThe spleen too.");
  await guidelines();
  const [first] = await find("spleen");
  const { id } = await project();
  expect(await holdOut(id, [first?.documentId ?? "", uuidv7()], true, null)).toBe(1);
  expect(await titles("spleen")).toEqual(["b"]);
  page("g/a.md", "---\nlicence: X\n---\nThe spleen once more.");
  await guidelines();
  expect(await titles("spleen")).toEqual(["b"]);
  await holdOut(id, [first?.documentId ?? ""], false, null);
  expect((await titles("spleen")).sort()).toEqual(["a", "b"]);
});

describe("cases as documents", () => {
  it("come from bundles: no case to read, the same again changes nothing", async () => {
    await writeBundle(join(folder.path, "one"));
    await writeBundle(
      join(folder.path, "two"),
      { ...wholeCase, caseId: "case-2", group: "paper" },
      "1.2.3.2",
    );
    await writeBundle(
      join(folder.path, "three"),
      { ...wholeCase, caseId: "case-3", schemaVersion: 2 },
      "1.2.3.3",
    );
    expect(await caseDocuments("one")).toEqual({ documents: 1, changed: 0, unchanged: 0, refused: [] });
    expect(await caseDocuments("two")).toMatchObject({ documents: 1 });
    expect(await caseDocuments("one")).toMatchObject({ documents: 0, changed: 0, unchanged: 1 });
    expect((await caseDocuments("three")).refused).toMatchObject([
      { file: "three/case.json", reason: expect.stringContaining("schemaVersion") },
    ]);
    expect(await db.client.caseRecord.count({ where: { project: { slug: folder.slug } } })).toBe(0);
    const [found] = await find("abscess", { kind: "case" });
    expect(found).toMatchObject({
      title: "Ring lesion",
      heading: "Discussion",
      text: "An abscess is likely.",
    });
    const rows = await db.client.document.findMany({ where: { project: { slug: folder.slug } } });
    expect(new Set(rows.map(({ groupKey }) => groupKey)).size).toBe(1);
    expect(JSON.stringify(rows)).not.toContain("P-7");
  });

  it("keep one small picture of which the identity was removed; it is shown, embedded, and stays when stores are cleaned", async () => {
    await writeBundle(join(folder.path, "one"));
    await caseDocuments("one");
    const [found] = await find("abscess");
    expect(found).toMatchObject({ picture: true, caseId: null });
    const row = await db.client.document.findUniqueOrThrow({ where: { id: found?.documentId ?? "" } });
    const key = row.pictureKey ?? "";
    expect(await neededKeys("objects", [key])).toEqual(new Set([key]));
    const png = await documentPicture({ documentId: row.id, caseId: null });
    const { format, width, height } = await sharp(png ?? Buffer.of()).metadata();
    expect({ format, square: width === height }).toEqual({ format: "png", square: true });
    const seen: EmbedInput[] = [];
    const embedder: Embedder = {
      name: "toy",
      origin: null,
      local: true,
      pictures: true,
      embed: async (inputs) => {
        seen.push(...inputs);
        return { ok: true, vectors: inputs.map(() => Float32Array.of(1, 0)) };
      },
    };
    await embedDocuments(row.projectId, embedder, { signal: new AbortController().signal, log: () => {} });
    expect(seen.filter((input) => "png" in input).length).toBeGreaterThan(0);
  });

  it("keep no picture where a person would have to look for names in it first", async () => {
    await writeBundle(join(folder.path, "one"));
    writeSlice(join(folder.path, "one/ct/saved.dcm"), {
      uid: "1.2.3.1.9",
      number: 9,
      burnedIn: true,
    });
    await caseDocuments("one");
    expect(await find("lesion")).toMatchObject([{ picture: false }]);
  });

  it("that are held out are stored and never found", async () => {
    await writeBundle(join(folder.path, "one"));
    expect(await caseDocuments("one", true)).toMatchObject({ documents: 1 });
    expect(await titles("abscess")).toEqual([]);
  });

  it("of the project are found once they are finished, and never for themselves or their patient", async () => {
    await writeBundle(join(folder.path, "one"));
    await writeBundle(join(folder.path, "two"), { ...wholeCase, caseId: "case-2" }, "1.2.3.2");
    await caseDocuments("one");
    await folder.run("one", "two");
    const cases = await db.client.caseRecord.findMany({
      where: { project: { slug: folder.slug } },
      include: { source: true },
      orderBy: { externalId: "asc" },
    });
    expect(cases).toHaveLength(2);
    // The bundle's document is joined to its case, which is still to be read.
    expect(await titles("abscess")).toEqual([]);
    const finish = (at: number, state: string) =>
      db.client.caseRecord.update({ where: { id: cases[at]?.id ?? "" }, data: { state } });
    await finish(0, "read");
    expect(await find("abscess")).toMatchObject([{ caseNumber: cases[0]?.number, title: "Ring lesion" }]);
    await finish(1, "final");
    expect(await titles("abscess")).toHaveLength(2);
    await finish(1, "reading");
    expect(await titles("abscess")).toHaveLength(1);
    const subject = {
      caseId: cases[1]?.id ?? "",
      externalId: "other",
      groupKey: cases[1]?.groupKey ?? "",
    };
    expect(await titles("abscess", { subject })).toEqual([]);
    expect(await titles("abscess", { subject: { ...subject, groupKey: "another patient" } })).toHaveLength(1);
    expect(await titles("abscess", { sendable: true })).toEqual([]);
  });

  it("get new text when a passage changes, and none of a split kept for tests is found", async () => {
    await writeBundle(join(folder.path, "one"));
    await folder.run("one");
    await db.client.caseRecord.updateMany({
      where: { project: { slug: folder.slug } },
      data: { state: "read" },
    });
    expect(await titles("toxoplasmosis")).toEqual([]);
    expect(await titles("abscess")).toHaveLength(1);
    const discussion = "Toxoplasmosis is likely.";
    const changed = { ...wholeCase, sections: { ...wholeCase.sections, discussion } };
    await writeBundle(join(folder.path, "one"), changed);
    await folder.run("one");
    expect(await find("toxoplasmosis")).toMatchObject([{ heading: "Discussion", text: discussion }]);
    expect(await titles("abscess")).toEqual([]);
  });

  it("of a split that the source keeps for tests are never found", async () => {
    await writeBundle(join(folder.path, "one"));
    await folder.run("one");
    const data = { state: "read", sourceSplit: "test" };
    await db.client.caseRecord.updateMany({ where: { project: { slug: folder.slug } }, data });
    expect(await titles("abscess")).toEqual([]);
    expect(await db.client.document.count({ where: { heldOut: true, project: { slug: folder.slug } } })).toBe(
      1,
    );
  });
});
