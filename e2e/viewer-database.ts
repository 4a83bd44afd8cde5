import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const dataFolder = (): string => {
  const folder = process.env.E2E_DATA_DIR;
  if (!folder) throw new Error("E2E_DATA_DIR names the data folder of the server under test");
  return folder;
};

/** Runs the command line beside the running server and gives what `--json` prints. @throws with what it printed. */
export async function commandLine(...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const run = promisify(execFile)(process.execPath, ["cli/run.mjs", ...words, "--json"], {
    env: { ...environment, DATA_DIR: dataFolder() },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout } = await run.catch((error: Error & { readonly stdout?: string }) => {
    throw new Error(`${error.message}${error.stdout ?? ""}`);
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** Imports paths into a project in which the reader reads. A new role ends the reader's sessions: sign in afterwards. */
export async function importForReader(
  project: string,
  reader: { readonly email: string },
  ...paths: readonly string[]
): Promise<Readonly<Record<string, unknown>>> {
  const result = await commandLine("import", ...paths, "--project", project);
  await commandLine("user", "set-role", reader.email, "--project", project, "--role", "reader");
  return result;
}

/** Looks into the database of the server under test. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { password, port } = JSON.parse(readFileSync(join(dataFolder(), "postgres.json"), "utf8")) as {
    password: string;
    port: number;
  };
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "readingroom",
    password,
    database: "reading_room",
  });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Ids of the cases of a project by the name their source gave them. */
export async function casesOf(project: string): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; externalId: string }>(
    `SELECT c."id", c."externalId" FROM "CaseRecord" c JOIN "Project" p ON p."id" = c."projectId" WHERE p."slug" = $1`,
    [project],
  );
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
