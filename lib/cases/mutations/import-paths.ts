import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { dataDir } from "@/lib/db/places";
import { readIdentityKey } from "@/lib/deidentification/data";
import { storeOfflineDrafts } from "@/lib/drafting/mutations/offline-drafts";
import { storeDraftChecks } from "@/lib/drafting/mutations/text-checks";
import { findUnits } from "@/lib/importing/data/find-units";
import { normaliseQueue } from "@/lib/importing/data/normalise-queue";
import { importers } from "@/lib/importing/registry";
import { namedByRun } from "@/lib/importing/rules/run-source";
import type {
  Imported,
  ImportResult,
  ImportTools,
  ImportUnit,
  IncomingCase,
  RunSource,
} from "@/lib/importing/types";
import { ensureProject } from "./ensure-project";
import {
  databaseAnswers,
  type FileOutcome,
  failImport,
  finishImport,
  recordFiles,
  startImport,
} from "./import-run";
import { importTools } from "./import-tools";
import { type StoredCounts, type StoreOutcome, type StoreTarget, storeCase } from "./store-case";
import { discard } from "./store-objects";

/** Where something to import lies, and what the person calls it; a bare string is both. */
export type ImportPath = string | { readonly name: string; readonly path: string };

export interface ImportOptions {
  /** Made if missing. */
  readonly projectSlug: string;
  /** Null for the command line. */
  readonly actorId: string | null;
  /** What the person says of the files: fills what bundles leave out. */
  readonly source?: RunSource;
  readonly progress?: (state: ImportProgress) => void;
}

export interface ImportProgress {
  /** Files read so far, those that were stored before included. */
  readonly files: number;
  readonly cases: number;
  readonly refused: number;
}

/** Lone files are read together up to here, or to the end of a folder once half of it is reached. */
const batchSize = 2000;

/** Counts and outcomes of an import so far. */
class Tally {
  readonly refused: { readonly file: string; readonly reason: string }[] = [];
  readonly counts = { cases: 0, studies: 0, series: 0, instances: 0, frames: 0, images: 0 };
  unchanged = 0;
  files = 0;
  private outcomes: FileOutcome[] = [];

  constructor(private readonly report: ((state: ImportProgress) => void) | undefined) {}

  refuse(file: string, reason: string): void {
    this.refused.push({ file, reason });
    this.note(file, null, "refused", reason);
  }

  keep(file: string, hash: string | null): void {
    this.unchanged++;
    this.note(file, hash, "unchanged", null);
  }

  note(name: string, hash: string | null, outcome: FileOutcome["outcome"], reason: string | null): void {
    this.outcomes.push({ name, hash, outcome, reason });
    this.tell();
  }

  add(counts: StoredCounts): void {
    for (const key of Object.keys(this.counts) as (keyof StoredCounts)[]) this.counts[key] += counts[key];
  }

  take(): readonly FileOutcome[] {
    return this.outcomes.splice(0);
  }

  tell(): void {
    this.report?.({ files: this.files, cases: this.counts.cases, refused: this.refused.length });
  }

  result(): ImportResult {
    return { ...this.counts, unchanged: this.unchanged, refused: this.refused };
  }
}

/** A fault in one case must not cost the others; a database that is away or a full disk costs them anyway. */
async function storeOrRefuse(target: StoreTarget, incoming: IncomingCase): Promise<StoreOutcome> {
  try {
    return await storeCase(target, incoming);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
    if (code === "ENOSPC" || !(await databaseAnswers())) throw error;
    return { ok: false, reason: `the case could not be stored (${code}); nothing of it was written` };
  }
}

