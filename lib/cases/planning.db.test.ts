import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import { submitReading } from "@/lib/reading/mutations/submit-reading";
import { completeChanges, requestOf } from "@/lib/reading/testing/change";
import {
  type SeededCase,
  type SeededProject,
  seedActor,
  seedCase,
  seedProject,
} from "@/lib/reading/testing/seed-case";
import { changePlan, putOffCases } from "./actions";
import { placeOf } from "./data/worklist";
import { worklistPageOf } from "./data/worklist-page";

const asking: { actor: Actor | null } = { actor: null };
vi.mock("@/lib/auth/data/actor", async (original) => ({
  ...(await original<typeof import("@/lib/auth/data/actor")>()),
  actorOf: async () => asking.actor,
}));

const database = testDatabase();
const everything = { project: null, search: "", modalities: [], bodyParts: [], states: [], after: null };
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

let round = 0;
let project: SeededProject;
let one: Actor;
let two: Actor;
let admin: Actor;
let stranger: Actor;
beforeEach(async () => {
  project = await seedProject(database.client, `planning-${++round}`);
  one = await seedActor(database.client, "one", [{ project, role: "reader" }]);
  two = await seedActor(database.client, "two", [{ project, role: "reader" }]);
  admin = await seedActor(database.client, "admin", [{ project, role: "admin" }]);
  stranger = await seedActor(database.client, "stranger", []);
});
const titles = async (actor: Actor, change: object = {}) =>
  (await worklistPageOf(actor, { ...everything, ...change })).rows.map(({ title }) => title);
const titled = (title: string, change: object = {}) =>
  seedCase(database.client, project, { title, ...change });
async function submit(actor: Actor, seeded: SeededCase) {
  const opened = await openReading(actor, seeded.id);
  if (!opened.ok) throw new Error(opened.reason);
  await saveChanges(actor, opened.readingId, requestOf(...completeChanges(seeded)));
  return submitReading(actor, opened.readingId, 1);
}

describe("deferring", () => {
  it("puts a case at the end of one's own list until its time, and back", async () => {
    const [first, second] = [await titled("first"), await titled("second")];
    asking.actor = one;
    expect(await putOffCases({ caseIds: [first.id], until: soon() })).toEqual({ ok: true, count: 1 });
    const page = await worklistPageOf(one, everything);
    expect(page.rows).toMatchObject([
      { title: "second", deferredUntil: null },
      { title: "first", deferredUntil: expect.any(String), state: "new" },
    ]);
    expect(page.counts.open).toBe(2);
    expect(await titles(two)).toEqual(["first", "second"]);
    const view = { actor: one, projectId: project.id, role: "reader" } as const;
    expect(await placeOf(view, second.id)).toMatchObject({ index: 1, next: first.id });
    await database.client.deferral.updateMany({ data: { until: new Date(Date.now() - 1000) } });
    expect(await titles(one)).toEqual(["first", "second"]);
    await putOffCases({ caseIds: [first.id], until: soon() });
    await putOffCases({ caseIds: [first.id], until: null });
    expect(await titles(one)).toEqual(["first", "second"]);
    expect(await database.client.deferral.count({ where: { userId: one.id } })).toBe(0);
  });

  it("keeps pages whole: what was put off comes once, on the last page", async () => {
    const cases = [];
    for (let index = 0; index < 55; index++) cases.push(await titled(`case ${index}`));
    asking.actor = one;
    await putOffCases({ caseIds: cases.slice(0, 3).map(({ id }) => id), until: soon() });
    const first = await worklistPageOf(one, everything);
    const second = await worklistPageOf(one, { ...everything, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null]);
    expect(second.rows.slice(2).map(({ title }) => title)).toEqual(["case 0", "case 1", "case 2"]);
  });

  it("takes nothing that is not one's own to see, and no longer than until tomorrow", async () => {
    const seeded = await titled("first");
    asking.actor = stranger;
    expect(await putOffCases({ caseIds: [seeded.id], until: soon() })).toEqual({ ok: true, count: 0 });
    asking.actor = null;
    expect(await putOffCases({ caseIds: [seeded.id], until: soon() })).toMatchObject({
      reason: "signed-out",
    });
    asking.actor = one;
    const later = new Date(Date.now() + 48 * 3_600_000).toISOString();
    expect(await putOffCases({ caseIds: [seeded.id], until: later })).toMatchObject({ path: "until" });
    expect(await database.client.deferral.count({ where: { caseId: seeded.id } })).toBe(0);
  });
});

