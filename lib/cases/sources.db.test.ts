import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture, writeSlice } from "@/lib/importing/testing/make-slice";
import type { RunSource } from "@/lib/importing/types";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { saveSource } from "./actions";
import { casesWithoutLicence, sourcesNamed, sourcesOf } from "./data/sources";
import { importPaths } from "./mutations/import-paths";
import { setSource } from "./mutations/set-source";
import { importFolder, wholeCase } from "./mutations/testing/import-folder";

const asking: { actor: Actor | null } = { actor: null };
vi.mock("@/lib/auth/data/actor", async (original) => ({
  ...(await original<typeof import("@/lib/auth/data/actor")>()),
  actorOf: async () => asking.actor,
}));

const db = testDatabase();
const folder = importFolder();

const run = (source: RunSource, ...names: string[]) =>
  importPaths(
    names.map((name) => ({ name, path: join(folder.path, name) })),
    { projectSlug: folder.slug, actorId: null, source },
  );
const sources = async () => {
  const { id } = await db.client.project.findUniqueOrThrow({ where: { slug: folder.slug } });
  return (await sourcesOf(id)).map(({ id: _, ...source }) => source);
};
const textOnly = { ...wholeCase, series: [], images: [], qa: [], drafts: [] };
const writeText = (name: string, change: object) =>
  writeFileSync(join(folder.path, name), JSON.stringify({ ...textOnly, ...change }));

describe("what the person who imports says of the source", () => {
  it("goes to bare pictures and DICOM files", async () => {
    await writePicture(join(folder.path, "a.png"), 10);
    writeSlice(join(folder.path, "b.dcm"), { uid: "1.2.1" });
    const said = { name: "Teaching file", site: "North", url: "https://example.org/x", licence: "CC-BY-4.0" };
    expect(await run({ ...said, externalModelAllowed: true }, ".")).toMatchObject({ cases: 2, refused: [] });
    expect(await sources()).toEqual([{ ...said, externalModelAllowed: true, cases: 2 }]);
    expect(await casesWithoutLicence(folder.slug)).toBe(0);
  });

  it("fills what a bundle leaves out and nothing that it says", async () => {
    writeText("case.json", { source: { name: "Silent" } });
    expect(
      await run({ name: "Other", licence: "CC0-1.0", externalModelAllowed: true }, "case.json"),
    ).toMatchObject({ cases: 1, refused: [] });
    writeText("case.json", {
      caseId: "2",
      source: { name: "Speaks", licence: "CC-BY-4.0", externalModelAllowed: false },
    });
    expect(await run({ licence: "CC0-1.0", externalModelAllowed: true }, "case.json")).toMatchObject({
      cases: 1,
      refused: [],
    });
    expect(await sources()).toEqual([
      { name: "Silent", site: "", url: null, licence: "CC0-1.0", externalModelAllowed: true, cases: 1 },
      { name: "Speaks", site: "", url: null, licence: "CC-BY-4.0", externalModelAllowed: false, cases: 1 },
    ]);
  });

  it("never changes a source that is there, not even one without a licence", async () => {
    await writePicture(join(folder.path, "a.png"), 10);
    await folder.run("a.png");
    expect(await casesWithoutLicence(folder.slug)).toBe(1);
    await writePicture(join(folder.path, "b.png"), 20);
    const refused = await run({ licence: "CC0-1.0" }, "b.png");
    expect(refused).toMatchObject({ cases: 0 });
    expect(refused.refused).toEqual([
      {
        file: "b.png",
        reason:
          '--licence is "CC0-1.0", but the source "Pictures" has none; change it with source set, or give the files another --source or --site',
      },
    ]);
    expect(await sources()).toMatchObject([{ name: "Pictures", licence: null, cases: 1 }]);
  });

  it("is not passed over for a late slice of a study from another source", async () => {
    writeSlice(join(folder.path, "1"), { uid: "1.2.1" });
    await folder.run("1");
    writeSlice(join(folder.path, "2"), { uid: "1.2.2", number: 2 });
    const late = await run({ name: "New", licence: "CC0-1.0" }, "2");
    expect(late.refused).toMatchObject([{ file: "2", reason: expect.stringContaining('"DICOM" has none') }]);
    expect(await folder.run("2")).toMatchObject({ cases: 0, instances: 1, refused: [] });
  });
});

describe("the terms of a source", () => {
  const theSource = async () => {
    const [source] = await sourcesNamed(folder.slug, "Pictures", undefined);
    if (!source) throw new Error("no source");
    return { sourceId: source.id, projectId: source.projectId };
  };

  it("are set later, with an event, and then hold for what says nothing", async () => {
    await writePicture(join(folder.path, "a.png"), 10);
    await folder.run("a.png");
    const key = await theSource();
    expect(await setSource(key, { licence: "CC0-1.0" }, null)).toEqual({ ok: true, changed: true });
    expect(await setSource(key, { licence: "CC0-1.0" }, null)).toEqual({ ok: true, changed: false });
    await writePicture(join(folder.path, "b.png"), 20);
    expect(await folder.run("b.png")).toMatchObject({ cases: 1, refused: [] });
    expect(await sources()).toMatchObject([{ licence: "CC0-1.0", cases: 2 }]);
    const events = await db.client.auditEvent.findMany({ where: { subjectId: key.sourceId } });
    expect(events).toMatchObject([
      { action: "source.change", detail: { licence: "CC0-1.0", licenceBefore: null, changed: ["licence"] } },
    ]);
    expect(await setSource({ ...key, projectId: key.sourceId }, { licence: null }, null)).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  describe("saved from the page", () => {
    let admin: Actor;
    let reader: Actor;
    let input: Parameters<typeof saveSource>[0];
    beforeAll(async () => {
      await db.client.project.create({
        data: { id: "01890a5d-ac96-774b-bcce-b302099a8001", slug: "page", name: "Page" },
      });
      const project = {
        id: "01890a5d-ac96-774b-bcce-b302099a8001",
        slug: "page",
        sourceId: "01890a5d-ac96-774b-bcce-b302099a8002",
      };
      await db.client.source.create({ data: { id: project.sourceId, projectId: project.id, name: "A" } });
      admin = await seedActor(db.client, "admin", [{ project, role: "admin" }]);
      reader = await seedActor(db.client, "reader", [{ project, role: "reader" }]);
      input = { projectSlug: "page", sourceId: project.sourceId, terms: { licence: "MIT" } };
    });
    const licence = async () =>
      (await db.client.source.findUniqueOrThrow({ where: { id: input.sourceId } })).licence;

    it("is for admins alone", async () => {
      for (const [actor, reason] of [
        [null, "signed-out"],
        [reader, "not-found"],
      ] as const) {
        asking.actor = actor;
        expect(await saveSource(input)).toEqual({ ok: false, reason });
      }
      expect(await licence()).toBeNull();
      asking.actor = admin;
      expect(await saveSource(input)).toEqual({ ok: true });
      expect(await licence()).toBe("MIT");
    });

    it("names the field that is wrong", async () => {
      asking.actor = admin;
      expect(await saveSource({ ...input, terms: { url: "javascript:alert(1)" } })).toMatchObject({
        reason: "invalid",
        path: "url",
      });
    });
  });
});
