import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import { readAnchor, verifyChain } from "./data";
import { recordEvent, sealEvents } from "./mutations";

const database = testDatabase();

const write = (action: string) =>
  transaction((tx) =>
    recordEvent(tx, {
      actorId: null,
      action,
      subjectType: "reading",
      subjectId: "01890a5d-ac96-774b-bcce-b302099a8057",
      projectId: null,
      detail: { revision: 3, more: ["a", "b"] },
    }),
  );

/** As somebody who owns the database could: with the triggers off. */
const tamper = (sql: string) =>
  database.client.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
    await tx.$executeRawUnsafe(sql);
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER');
  });

const ids = async () =>
  (await database.client.auditEvent.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(
    ({ id }) => id,
  );

describe("the audit chain", () => {
  beforeEach(async () => {
    process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "audit-"));
    await tamper('DELETE FROM "AuditEvent"');
    for (let index = 0; index < 12; index += 1) await write(`test.${index}`);
    await sealEvents();
    return () => rmSync(process.env.DATA_DIR ?? "", { recursive: true, force: true });
  });

  it("seals what is there, once, and goes on where it stopped", async () => {
    expect(await verifyChain()).toEqual({ ok: true, sealed: 12, unsealed: 0 });
    expect(await sealEvents()).toBe(0);
    await write("test.later");
    expect(await verifyChain()).toEqual({ ok: true, sealed: 12, unsealed: 1 });
    expect(await sealEvents()).toBe(1);
    expect(await verifyChain()).toEqual({ ok: true, sealed: 13, unsealed: 0 });
  });

  it("is one chain when two sealers run among writers", async () => {
    const writers = Array.from({ length: 40 }, (_, index) => write(`test.busy-${index}`));
    const sealers = Array.from({ length: 6 }, () => sealEvents().catch(() => 0));
    await Promise.all([...writers, ...sealers]);
    await sealEvents();
    expect(await verifyChain()).toEqual({ ok: true, sealed: 52, unsealed: 0 });
  });

  it("leaves an event of a transaction still open for later, and whatever came after it", async () => {
    let finish = () => {};
    const open = new Promise<void>((done) => {
      finish = done;
    });
    let begun = () => {};
    const started = new Promise<void>((done) => {
      begun = done;
    });
    const slow = transaction(async (tx) => {
      await recordEvent(tx, {
        actorId: null,
        action: "test.slow",
        subjectType: "reading",
        subjectId: "1",
        projectId: null,
      });
      begun();
      await open;
    });
    await started;
    await write("test.quick");
    await expect(sealEvents()).rejects.toThrow();
    finish();
    await slow;
    expect(await sealEvents()).toBe(2);
    expect(await verifyChain()).toMatchObject({ ok: true, sealed: 14 });
  });

  it.each([
    ["action", `"action" = 'test.other'`],
    ["time, by a microsecond", `"at" = "at" + interval '1 microsecond'`],
    ["actor", `"actorId" = '01890a5d-ac96-774b-bcce-b302099a8058'`],
    ["detail", `"detail" = jsonb_set("detail", '{revision}', '4')`],
    ["hash", `"hash" = repeat('0', 64)`],
  ])("names the row whose %s was changed", async (_, change) => {
    const victim = (await ids())[5];
    await tamper(`UPDATE "AuditEvent" SET ${change} WHERE "id" = ${victim}`);
    expect(await verifyChain()).toEqual({ ok: false, reason: "changed", eventId: `${victim}` });
  });

  it("names the row after one that was taken out, and one that was put in", async () => {
    const [, second, third] = await ids();
    await tamper(`DELETE FROM "AuditEvent" WHERE "id" = ${second}`);
    expect(await verifyChain()).toEqual({ ok: false, reason: "changed", eventId: `${third}` });
    await tamper(
      `INSERT INTO "AuditEvent" ("id", "action", "subjectType", "subjectId") VALUES (${second}, 'x', 'y', 'z')`,
    );
    expect(await verifyChain()).toEqual({ ok: false, reason: "inserted", eventId: `${second}` });
  });

  it("misses the end that was cut off, by the note beside the database", async () => {
    const all = await ids();
    await tamper(`DELETE FROM "AuditEvent" WHERE "id" > ${all[8]}`);
    expect(await verifyChain()).toEqual({ ok: false, reason: "cut-short", eventId: `${all[11]}` });
    await tamper('DELETE FROM "AuditEvent"');
    expect(await verifyChain()).toMatchObject({ ok: false, reason: "cut-short" });
  });

  it("cannot be rewritten while the triggers stand", async () => {
    const [first] = await ids();
    await expect(
      database.client.auditEvent.update({ where: { id: first ?? 0n }, data: { hash: "0" } }),
    ).rejects.toThrow();
    expect((await readAnchor())?.id).toBe(`${(await ids()).at(-1)}`);
  });
});
