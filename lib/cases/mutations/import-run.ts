import { createHmac } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { extname, join } from "node:path";
import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/places";
import type { ImportResult } from "@/lib/importing/types";
import { inChunks } from "./write-case-plan";

/** One import on its way. */
export interface ImportRun {
  readonly id: string;
  readonly projectId: string;
  readonly actorId: string | null;
  /** A folder of its own under the data folder, gone when the import ends. */
  readonly workFolder: string;
  /** What stands in the database for a file name, which may be a patient's. */
  readonly keyOf: (name: string) => string;
}

export interface FileOutcome {
  readonly name: string;
  readonly hash: string | null;
  readonly outcome: "stored" | "unchanged" | "refused";
  readonly reason: string | null;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The folder of an import says whose it is: process, import, machine. A container beside this one has its own pids. */
const folderName = (id: string) => `${process.pid}-${id}-${hostname()}`;

/** Clears away what imports of this machine left whose process is gone. */
async function clearAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const [, pid, id, host] = /^(\d+)-([0-9a-f-]{36})-(.*)$/.exec(name) ?? [];
    if (!pid || !id || host !== hostname() || alive(Number(pid))) continue;
    await (await database()).import.updateMany({
      where: { id, state: "running" },
      data: { state: "failed", finishedAt: new Date() },
    });
    await rm(join(incoming, name), { recursive: true, force: true });
  }
}

/** HMAC-SHA-256 of a name, half of it, and a known file type: the same file is found again, nobody reads who it is of. */
function nameKey(name: string, key: Buffer): string {
  const type = extname(name).toLowerCase();
  const digest = createHmac("sha256", key).update(`file name:${name}`).digest("hex").slice(0, 32);
  return `${digest}${[".dcm", ".png", ".jpg", ".jpeg", ".json", ".zip"].includes(type) ? type : ""}`;
}

export async function startImport(
  projectId: string,
  actorId: string | null,
  roots: readonly string[],
  identityKey: Buffer,
): Promise<ImportRun> {
  const incoming = join(dataDir(), "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await clearAbandoned(incoming);
  const id = makeId();
  const workFolder = join(incoming, folderName(id));
  await mkdir(workFolder, { mode: 0o700 });
  const client = await database();
  const keyOf = (name: string) => nameKey(name, identityKey);
  await client.import.create({
    data: { id, projectId, actorId, roots: roots.map(keyOf), state: "running" },
  });
  return { id, projectId, actorId, workFolder, keyOf };
}

/** PostgreSQL keeps no U+0000 and no half characters, and a reason may repeat the name of its file. */
const storableReason = ({ name, reason }: FileOutcome): string | null =>
  reason
    ?.replaceAll(name, "this file")
    .replaceAll("\u0000", "?")
    .replace(/\p{Surrogate}/gu, "?") ?? null;

/** Keeps what became of files. A name that comes twice keeps its first outcome. */
export async function recordFiles(run: ImportRun, files: readonly FileOutcome[]): Promise<void> {
  const client = await database();
  await inChunks(files, (rows) =>
    client.importFile.createMany({
      data: rows.map((row) => ({
        ...row,
        importId: run.id,
        name: run.keyOf(row.name),
        reason: storableReason(row),
      })),
      skipDuplicates: true,
    }),
  );
}

export async function finishImport(run: ImportRun, result: ImportResult): Promise<void> {
  const { refused, ...counts } = result;
  const numbers = { ...counts, refused: refused.length };
  await transaction(async (tx) => {
    await tx.import.update({
      where: { id: run.id },
      data: { state: "done", counts: numbers, finishedAt: new Date() },
    });
    await recordEvent(tx, {
      actorId: run.actorId,
      action: "import.finish",
      subjectType: "import",
      subjectId: run.id,
      projectId: run.projectId,
      detail: numbers,
    });
  });
}

export async function failImport(run: ImportRun): Promise<void> {
  const client = await database();
  await client.import.updateMany({
    where: { id: run.id, state: "running" },
    data: { state: "failed", finishedAt: new Date() },
  });
}

export async function databaseAnswers(): Promise<boolean> {
  try {
    await (await database()).$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
