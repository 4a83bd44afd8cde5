import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../embedded";
import { migrate } from "../migrate";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Nothing here outlives the run, so that a commit need not wait for the disk. Killed servers keep what they committed. */
async function neverWaitForTheDisk(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const setting of ["fsync", "full_page_writes"])
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    await client.query("SELECT pg_reload_conf()");
  } finally {
    await client.end();
  }
}

/** Starts one throw-away PostgreSQL for the run and migrates the database that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "reading-room-test-"));
  chmodSync(folder, 0o711);
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const server = await openDatabase();
  await neverWaitForTheDisk(server.url);
  await migrate(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
