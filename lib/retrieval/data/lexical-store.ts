import { database, type Prisma } from "@/lib/db/client";
import { createLexicalIndex, type LexicalIndex } from "../rules/lexical-index";
import { termsOf } from "../rules/terms";
import type { DocumentKind } from "../types";
import { keptInMemory } from "./kept-in-memory";

/** Rows that are read at once; between them the process does other work. */
const pageSize = 500;

/** What is kept of a chunk beside its words. */
export interface IndexedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly externalId: string;
  readonly groupKey: string | null;
}

interface ProjectIndex {
  index: LexicalIndex;
  readonly chunks: Map<number, IndexedChunk>;
  readonly entries: Map<string, number>;
  revision: number;
}

export interface OpenIndex {
  readonly index: LexicalIndex;
  readonly chunkOf: (entry: number) => IndexedChunk | undefined;
  readonly chunkById: (id: string) => IndexedChunk | undefined;
}

/** One index for each project of this process; those asked least recently go first. */
const shared = globalThis as typeof globalThis & { readingRoomIndexes?: Map<string, Promise<ProjectIndex>> };
const mostIndexes = 8;

const emptyIndex = (): ProjectIndex => ({
  index: createLexicalIndex(),
  chunks: new Map(),
  entries: new Map(),
  revision: 0,
});

/** The index of a project as its store now is: read whole the first time, then only what came and went. */
export async function openIndex(projectId: string): Promise<OpenIndex> {
  shared.readingRoomIndexes ??= new Map();
  const { index, chunks, entries } = await keptInMemory(shared.readingRoomIndexes, mostIndexes, projectId, {
    empty: emptyIndex,
    bringUpToDate: (found) => bringUpToDate(projectId, found),
  });
  const chunkById = (id: string) => chunks.get(entries.get(id) ?? -1);
  return { index, chunkOf: (entry) => chunks.get(entry), chunkById };
}

/** A writer holds the store's row until it commits, so all of a revision that can be read is there. */
async function bringUpToDate(projectId: string, found: ProjectIndex): Promise<void> {
  const store = await (await database()).retrievalStore.findUnique({ where: { projectId } });
  const revision = store?.revision ?? 0;
  if (revision === found.revision) return;
  const span = { gt: found.revision, lte: revision };
  if (found.revision > 0)
    for await (const row of chunkRows({ projectId, retiredIn: span, addedIn: { lte: found.revision } })) {
      const entry = found.entries.get(row.id);
      if (entry === undefined) continue;
      found.index.remove(entry, stemsOf(row));
      found.entries.delete(row.id);
      found.chunks.delete(entry);
    }
  const came = { OR: [{ retiredIn: null }, { retiredIn: { gt: revision } }] };
  for await (const row of chunkRows({ projectId, addedIn: span, ...came })) {
    if (found.entries.has(row.id)) continue;
    const entry = found.index.add(stemsOf(row));
    found.entries.set(row.id, entry);
    const { externalId, groupKey } = row.document;
    const kind = row.document.kind === "case" ? "case" : "guideline";
    found.chunks.set(entry, { chunkId: row.id, documentId: row.documentId, kind, externalId, groupKey });
  }
  found.revision = revision;
}

/** The title is part of what a chunk is found by; retired chunks keep the title that their document had. */
const stemsOf = (row: { readonly heading: string; readonly text: string; readonly title: string }) =>
  termsOf(`${row.title}\n${row.heading}\n${row.text}`).map(({ stem }) => stem);

const selection = {
  id: true,
  documentId: true,
  heading: true,
  text: true,
  title: true,
  document: { select: { kind: true, externalId: true, groupKey: true } },
} as const;

async function* chunkRows(where: Prisma.DocumentChunkWhereInput) {
  const db = await database();
  const page = (after: string | undefined) =>
    db.documentChunk.findMany({
      where: after === undefined ? where : { AND: [where, { id: { gt: after } }] },
      orderBy: { id: "asc" },
      take: pageSize,
      select: selection,
    });
  for (let rows = await page(undefined); rows.length > 0; rows = await page(rows.at(-1)?.id)) {
    yield* rows;
    if (rows.length < pageSize) return;
  }
}
