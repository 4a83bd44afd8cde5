import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/**
 * Gives the test file a data folder of its own until its tests are done. Call at the top of the file, before anything that
 * writes there when it ends.
 * @returns its path.
 */
export function testDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "reading-room-data-"));
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = folder;
  afterAll(() => {
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
