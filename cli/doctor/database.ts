import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { verifyChain } from "@/lib/audit/data";
import { openDatabase } from "@/lib/db/embedded";
import { bad, type Check, good, note } from "./check";

const migrations = "prisma/migrations";

/**
 * What the database is and holds. Plain SQL and no migration: the doctor also looks at a database that is behind.
 * Joins the running server, else starts the embedded one for the time of the look.
 */
export async function databaseChecks(): Promise<Check[]> {
  try {
    const server = await openDatabase();
    try {
      return await look(server.url, server.embedded, server.started);
    } finally {
      await server.stop();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const fix = process.env.DATABASE_URL
      ? "check that DATABASE_URL names a running PostgreSQL 15 or newer"
      : "read the log postgres.log in the data folder";
    return [bad("Database", reason, fix)];
  }
}

async function look(url: string, embedded: boolean, started: boolean): Promise<Check[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const one = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n ?? 0);
    const version = await one("SELECT current_setting('server_version_num') AS n");
    const major = Math.floor(version / 10_000);
    const kind = embedded ? `embedded, ${started ? "started for this look" : "running"}` : "DATABASE_URL";
    const reached = `PostgreSQL ${major}.${version % 10_000}, ${kind}`;
    const database =
      major >= 15 ? good("Database", reached) : bad("Database", reached, "use PostgreSQL 15 or newer");
    const pending = await pendingMigrations(client);
    const schema =
      pending.length === 0
        ? good("Migrations", "all applied")
        : bad(
            "Migrations",
            `${pending.length} to apply`,
            "npm start, or any verb of the command line, applies them",
          );
    if (pending.length > 0) return [database, schema];
    const projects = await one('SELECT count(*) AS n FROM "Project"');
    const cases = await one('SELECT count(*) AS n FROM "CaseRecord"');
    const users = await one('SELECT count(*) AS n FROM "User" WHERE "disabledAt" IS NULL');
    const demo = await one('SELECT count(*) AS n FROM "User" WHERE demo AND "disabledAt" IS NULL');
    const unlicensed = await one(
      `SELECT count(*) AS n FROM "CaseRecord" c JOIN "Source" s ON s."id" = c."sourceId" WHERE btrim(coalesce(s."licence", '')) = ''`,
    );
    return [
      database,
      schema,
      await auditCheck(),
      projects > 0
        ? good("Content", `${projects} projects, ${cases} cases`)
        : note("Content", "no project yet", "npm run cli -- project create SLUG --name NAME"),
      unlicensed === 0
        ? good("Licences", "every case has one")
        : note(
            "Licences",
            `${unlicensed} cases have none and are never exported`,
            "npm run cli -- source list --project SLUG names the sources, source set gives a licence",
          ),
      users > 0
        ? good("People", `${users} accounts`)
        : note("People", "no account yet", "npm start prints a setup link, or use user add"),
      demo === 0
        ? good("Demo accounts", "none")
        : note(
            "Demo accounts",
            `${demo} with published passwords`,
            "disable them before the app is reachable from outside",
          ),
    ];
  } finally {
    await client.end();
  }
}

const broken = {
  changed: "was changed, or one before it is gone: the chain breaks at event",
  inserted: "was put in among sealed ones: event",
  "cut-short": "is missing, and all after it: event",
} as const;

/** Reads the whole chain of audit events, which the sealer made. */
async function auditCheck(): Promise<Check> {
  const name = "Audit chain";
  const report = await verifyChain();
  if (report.ok) return good(name, `${report.sealed} events sealed, ${report.unsealed} not yet`);
  return bad(
    name,
    `an event ${broken[report.reason]} ${report.eventId}`,
    "compare with a backup: the history was changed behind the app's back",
  );
}

async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  const applied = rows[0]?.there
    ? await client.query<{ name: string }>(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      )
    : { rows: [] };
  const known = new Set(applied.rows.map(({ name }) => name));
  return readdirSync(migrations)
    .filter((name) => existsSync(join(migrations, name, "migration.sql")))
    .filter((name) => !known.has(name));
}
