import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { peekAt } from "./data/peek";
import { openReading } from "./mutations/open-reading";
import { saveChanges } from "./mutations/save-changes";
import { completeChanges, requestOf } from "./testing/change";
import { seedActor, seedCase, seedProject } from "./testing/seed-case";

const database = testDatabase();

describe("looking into a case that may be opened next", () => {
  it("begins no reading and takes no place", async () => {
    const project = await seedProject(database.client, "peek");
    const reader = await seedActor(database.client, "peek-reader", [{ project, role: "reader" }]);
    const { id } = await seedCase(database.client, project, { readersWanted: 1 });
    const peeked = await peekAt(reader, id);
    expect(peeked).toMatchObject({ ok: true, peek: { items: { decision: [], region: [] } } });
    if (peeked.ok) expect(peeked.peek.stacks.length).toBeGreaterThan(0);
    expect(await database.client.reading.count({ where: { caseId: id } })).toBe(0);
    const record = await database.client.caseRecord.findUniqueOrThrow({ where: { id } });
    expect(record).toMatchObject({ readersClaimed: 0, state: "ready" });
    expect((await openReading(reader, id)).ok).toBe(true);
  });

  it("finds nothing for a stranger", async () => {
    const project = await seedProject(database.client, "peek-closed");
    const other = await seedProject(database.client, "peek-other");
    const stranger = await seedActor(database.client, "peek-stranger", [{ project: other, role: "admin" }]);
    const { id } = await seedCase(database.client, project, {});
    expect(await peekAt(stranger, id)).toEqual({ ok: false, reason: "not-found" });
    expect(await peekAt(stranger, "not-an-id")).toEqual({ ok: false, reason: "not-found" });
  });

  it("shows the items of the person's own reading only", async () => {
    const project = await seedProject(database.client, "peek-blind");
    const [one, other] = await Promise.all(
      ["peek-one", "peek-two"].map((name) => seedActor(database.client, name, [{ project, role: "reader" }])),
    );
    if (!one || !other) throw new Error("no readers");
    const seeded = await seedCase(database.client, project, { readersWanted: 2 });
    const opened = await openReading(one, seeded.id);
    if (!opened.ok) throw new Error(opened.reason);
    await saveChanges(one, opened.readingId, requestOf(...completeChanges(seeded)));
    const decisions = async (actor: typeof one) => {
      const peeked = await peekAt(actor, seeded.id);
      return peeked.ok ? peeked.peek.items.decision.length : -1;
    };
    expect(await decisions(one)).toBeGreaterThan(0);
    expect(await decisions(other)).toBe(0);
  });
});
