import { describe, expect, it } from "vitest";
import { readablePreview } from "@/lib/cases/data/pixels";
import { testDatabase } from "@/lib/db/testing/test-database";
import { standingColumns, standingReason } from "@/lib/releasing/data/case-standing";
import { workspaceOf } from "./data/workspace-of";
import { openReading } from "./mutations/open-reading";

import { reopenReading } from "./mutations/reopen-reading";
import { reportCase } from "./mutations/report-case";
import { saveChanges } from "./mutations/save-changes";
import { markHeldUnusable, releaseHold } from "./mutations/settle-hold";
import { submitReading } from "./mutations/submit-reading";
import { emptyItems } from "./rules";
import { acceptDraft, completeChanges, putRegion, requestOf } from "./testing/change";
import { seedActor, seedCase, seedProject } from "./testing/seed-case";

const database = testDatabase();

async function scene(slug: string, readersWanted = 2) {
  const project = await seedProject(database.client, slug);
  const [one, two, three, admin] = await Promise.all([
    seedActor(database.client, "one", [{ project, role: "reader" }]),
    seedActor(database.client, "two", [{ project, role: "reader" }]),
    seedActor(database.client, "three", [{ project, role: "reader" }]),
    seedActor(database.client, "admin", [{ project, role: "admin" }]),
  ]);
  const seeded = await seedCase(database.client, project, { readersWanted });
  const open = async (actor: typeof one) => {
    const opened = await openReading(actor, seeded.id);
    if (!opened.ok) throw new Error(opened.reason);
    return opened.readingId;
  };
  const finish = async (actor: typeof one) => {
    const id = await open(actor);
    await saveChanges(actor, id, requestOf(...completeChanges(seeded)));
    return submitReading(actor, id, 1);
  };
  const record = () => database.client.caseRecord.findUniqueOrThrow({ where: { id: seeded.id } });
  return { project, one, two, three, admin, seeded, open, finish, record };
}

describe("claiming", () => {
  it("never gives a case to more readers than wanted, with 50 at once", async () => {
    const project = await seedProject(database.client, "claims");
    const readers = await Promise.all(
      Array.from({ length: 50 }, () => seedActor(database.client, "r", [{ project, role: "reader" }])),
    );
    const cases = await Promise.all(
      [1, 2, 3].map((wanted) => seedCase(database.client, project, { readersWanted: wanted })),
    );
    const outcomes = await Promise.all(
      readers.flatMap((reader) => cases.map((one) => openReading(reader, one.id))),
    );
    for (const [index, one] of cases.entries()) {
      const rows = await database.client.reading.findMany({ where: { caseId: one.id } });
      expect(rows).toHaveLength(index + 1);
      expect(await database.client.caseRecord.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
        readersClaimed: index + 1,
        state: "reading",
      });
    }
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(6);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "full")).toHaveLength(144);
  });

  it("counts one reader in many tabs once", async () => {
    const { one, seeded, record } = await scene("tabs", 3);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => openReading(one, seeded.id)));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.readingId)).size).toBe(1);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect((await record()).readersClaimed).toBe(1);
    const events = await database.client.auditEvent.count({
      where: { action: "reading.open", actorId: one.id },
    });
    expect(events).toBe(1);
  });
});

