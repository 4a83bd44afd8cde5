import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** The advisory lock that Prisma's own migrate command takes. */
const migrationLock = 72707369;

const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Applies the migrations a database lacks, each in a transaction, and keeps Prisma's table, so that `prisma migrate
 * deploy` agrees with it.
 * @returns the names applied now.
 * @throws when a migration was edited after it was applied, or failed before.
 */
export async function migrate(
  url: string,
  folder = join(process.cwd(), "prisma/migrations"),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await client.query(createTable);
    const { rows } = await client.query<AppliedMigration>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const failed = rows.find((row) => row.finished_at === null);
    if (failed)
      throw new Error(
        `Migration ${failed.migration_name} failed earlier. Restore the backup, or repair by hand and resolve it.`,
      );
    const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const applied: string[] = [];
    for (const name of readdirSync(folder).sort()) {
      const file = join(folder, name, "migration.sql");
      if (!existsSync(file)) continue;
      const bytes = readFileSync(file);
      const checksum = createHash("sha256").update(bytes).digest("hex");
      const known = checksums.get(name);
      if (known === checksum) continue;
      if (known) throw new Error(`Migration ${name} was edited after it was applied.`);
      await apply(client, name, checksum, bytes.toString("utf8"));
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string, checksum: string, sql: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(
      `Migration ${name} was not applied: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
