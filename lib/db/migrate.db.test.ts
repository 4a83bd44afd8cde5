import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "./migrate";
import { testDatabase } from "./testing/test-database";

const folderWith = (migrations: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
  return folder;
};

describe("migrate", () => {
  const database = testDatabase();

  it("has nothing left to do on a migrated database", async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it("applies a new one once, and refuses an edited one", async () => {
    const folder = folderWith({ "1_pet": "CREATE TABLE pet (id int)" });
    expect(await migrate(database.url, folder)).toEqual(["1_pet"]);
    expect(await migrate(database.url, folder)).toEqual([]);
    writeFileSync(join(folder, "1_pet", "migration.sql"), "CREATE TABLE pet (id bigint)");
    await expect(migrate(database.url, folder)).rejects.toThrow("edited after it was applied");
  });

  it("leaves nothing of a migration that fails half-way", async () => {
    const folder = folderWith({ "2_bad": "CREATE TABLE half (id int); SELECT nonsense" });
    await expect(migrate(database.url, folder)).rejects.toThrow("2_bad was not applied");
    const [row] = await database.client.$queryRaw<
      { there: string | null }[]
    >`SELECT to_regclass('half')::text AS there`;
    expect(row?.there).toBeNull();
  });

  it("lets nobody change an audit event", async () => {
    await database.client.auditEvent.create({
      data: { action: "test", subjectType: "test", subjectId: "1" },
    });
    await expect(database.client.$executeRaw`UPDATE "AuditEvent" SET action = 'other'`).rejects.toThrow(
      "append-only",
    );
    await expect(database.client.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow("append-only");
    expect(await database.client.$executeRaw`UPDATE "AuditEvent" SET hash = 'x'`).toBe(1);
    await expect(database.client.$executeRaw`UPDATE "AuditEvent" SET hash = 'y'`).rejects.toThrow(
      "append-only",
    );
  });
});
