import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../embedded";
import { migrate } from "../migrate";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Starts one throw-away PostgreSQL for the run and migrates the database that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "reading-room-test-"));
  chmodSync(folder, 0o711);
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const server = await openDatabase();
  await migrate(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