async function storeImported(imported: Imported, target: StoreTarget, tally: Tally): Promise<void> {
  if (imported.kind === "refused") return tally.refuse(imported.file, imported.reason);
  if (imported.kind === "unchanged") return tally.keep(imported.file, imported.hash);
  const bundled = imported.incoming.bundle !== null;
  const incoming = {
    ...imported.incoming,
    source: namedByRun(imported.incoming.source, target.runSource, bundled),
  };
  const nameOf = new Map(incoming.instances.map(({ file, name }) => [file, name]));
  try {
    const outcome = await storeOrRefuse(target, incoming);
    if (!outcome.ok) return tally.refuse(incoming.name, outcome.reason);
    tally.add(outcome.counts);
    for (const { file, reason } of outcome.refused) tally.refuse(nameOf.get(file) ?? file, reason);
    for (const file of outcome.unchanged)
      tally.keep(nameOf.get(file) ?? file, incoming.hashes.get(file) ?? null);
    for (const file of outcome.stored)
      tally.note(nameOf.get(file) ?? file, incoming.hashes.get(file) ?? null, "stored", null);
    if (!incoming.bundle) return;
    if (outcome.changed) tally.note(incoming.name, null, "stored", null);
    else tally.keep(incoming.name, incoming.contentHash);
  } finally {
    for (const instance of incoming.instances) await discard(instance);
  }
}

async function readUnits(
  units: readonly ImportUnit[],
  tools: ImportTools,
  target: StoreTarget,
  tally: Tally,
): Promise<void> {
  for (const importer of importers) {
    const own = units.filter((unit) => importers.find(({ takes }) => takes(unit)) === importer);
    if (own.length === 0) continue;
    for await (const imported of importer.read(own, tools)) await storeImported(imported, target, tally);
  }
}

const folderOf = (unit: ImportUnit) =>
  unit.kind === "bundle" ? unit.bundle.folder : dirname(unit.file.name);

/** Gathers lone files, so that a study is stored at once; a bundle comes by itself. */
async function* batches(
  paths: readonly ImportPath[],
  workFolder: string,
  tally: Tally,
): AsyncGenerator<readonly ImportUnit[]> {
  const waiting: ImportUnit[] = [];
  for (const path of paths) {
    const { name, path: place } = typeof path === "string" ? { name: path, path } : path;
    for await (const unit of findUnits(name, place, workFolder)) {
      if (unit.kind === "refused") tally.refuse(unit.file, unit.reason);
      else if (unit.kind === "bundle") yield [unit];
      else if (unit.kind === "archive-end") yield waiting.splice(0);
      else {
        const last = waiting.at(-1);
        const border = last !== undefined && folderOf(last) !== folderOf(unit);
        if (waiting.length >= batchSize || (border && waiting.length >= batchSize / 2)) {
          yield waiting.splice(0);
        }
        waiting.push(unit);
      }
    }
  }
  if (waiting.length > 0) yield waiting;
}

/**
 * Imports folders, files and zips into a project. Each case is stored by itself: a bad one leaves the others, a killed
 * import is finished by running it again, and what is stored already is left alone.
 */
export async function importPaths(
  paths: readonly ImportPath[],
  options: ImportOptions,
): Promise<ImportResult> {
  const { projectSlug, actorId } = options;
  const project = await ensureProject(projectSlug, actorId);
  const identityKey = await readIdentityKey(dataDir());
  const roots = paths.map((path) => (typeof path === "string" ? path : path.name));
  const run = await startImport(project.id, actorId, roots, identityKey);
  const tally = new Tally(options.progress);
  const workDir = join(run.workFolder, "work");
  const queue = normaliseQueue({ workDir, identityKey }, Math.min(2, availableParallelism()));
  const tools = importTools(project.id, queue, () => {
    tally.files++;
    tally.tell();
  });
  const target: StoreTarget = {
    projectId: project.id,
    importId: run.id,
    actorId,
    keepOriginals: project.keepOriginals,
    readersWanted: project.readersWanted,
    identityKey,
    runSource: options.source ?? {},
    draftOffline: storeOfflineDrafts,
    checkDrafts: storeDraftChecks,
  };
  try {
    for await (const units of batches(paths, run.workFolder, tally)) {
      await readUnits(units, tools, target, tally);
      await recordFiles(run, tally.take());
    }
    await recordFiles(run, tally.take());
    const result = tally.result();
    await finishImport(run, result);
    return result;
  } catch (error) {
    await failImport(run);
    throw error;
  } finally {
    await queue.close();
    await rm(run.workFolder, { recursive: true, force: true });
  }
}