describe("submitting", () => {
  it("names what is missing, freezes what is complete, and moves the case with the last reader", async () => {
    const { one, two, seeded, open, finish, record } = await scene("submit");
    const id = await open(one);
    const { drafts } = seeded;
    await saveChanges(one, id, requestOf(acceptDraft(drafts.caption)));
    expect(await submitReading(one, id, 1)).toEqual({
      ok: false,
      reason: "missing",
      missing: [
        { kind: "caption", draftId: drafts.caption.id, what: "rating" },
        { kind: "findings", draftId: drafts.findings.id, what: "decision" },
        { kind: "discussion", draftId: drafts.discussion.id, what: "decision" },
        { kind: "qa", draftId: drafts.qa.id, what: "decision" },
      ],
    });
    const rest = completeChanges(seeded).filter(
      (change) => !(change.part === "decision" && change.id === drafts.caption.id),
    );
    await saveChanges(one, id, requestOf(...rest));
    expect(await submitReading(one, id, 1)).toEqual({ ok: false, reason: "revision", revision: 2 });
    const [first, again] = await Promise.all([submitReading(one, id, 2), submitReading(one, id, 2)]);
    expect(first).toMatchObject({ ok: true, undoSeconds: 10 });
    expect(again).toEqual(first);
    expect(await record()).toMatchObject({ state: "reading", readersSubmitted: 1 });
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toEqual({
      ok: false,
      reason: "submitted",
    });
    expect(await finish(two)).toMatchObject({ ok: true });
    expect(await record()).toMatchObject({ state: "read", readersSubmitted: 2 });
    const hashes = await database.client.reading.findMany({ where: { caseId: seeded.id } });
    expect(new Set(hashes.map((reading) => reading.submittedHash)).size).toBe(1);
    expect(
      await database.client.auditEvent.count({ where: { action: "reading.submit", subjectId: id } }),
    ).toBe(1);
  });

  it("can be taken back for its seconds by the database's clock, not longer", async () => {
    const { one, seeded, open, finish, record } = await scene("reopen", 1);
    await finish(one);
    const id = await open(one);
    expect((await record()).state).toBe("read");
    expect(await reopenReading(one, id)).toEqual({ ok: true, revision: 1 });
    expect(await record()).toMatchObject({ state: "reading", readersSubmitted: 0 });
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toMatchObject({ ok: true });
    expect(await submitReading(one, id, 2)).toMatchObject({ ok: true });
    await database.client.$executeRaw`UPDATE "Reading" SET "submittedAt" = now() - interval '16 seconds'`;
    expect(await reopenReading(one, id)).toEqual({ ok: false, reason: "too-late" });
  });
});

describe("reports", () => {
  it("close a reader's own reading as unusable, and the case when all say so", async () => {
    const { one, two, seeded, open, record } = await scene("unusable");
    const report = { kind: "unusable", reason: "Only noise" } as const;
    expect(await reportCase(one, seeded.id, report)).toEqual({ ok: false, reason: "no-open-reading" });
    const id = await open(one);
    expect(await reportCase(one, seeded.id, report)).toMatchObject({ ok: true });
    expect(await submitReading(one, id, 0)).toEqual({ ok: false, reason: "unusable" });
    expect(await record()).toMatchObject({ state: "reading", readersSubmitted: 1 });
    await open(two);
    await reportCase(two, seeded.id, report);
    expect((await record()).state).toBe("unusable");
    expect(await reopenReading(one, id)).toMatchObject({ ok: true });
    expect((await record()).state).toBe("reading");
    expect(await database.client.caseReport.count({ where: { resolvedAt: null } })).toBe(1);
  });

  it("hold a case from everybody at once when its patient can be seen, until an admin lets it go", async () => {
    const { one, two, three, admin, seeded, open, finish, record } = await scene("identity");
    const id = await open(one);
    await finish(two);
    expect(
      await reportCase(one, seeded.id, { kind: "identity", reason: "Name in the corner" }),
    ).toMatchObject({
      ok: true,
    });
    expect((await record()).state).toBe("held");
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toEqual({ ok: false, reason: "held" });
    expect(await submitReading(one, id, 0)).toEqual({ ok: false, reason: "held" });
    expect(await openReading(three, seeded.id)).toEqual({ ok: false, reason: "held" });
    expect(await releaseHold(one, seeded.id, "fine")).toEqual({ ok: false, reason: "not-found" });
    expect(await releaseHold(admin, seeded.id, "fine")).toEqual({ ok: true, state: "reading" });
    expect(await releaseHold(admin, seeded.id, "fine")).toEqual({ ok: false, reason: "not-held" });
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toMatchObject({ ok: true });
    const events = await database.client.auditEvent.findMany({ where: { subjectId: seeded.id } });
    expect(JSON.stringify(events.map((event) => event.detail))).not.toContain("corner");
    expect(await database.client.caseReport.findMany({ where: { caseId: seeded.id } })).toMatchObject([
      { reason: "Name in the corner", resolvedById: admin.id, resolution: "fine" },
    ]);
  });

  it("leave a held case withheld when an admin calls it unusable, and that can be taken back", async () => {
    const { one, admin, seeded, open, record } = await scene("held-unusable");
    const id = await open(one);
    expect(await markHeldUnusable(admin, seeded.id, "x")).toEqual({ ok: false, reason: "not-held" });
    await reportCase(one, seeded.id, { kind: "identity", reason: "Name in the corner" });
    expect(await markHeldUnusable(one, seeded.id, "x")).toEqual({ ok: false, reason: "not-found" });
    expect(await markHeldUnusable(admin, seeded.id, "In every slice")).toEqual({
      ok: true,
      state: "unusable",
    });
    expect(await record()).toMatchObject({ state: "unusable", holdReason: "Name in the corner" });
    expect(await openReading(one, seeded.id)).toEqual({ ok: false, reason: "held" });
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toEqual({ ok: false, reason: "held" });
    expect(await readablePreview(one, seeded.instanceId, "poster")).toEqual({ ok: false, reason: "held" });
    expect(await readablePreview(admin, seeded.instanceId, "poster")).toMatchObject({ ok: true });
    const exported = await database.client.caseRecord.findUniqueOrThrow({
      where: { id: seeded.id },
      select: standingColumns,
    });
    expect(standingReason(exported)).toBe("unusable");
    expect(await releaseHold(admin, seeded.id, "Was wrong")).toEqual({ ok: true, state: "reading" });
    expect(await saveChanges(one, id, requestOf(putRegion(seeded)))).toMatchObject({ ok: true });
    expect(await database.client.caseReport.count({ where: { caseId: seeded.id, resolvedAt: null } })).toBe(
      0,
    );
  });
});

