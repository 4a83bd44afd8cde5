import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { itemOf } from "@/lib/core/changes/items";
import { undoChange } from "@/lib/core/changes/undo";
import { testDatabase } from "@/lib/db/testing/test-database";
import { readingOf } from "./data/workspace";
import { openReading } from "./mutations/open-reading";
import { saveChanges } from "./mutations/save-changes";
import type { Change, RegionValue } from "./schema";
import { acceptDraft, putRegion, regionOf, requestOf } from "./testing/change";
import { type SeededCase, type SeededProject, seedActor, seedCase, seedProject } from "./testing/seed-case";
import type { OwnReadingId, ReadingItems } from "./types";

const database = testDatabase();

describe("saving changes", () => {
  let project: SeededProject;
  let reader: Actor;
  let seeded: SeededCase;
  let readingId: OwnReadingId;
  beforeAll(async () => {
    project = await seedProject(database.client, "saving");
    reader = await seedActor(database.client, "reader", [{ project, role: "reader" }]);
  });
  const begin = async () => {
    seeded = await seedCase(database.client, project);
    const opened = await openReading(reader, seeded.id);
    if (!opened.ok) throw new Error(opened.reason);
    readingId = opened.readingId;
  };
  const save = (...changes: readonly Change[]) => saveChanges(reader, readingId, requestOf(...changes));

  it("keeps every part, gives items the request's revision, and shows them after a reload", async () => {
    await begin();
    const { caption, findings, discussion, qa } = seeded.drafts;
    const region = putRegion(seeded, newId(), 0, { labelAt: [3, 4] });
    const sliceId = `${seeded.instanceId}:2`;
    const added = newId();
    const changes: Change[] = [
      region,
      {
        op: "put",
        part: "keySlice",
        id: sliceId,
        base: 0,
        value: { instanceId: seeded.instanceId, frame: 2, mark: "key" },
      },
      acceptDraft(caption),
      {
        op: "put",
        part: "decision",
        id: findings.id,
        base: 0,
        value: { kind: "edit", draftHash: findings.contentHash, result: { form: "text", text: "Better." } },
      },
      {
        op: "put",
        part: "decision",
        id: discussion.id,
        base: 0,
        value: { kind: "reject", draftHash: discussion.contentHash, reasons: ["unsupported"], note: "" },
      },
      {
        op: "put",
        part: "decision",
        id: qa.id,
        base: 0,
        value: { kind: "cannot-judge", draftHash: qa.contentHash, note: "too small" },
      },
      {
        op: "put",
        part: "decision",
        id: added,
        base: 0,
        value: {
          kind: "added",
          textKind: "caption",
          imageId: seeded.imageId,
          result: { form: "text", text: "Mine." },
        },
      },
      {
        op: "put",
        part: "rating",
        id: caption.id,
        base: 0,
        value: { accuracy: 5, relevance: null, completeness: 1, usefulness: 2 },
      },
    ];
    const outcome = await save(...changes);
    expect(outcome).toMatchObject({ ok: true, saved: { revision: 1 } });
    const reading = await readingOf(readingId);
    expect(reading.revision).toBe(1);
    for (const change of changes) {
      const { revision, value } = itemOf<ReadingItems>(reading.items, change.part, change.id);
      expect(revision).toBe(1);
      expect(value).toEqual(change.op === "put" ? change.value : null);
    }
    expect(reading.undo).toHaveLength(1);
  });

  it("computes millimetres from the frame's own plane", async () => {
    await begin();
    const id = newId();
    await save(
      putRegion(seeded, id, 0, {
        frame: 2,
        kind: "length",
        points: [
          [0.5, 0.5],
          [10.5, 5.5],
        ],
      }),
    );
    const row = await database.client.region.findUniqueOrThrow({ where: { id } });
    // 10 columns of 0.5 mm along (0.6, 0.8, 0), 5 rows of 0.8 mm along (0, 0, -1).
    expect(row.worldPoints).toEqual([
      [10, 20, 31],
      [13, 24, 27],
    ]);
    expect(row.frameOfReferenceUid).toBe("2.25.1");
  });

  it("answers a repeated request as the first time and refuses its key for another", async () => {
    await begin();
    const request = requestOf(putRegion(seeded));
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => saveChanges(reader, readingId, request)));
    expect(one).toMatchObject({ ok: true, saved: { revision: 1 } });
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    await save(putRegion(seeded));
    expect(await saveChanges(reader, readingId, request)).toEqual(one);
    expect(await saveChanges(reader, readingId, { ...request, changes: [putRegion(seeded)] })).toEqual({
      ok: false,
      reason: "key-reused",
    });
    expect(await database.client.readingChange.count({ where: { readingId } })).toBe(2);
  });

  it("lets two tabs change different items, and shows both values where they meet", async () => {
    await begin();
    const [a, b] = [newId(), newId()];
    await save(putRegion(seeded, a), putRegion(seeded, b));
    expect(await save(putRegion(seeded, a, 1, { label: "one" }))).toMatchObject({ ok: true });
    expect(await save(putRegion(seeded, b, 1, { label: "two" }))).toMatchObject({ ok: true });
    const late = await save(putRegion(seeded, b, 1, { label: "late" }), putRegion(seeded));
    expect(late).toEqual({
      ok: false,
      reason: "conflict",
      conflicts: [{ part: "region", id: b, revision: 3, theirs: regionOf(seeded, { label: "two" }) }],
    });
    expect((await readingOf(readingId)).items.region).toHaveLength(2);
  });

  it("deletes, also twice, and brings back by undo after a reload", async () => {
    await begin();
    const id = newId();
    await save(putRegion(seeded, id));
    expect(await save({ op: "delete", part: "region", id, base: 1 })).toMatchObject({
      saved: { revision: 2 },
    });
    expect(await save({ op: "delete", part: "region", id, base: 1 })).toMatchObject({
      ok: true,
      saved: { revision: 3, items: [{ revision: 2 }] },
    });
    const gone = await readingOf(readingId);
    expect(gone.items.region).toEqual([]);
    const step = gone.undo.at(-1);
    if (!step) throw new Error("no step");
    const changes = undoChange<Change, ReadingItems>(step, gone.items);
    const undone = await saveChanges(reader, readingId, {
      key: newId(),
      changes: [...changes],
      undoes: step.key,
    });
    expect(undone).toMatchObject({ ok: true });
    const back = await readingOf(readingId);
    expect(back.items.region).toMatchObject([{ id, value: regionOf(seeded) }]);
    expect(back.undo).toHaveLength(1);
  });

  it("neither moves nor deletes a locked region; unlocking is a change of its own and can be undone", async () => {
    await begin();
    const id = newId();
    const points: RegionValue["points"] = [
      [2, 2],
      [9, 2],
      [9, 9],
      [2, 9],
    ];
    await save(putRegion(seeded, id));
    await save(putRegion(seeded, id, 1, { locked: true }));
    const refused = { ok: false, reason: "region-locked", regionId: id };
    expect(await save(putRegion(seeded, id, 2, { locked: true, points }))).toEqual(refused);
    expect(await save(putRegion(seeded, id, 2, { locked: false, points }))).toEqual(refused);
    expect(await save({ op: "delete", part: "region", id, base: 2 })).toEqual(refused);
    expect(await save(putRegion(seeded, id, 2, { locked: true, label: "cyst" }))).toMatchObject({ ok: true });
    expect(await save(putRegion(seeded, id, 3, { label: "cyst" }))).toMatchObject({ ok: true });
    expect(await save(putRegion(seeded, id, 4, { label: "cyst", points }))).toMatchObject({ ok: true });
    // Back to where it was drawn, step by step, through the time it was locked.
    for (let left = 5; left > 0; left--) {
      const now = await readingOf(readingId);
      const step = now.undo.at(-1);
      if (!step) throw new Error("no step");
      const changes = [...undoChange<Change, ReadingItems>(step, now.items)];
      const undone = await saveChanges(reader, readingId, { key: newId(), changes, undoes: step.key });
      expect(undone).toMatchObject({ ok: true });
    }
    expect((await readingOf(readingId)).items.region).toEqual([]);
  });

  it("refuses what does not belong to the case or the draft, and writes nothing of the request", async () => {
    await begin();
    const other = await seedCase(database.client, project);
    const { caption, qa } = seeded.drafts;
    const refused = async (change: Change, outcome: object) => {
      expect(await save(putRegion(seeded), change)).toMatchObject({ ok: false, ...outcome });
    };
    const invalid = (...path: (string | number)[]) => ({ reason: "invalid", path: ["changes", 1, ...path] });
    await refused(putRegion(other), { reason: "not-found" });
    await refused(putRegion(seeded, newId(), 0, { frame: 3 }), invalid("value", "frame"));
    await refused(
      putRegion(seeded, newId(), 0, { kind: "probe", points: [[65, 3]] }),
      invalid("value", "points", 0),
    );
    await refused(putRegion(seeded, newId(), 0, { derivedFrom: newId() }), { reason: "not-found" });
    await refused(putRegion(seeded, `${seeded.instanceId}:1`), invalid("id"));
    await refused({ op: "delete", part: "keySlice", id: newId(), base: 0 }, invalid("id"));
    const slice = { instanceId: seeded.instanceId, frame: 2, mark: "key" } as const;
    await refused(
      { op: "put", part: "keySlice", id: `${seeded.instanceId}:1`, base: 0, value: slice },
      invalid("id"),
    );
    await refused(acceptDraft({ ...caption, contentHash: qa.contentHash }), {
      reason: "draft-changed",
      draftId: caption.id,
    });
    await refused(acceptDraft(other.drafts.caption), { reason: "draft-changed" });
    await refused(
      {
        op: "put",
        part: "decision",
        id: qa.id,
        base: 0,
        value: { kind: "edit", draftHash: qa.contentHash, result: { form: "text", text: "x" } },
      },
      invalid("value", "result", "form"),
    );
    const added = { kind: "added", textKind: "caption", imageId: other.imageId } as const;
    await refused(
      {
        op: "put",
        part: "decision",
        id: newId(),
        base: 0,
        value: { ...added, result: { form: "text", text: "x" } },
      },
      { reason: "not-found" },
    );
    expect((await readingOf(readingId)).items.region).toEqual([]);
    await database.client.draft.update({ where: { id: caption.id }, data: { supersededById: qa.id } });
    await refused(acceptDraft(caption), { reason: "draft-changed" });
  });

  it("finds no region of another reading under an id that exists there", async () => {
    await begin();
    const id = newId();
    await save(putRegion(seeded, id));
    await begin();
    expect(await save(putRegion(seeded, id))).toEqual({ ok: false, reason: "not-found" });
    expect(await save({ op: "delete", part: "region", id, base: 1 })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  it("loses nothing of 50 writers at once", async () => {
    await begin();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => save(putRegion(seeded))));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const reading = await readingOf(readingId);
    expect(reading.revision).toBe(50);
    expect(reading.items.region).toHaveLength(50);
    expect(new Set(reading.items.region.map((item) => item.revision)).size).toBe(50);
  });

  it("lets one of 20 writers on the same item win, and tells the others", async () => {
    await begin();
    const id = newId();
    await save(putRegion(seeded, id));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(putRegion(seeded, id, 1, { label: `${index}` }))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "conflict")).toHaveLength(19);
  });
});
