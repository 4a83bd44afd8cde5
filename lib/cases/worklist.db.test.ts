import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { reportCase } from "@/lib/reading/mutations/report-case";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import { markHeldUnusable } from "@/lib/reading/mutations/settle-hold";
import { submitReading } from "@/lib/reading/mutations/submit-reading";
import { completeChanges, putRegion, requestOf } from "@/lib/reading/testing/change";
import { seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { casePreviewOf, worklistPageOf } from "./data/worklist-page";

const database = testDatabase();
const everything = { project: null, search: "", modalities: [], bodyParts: [], states: [], after: null };

async function scene(slug: string) {
  const project = await seedProject(database.client, slug);
  const [one, two, admin, stranger] = await Promise.all([
    seedActor(database.client, "one", [{ project, role: "reader" }]),
    seedActor(database.client, "two", [{ project, role: "reader" }]),
    seedActor(database.client, "admin", [{ project, role: "admin" }]),
    seedActor(database.client, "stranger", []),
  ]);
  const states = async (actor: Actor) =>
    Object.fromEntries((await worklistPageOf(actor, everything)).rows.map((row) => [row.title, row.state]));
  return { project, one, two, admin, stranger, states };
}

describe("the worklist", () => {
  it("shows a person their own state, free cases, and nothing of others", async () => {
    const { project, one, two, admin, stranger, states } = await scene("own");
    const titled = (title: string, readersWanted = 1) =>
      seedCase(database.client, project, { title, readersWanted });
    const [free, begun, done, held] = [
      await titled("free"),
      await titled("begun"),
      await titled("done"),
      await titled("held", 2),
    ];
    await seedCase(database.client, project, { title: "not ready", state: "imported" });
    const open = async (actor: Actor, id: string) => {
      const opened = await openReading(actor, id);
      return opened.ok ? opened.readingId : "";
    };
    await saveChanges(one, await open(one, begun.id), requestOf(putRegion(begun)));
    const doneId = await open(one, done.id);
    await saveChanges(one, doneId, requestOf(...completeChanges(done)));
    await submitReading(one, doneId, 1);
    await open(one, held.id);
    await reportCase(one, held.id, { kind: "identity", reason: "name" });
    expect(await states(one)).toEqual({ free: "new", begun: "in-progress", done: "submitted", "": "held" });
    expect(await states(two)).toEqual({ free: "new" });
    expect(await states(admin)).toEqual({ free: "new", held: "held" });
    const page = await worklistPageOf(one, everything);
    expect(page.counts).toMatchObject({ open: 2, submitted: 1, held: 1, modalities: { CT: 4 } });
    expect(page.rows.find((row) => row.id === done.id)).toMatchObject({ decided: 4, total: 4 });
    expect(page.rows.find((row) => row.id === held.id)).toMatchObject({ thumbnailUrl: null });
    expect(page.rows.find((row) => row.id === free.id)?.thumbnailUrl).toBe(
      `/api/instances/${free.instanceId}/thumbnail`,
    );
    expect(await worklistPageOf(stranger, { ...everything, project: "own" })).toMatchObject({
      project: null,
      rows: [],
    });
  });

  it("filters, searches by words and by number, and takes wildcards as letters", async () => {
    const { project, one } = await scene("filters");
    await seedCase(database.client, project, { title: "Knee 100%", modalities: ["MR"] });
    await seedCase(database.client, project, { title: "Chest" });
    const titles = async (change: object) =>
      (await worklistPageOf(one, { ...everything, ...change })).rows.map((row) => row.title);
    expect(await titles({ modalities: ["MR", "US"] })).toEqual(["Knee 100%"]);
    expect(await titles({ search: "chest" })).toEqual(["Chest"]);
    expect(await titles({ search: "RR-00002" })).toEqual(["Chest"]);
    expect(await titles({ search: "%" })).toEqual(["Knee 100%"]);
    expect(await titles({ states: ["submitted"] })).toEqual([]);
    expect(await titles({ bodyParts: ["HEAD"] })).toEqual([]);
  });

  it("pages by key without gaps or repeats while cases come and go", async () => {
    const { project, one, two } = await scene("pages");
    const cases = [];
    for (let index = 0; index < 60; index++)
      cases.push(await seedCase(database.client, project, { priority: index % 3, readersWanted: 1 }));
    const first = await worklistPageOf(one, everything);
    expect(first.rows).toHaveLength(50);
    await openReading(two, cases[2]?.id ?? "");
    const second = await worklistPageOf(one, { ...everything, after: first.next });
    expect(second.next).toBeNull();
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect((await worklistPageOf(one, everything)).counts.open).toBe(59);
  });
});

describe("the preview", () => {
  it("has texts, thumbnails and the person's own progress, and nothing of a withheld case", async () => {
    const { project, one, two, admin, stranger } = await scene("preview");
    const seeded = await seedCase(database.client, project);
    const opened = await openReading(one, seeded.id);
    if (!opened.ok) throw new Error(opened.reason);
    await saveChanges(one, opened.readingId, requestOf(putRegion(seeded), ...completeChanges(seeded)));
    expect(await casePreviewOf(one, seeded.id)).toMatchObject({
      history: "Canary history",
      counts: { caption: [1, 1], findings: [1, 1], discussion: [1, 1], qa: [1, 1] },
      regions: 1,
      source: "Invented",
    });
    expect(await casePreviewOf(two, seeded.id)).toMatchObject({
      counts: { qa: [0, 1] },
      regions: 0,
      lastSaved: null,
    });
    expect(await casePreviewOf(stranger, seeded.id)).toBeNull();
    expect(await casePreviewOf(one, "not-an-id")).toBeNull();
    await reportCase(one, seeded.id, { kind: "identity", reason: "name" });
    const withheld = await casePreviewOf(one, seeded.id);
    expect(withheld).toMatchObject({ history: null, thumbnails: [], row: { state: "held" } });
    expect(withheld?.hold).toBeNull();
    expect(JSON.stringify(withheld)).not.toContain("Canary");
    const judged = await casePreviewOf(admin, seeded.id);
    expect(judged).toMatchObject({
      history: "Canary history",
      hold: {
        reason: "name",
        reports: [{ reporter: "one", reason: "name", at: expect.any(String) }],
        pictures: [{ posterUrl: `/api/instances/${seeded.instanceId}/poster`, reason: null }],
        pictureCount: 1,
      },
    });
    await markHeldUnusable(admin, seeded.id, "in all of them");
    expect(await casePreviewOf(one, seeded.id)).toMatchObject({
      history: null,
      hold: null,
      row: { state: "unusable", title: "", thumbnailUrl: null },
    });
  });
});
