import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder that holds everything worth a backup: database, pixels, quarantined originals, keys. `DATA_DIR`, else `.data`. */
export function dataDir(): string {
  const folder = resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? ".data");
  mkdirSync(folder, { recursive: true });
  return folder;
}

export const postgresDir = () => join(dataDir(), "postgres");
export const postgresAccessFile = () => join(dataDir(), "postgres.json");
export const postgresLogFile = () => join(dataDir(), "postgres.log");
