import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";

/** Schema of what only servers with pgvector hold; Prisma knows nothing of it. */
export const vectorSchema = "reading_room_vectors";

/** pgvector indexes no wider vectors; those are searched exactly, here. */
export const widestIndexed = 2000;

/** The table of a project's vectors by one embedder: all of one width, with an HNSW index of inner products. */
export const nearTable = (projectId: string, embedder: string): string =>
  `${vectorSchema}."near_${createHash("sha256").update(`${projectId} ${embedder}`).digest("hex").slice(0, 40)}"`;

export interface NearHit {
  readonly chunkId: string;
  /** Inner product. */
  readonly score: number;
}

export type NearSearch = (
  vector: Float32Array,
  limit: number,
  accepts: (chunkId: string) => boolean,
) => Promise<readonly NearHit[]>;

/** Vectors that one search of the index may give; more are found by looking at all of them. */
const mostByIndex = 500;
const leastLooked = 200;

/** The search by the server's own index of vectors; null where it has no pgvector, or the index lacks some of them. */
export async function openNear(projectId: string, embedder: string): Promise<NearSearch | null> {
  const db = await database();
  const [server] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'vector')
      AND to_regclass(${`${vectorSchema}.kept`}) IS NOT NULL AS "has"`;
  if (!server?.has) return null;
  const table = nearTable(projectId, embedder);
  const [kept] = await db.$queryRawUnsafe<{ whole: boolean }[]>(
    `SELECT to_regclass($3) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "DocumentEmbedding" e
       WHERE e."projectId" = k."projectId" AND e."embedder" = k."embedder" AND e."addedIn" > k."revision") AS "whole"
     FROM ${vectorSchema}.kept k WHERE k."projectId" = $1::uuid AND k."embedder" = $2`,
    projectId,
    embedder,
    table,
  );
  return kept?.whole ? (vector, limit, accepts) => nearest(table, vector, limit, accepts) : null;
}

/** Asks for more until enough are accepted or all were seen. */
async function nearest(
  table: string,
  vector: Float32Array,
  limit: number,
  accepts: (chunkId: string) => boolean,
): Promise<readonly NearHit[]> {
  for (let look = limit * 2; ; look *= 4) {
    const byIndex = look <= mostByIndex ? await ask(table, vector, look, true) : [];
    // An index may give fewer than there are, as when many were deleted.
    const hits = byIndex.length < look ? await ask(table, vector, look, false) : byIndex;
    const accepted = hits.filter(({ chunkId }) => accepts(chunkId)).slice(0, limit);
    if (accepted.length === limit || hits.length < look) return accepted;
  }
}

async function ask(table: string, vector: Float32Array, look: number, byIndex: boolean) {
  const db = await database();
  const way = byIndex
    ? `SET LOCAL hnsw.ef_search = ${Math.max(leastLooked, look * 2)}`
    : "SET LOCAL enable_indexscan = off";
  const [, hits] = await db.$transaction([
    db.$executeRawUnsafe(way),
    db.$queryRawUnsafe<NearHit[]>(
      `SELECT "chunkId", -("embedding" <#> $1::vector) AS "score" FROM ${table}
       ORDER BY "embedding" <#> $1::vector LIMIT $2`,
      vectorText(vector),
      look,
    ),
  ]);
  return hits;
}

/** As pgvector reads it. */
export const vectorText = (vector: Float32Array): string => `[${vector.join(",")}]`;
