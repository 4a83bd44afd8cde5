import { database } from "@/lib/db/client";
import { createDenseIndex, type DenseIndex } from "../rules/dense-index";
import { vectorOf } from "../rules/embedding";
import { keptInMemory } from "./kept-in-memory";

const pageSize = 2000;

interface VectorStore {
  readonly index: DenseIndex;
  readonly chunkIds: string[];
  revision: number;
}

const shared = globalThis as typeof globalThis & { readingRoomVectors?: Map<string, Promise<VectorStore>> };
/** Vectors take more room than words: fewer projects are kept. */
const mostStores = 2;

export interface OpenVectors {
  readonly index: DenseIndex;
  readonly chunkIdOf: (entry: number) => string;
}

/** The vectors of a project by one embedder: read whole the first time, then only what came. */
export async function openVectors(projectId: string, embedder: string): Promise<OpenVectors> {
  shared.readingRoomVectors ??= new Map();
  const key = `${projectId} ${embedder}`;
  const { index, chunkIds } = await keptInMemory(shared.readingRoomVectors, mostStores, key, {
    empty: () => ({ index: createDenseIndex(), chunkIds: [], revision: 0 }),
    bringUpToDate: (found) => bringUpToDate(projectId, embedder, found),
  });
  return { index, chunkIdOf: (entry) => chunkIds[entry] ?? "" };
}

async function bringUpToDate(projectId: string, embedder: string, found: VectorStore): Promise<void> {
  const db = await database();
  const store = await db.retrievalStore.findUnique({ where: { projectId } });
  const revision = store?.revision ?? 0;
  if (revision === found.revision) return;
  const where = { projectId, embedder, addedIn: { gt: found.revision, lte: revision } };
  const page = (after: string | undefined) =>
    db.documentEmbedding.findMany({
      where: after === undefined ? where : { AND: [where, { chunkId: { gt: after } }] },
      orderBy: { chunkId: "asc" },
      take: pageSize,
      select: { chunkId: true, vector: true },
    });
  for (let rows = await page(undefined); rows.length > 0; rows = await page(rows.at(-1)?.chunkId)) {
    for (const { chunkId, vector } of rows) {
      found.index.add(vectorOf(vector));
      found.chunkIds.push(chunkId);
    }
    if (rows.length < pageSize) break;
  }
  found.revision = revision;
}