describe("blindness", () => {
  it("shows a reader nothing that another reader made", async () => {
    const { one, two, seeded, open } = await scene("blind");
    const id = await open(one);
    await saveChanges(
      one,
      id,
      requestOf(putRegion(seeded, undefined, 0, { label: "SECRET-OF-ONE" }), ...completeChanges(seeded)),
    );
    await submitReading(one, id, 1);
    const loaded = await workspaceOf(two, seeded.id);
    if (!loaded.ok) throw new Error(loaded.reason);
    expect(loaded.workspace.reading.items).toEqual(emptyItems);
    expect(loaded.workspace.reading.undo).toEqual([]);
    expect(JSON.stringify(loaded)).not.toMatch(new RegExp(`SECRET-OF-ONE|${one.id}|${id}`));
    expect(await saveChanges(two, id, requestOf(putRegion(seeded)))).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await submitReading(two, id, 1)).toEqual({ ok: false, reason: "not-found" });
    expect(await reopenReading(two, id)).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("the workspace", () => {
  it("has the case's pictures, texts and place, and no superseded draft", async () => {
    const { one, seeded } = await scene("workspace");
    const { caption, findings } = seeded.drafts;
    await database.client.draft.update({ where: { id: findings.id }, data: { supersededById: caption.id } });
    const loaded = await workspaceOf(one, seeded.id);
    if (!loaded.ok) throw new Error(loaded.reason);
    const { workspace } = loaded;
    expect(workspace.case).toMatchObject({ label: "RR-00001", title: "Canary case", state: "reading" });
    expect(workspace.stacks).toMatchObject([
      { label: "CT axial", frames: [{ frame: 1 }, { frame: 2, position: 1 }] },
    ]);
    expect(workspace.images).toMatchObject([
      { id: seeded.imageId, figure: "1a", stackId: workspace.stacks[0]?.id },
    ]);
    expect(workspace.instances[seeded.instanceId]?.rows).toBe(48);
    expect(workspace.drafts.map((draft) => draft.kind)).toEqual(["caption", "discussion", "qa"]);
    expect(workspace.passages).toMatchObject([{ kind: "history", text: "Canary history" }]);
    expect(workspace.settings).toEqual({
      ratedKinds: ["caption", "findings", "discussion"],
      sliceLimit: 20,
      labels: [],
    });
    expect(workspace.place).toEqual({ index: 1, total: 1, previous: null, next: null });
  });
});