describe("planning", () => {
  const plan = (change: object) =>
    changePlan({ projectSlug: project.slug, plan: { caseIds: [], ...change } });

  it("is for admins of the project", async () => {
    const seeded = await titled("first");
    for (const [actor, reason] of [
      [null, "signed-out"],
      [one, "not-found"],
      [stranger, "not-found"],
    ] as const) {
      asking.actor = actor;
      expect(await plan({ caseIds: [seeded.id], priority: 2 })).toEqual({ ok: false, reason });
    }
    const elsewhere = await seedProject(database.client, `elsewhere-${round}`);
    const foreign = await seedCase(database.client, elsewhere, { title: "foreign" });
    asking.actor = admin;
    expect(await plan({ caseIds: [foreign.id], priority: 2 })).toEqual({ ok: true, changed: 0, refused: [] });
  });

  it("sets priority and due date, each with its event, and shows both", async () => {
    const [first, second] = [await titled("first"), await titled("second")];
    const dueAt = soon();
    asking.actor = admin;
    expect(await plan({ caseIds: [second.id], priority: 2, dueAt })).toEqual({
      ok: true,
      changed: 1,
      refused: [],
    });
    const page = await worklistPageOf(one, everything);
    expect(page.rows).toMatchObject([
      { title: "second", priority: 2, dueAt, readers: null },
      { title: "first", priority: 0, dueAt: null },
    ]);
    expect(page.day).toEqual({ submitted: [], due: [{ at: dueAt, count: 1 }] });
    await plan({ caseIds: [second.id, first.id], dueAt: null });
    expect((await worklistPageOf(one, everything)).day.due).toEqual([]);
    expect(
      await database.client.auditEvent.findMany({ where: { subjectId: second.id }, orderBy: { id: "asc" } }),
    ).toMatchObject([
      { action: "case.plan", actorId: admin.id, detail: { priority: 2, dueAt } },
      { action: "case.plan", detail: { dueAt: null } },
    ]);
  });

  it("opens a read case to another reader, and never wants fewer than have taken it", async () => {
    const seeded = await titled("first", { readersWanted: 1 });
    expect(await submit(one, seeded)).toMatchObject({ ok: true });
    expect((await worklistPageOf(one, everything)).day.submitted).toHaveLength(1);
    expect(await titles(two)).toEqual([]);
    asking.actor = admin;
    expect(await titles(admin)).toEqual([]);
    expect((await worklistPageOf(admin, { ...everything, all: true })).rows).toMatchObject([
      { title: "first", state: "submitted", readers: { wanted: 1, submitted: 1 } },
    ]);
    expect(await plan({ caseIds: [seeded.id], readersWanted: 2 })).toMatchObject({ changed: 1 });
    expect(await titles(two)).toEqual(["first"]);
    await openReading(two, seeded.id);
    expect(await plan({ caseIds: [seeded.id], readersWanted: 1 })).toEqual({
      ok: true,
      changed: 0,
      refused: ["RR-00001 is taken by 2 readers already: fewer than 2 cannot be wanted."],
    });
    const state = async () =>
      (await database.client.caseRecord.findUniqueOrThrow({ where: { id: seeded.id } })).state;
    expect(await state()).toBe("reading");
    await submit(two, seeded);
    expect(await state()).toBe("read");
    await database.client.caseRecord.update({ where: { id: seeded.id }, data: { state: "final" } });
    expect(await plan({ caseIds: [seeded.id], readersWanted: 3 })).toMatchObject({
      refused: ["RR-00001 is settled: its readers stay."],
    });
  });

  it("shows the list of all cases to nobody else", async () => {
    const seeded = await titled("first", { readersWanted: 1 });
    await submit(one, seeded);
    expect(await titles(two, { all: true })).toEqual([]);
  });
});
