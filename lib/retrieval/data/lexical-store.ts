import { database, Prisma } from "@/lib/db/client";
import { createLexicalIndex, type LexicalIndex } from "../rules/lexical-index";
import { type ChunkRow, chunkRows, stemsOfChunk, thereIn } from "./chunk-rows";
import { keptInMemory } from "./kept-in-memory";
import { readSnapshot, writeSnapshot } from "./lexical-snapshot";
import { pauses } from "./pauses";
import type { IndexedChunk, ProjectIndex } from "./project-index";

export interface OpenIndex {
  readonly index: LexicalIndex;
  readonly chunkOf: (entry: number) => IndexedChunk | undefined;
  readonly chunkById: (id: string) => IndexedChunk | undefined;
}

/** How far the reading of a project's documents has come; chunks. */
export interface IndexProgress {
  readonly read: number;
  readonly of: number;
}

interface Shared {
  readingRoomIndexes?: Map<string, Promise<ProjectIndex>>;
  readingRoomIndexProgress?: Map<string, IndexProgress>;
}

/** One index for each project of this process; those asked least recently go first. */
const shared = globalThis as typeof globalThis & Shared;
const mostIndexes = 8;
/** After so many chunks were read, what came of it is kept in the data folder for the next start. */
const worthKeeping = 5000;

const emptyIndex = (): ProjectIndex => ({
  index: createLexicalIndex(),
  chunks: [],
  entries: new Map(),
  revision: 0,
});

const progressOf = () => {
  shared.readingRoomIndexProgress ??= new Map();
  return shared.readingRoomIndexProgress;
};

/** The index of a project as its store now is: read whole the first time, then only what came and went. */
export async function openIndex(projectId: string): Promise<OpenIndex> {
  shared.readingRoomIndexes ??= new Map();
  const { index, chunks, entries } = await keptInMemory(shared.readingRoomIndexes, mostIndexes, projectId, {
    empty: emptyIndex,
    bringUpToDate: (found) => bringUpToDate(projectId, found),
  });
  const chunkById = (id: string) => chunks[entries.get(id) ?? -1];
  return { index, chunkOf: (entry) => chunks[entry], chunkById };
}

/**
 * Begins to read a project's documents where they are not in memory, and waits for them at most so long; milliseconds.
 * @returns how far it is, or null where a search answers now.
 */
export async function indexProgress(projectId: string, patience: number): Promise<IndexProgress | null> {
  const opened = openIndex(projectId).then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  // Whoever asks next is told why it failed.
  const ready = await Promise.race([opened.catch(() => true), late]);
  clearTimeout(timer);
  return ready ? null : (progressOf().get(projectId) ?? { read: 0, of: 0 });
}

/** A writer holds the store's row until it commits, so all of a revision that can be read is there. */
async function bringUpToDate(projectId: string, found: ProjectIndex): Promise<void> {
  const store = await (await database()).retrievalStore.findUnique({ where: { projectId } });
  const revision = store?.revision ?? 0;
  if (revision === found.revision) return;
  try {
    if (found.revision === 0) Object.assign(found, (await readSnapshot(projectId, revision)) ?? {});
    const read = revision === found.revision ? 0 : await readChanges(projectId, found, revision);
    if (read >= worthKeeping) await writeSnapshot(projectId, found);
  } finally {
    progressOf().delete(projectId);
  }
}

/** @returns how many chunks were read. */
async function readChanges(projectId: string, found: ProjectIndex, revision: number): Promise<number> {
  const before = found.revision;
  const pause = pauses();
  if (before > 0)
    for await (const row of chunkRows(
      Prisma.sql`${thereIn(projectId, before)} AND c."retiredIn" <= ${revision}`,
    )) {
      remove(found, row);
      await pause();
    }
  const came = Prisma.sql`${thereIn(projectId, revision)} AND c."addedIn" > ${before}`;
  const [count] = await (await database()).$queryRaw<{ of: number }[]>`
    SELECT count(*)::int AS "of" FROM "DocumentChunk" c WHERE ${came}`;
  let read = 0;
  for await (const row of chunkRows(came)) {
    add(found, row);
    read += 1;
    if (read % 100 === 0) progressOf().set(projectId, { read, of: Math.max(read, count?.of ?? 0) });
    await pause();
  }
  found.revision = revision;
  return read;
}

function add(found: ProjectIndex, row: ChunkRow): void {
  if (found.entries.has(row.id)) return;
  const entry = found.index.add(stemsOfChunk(row));
  const kind = row.kind === "case" ? "case" : "guideline";
  const { documentId, externalId, groupKey } = row;
  found.entries.set(row.id, entry);
  found.chunks[entry] = { chunkId: row.id, documentId, kind, externalId, groupKey };
}

function remove(found: ProjectIndex, row: ChunkRow): void {
  const entry = found.entries.get(row.id);
  if (entry === undefined) return;
  found.index.remove(entry, stemsOfChunk(row));
  found.entries.delete(row.id);
  found.chunks[entry] = undefined;
}
