import { database } from "@/lib/db/client";
import { nearTable, vectorSchema, vectorText, widestIndexed } from "../data/near-index";
import { vectorOf } from "../rules/embedding";

/** Vectors of one statement: of 768 numbers they take some 3 MB as text. */
const pageSize = 200;
/** Building the index of many vectors takes minutes; milliseconds. */
const patience = { maxWait: 60_000, timeout: 6 * 3_600_000 };

export type NearKept =
  | { readonly ok: true }
  /** Why vectors are compared one by one; null = nobody need do anything about it. */
  | { readonly ok: false; readonly sentence: string | null };

/**
 * Brings a project's vectors by one embedder into the server's own index (HNSW of pgvector), where the server has it. Several
 * processes may do so at once; what is interrupted is done by the next.
 */
export async function keepNear(projectId: string, embedder: string): Promise<NearKept> {
  const db = await database();
  const [server] = await db.$queryRaw<{ offers: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector') AS "offers"`;
  if (!server?.offers) return { ok: false, sentence: null };
  const [first] = await db.$queryRaw<{ width: number }[]>`
    SELECT octet_length("vector") / 4 AS "width" FROM "DocumentEmbedding"
    WHERE "projectId" = ${projectId}::uuid AND "embedder" = ${embedder} ORDER BY "addedIn" LIMIT 1`;
  if (!first || first.width > widestIndexed) return { ok: false, sentence: null };
  const refused = await makeTables(projectId, embedder, first.width);
  if (refused !== null) return { ok: false, sentence: refused };
  await fill(projectId, embedder, first.width);
  return { ok: true };
}

/** @returns a sentence where the server does not let the app make them. */
async function makeTables(projectId: string, embedder: string, width: number): Promise<string | null> {
  const table = nearTable(projectId, embedder);
  const db = await database();
  try {
    await db.$transaction(async (tx) => {
      // Two who make the same at once would hinder each other.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${vectorSchema}, 0))::text`;
      await tx.$executeRawUnsafe(`CREATE EXTENSION IF NOT EXISTS vector`);
      await tx.$executeRawUnsafe(`CREATE SCHEMA IF NOT EXISTS ${vectorSchema}`);
      await tx.$executeRawUnsafe(
        `CREATE TABLE IF NOT EXISTS ${vectorSchema}.kept ("projectId" uuid, "embedder" text, "width" integer NOT NULL,
           "revision" integer NOT NULL, PRIMARY KEY ("projectId", "embedder"))`,
      );
      const known = await tx.$queryRawUnsafe<{ width: number }[]>(
        `SELECT "width" FROM ${vectorSchema}.kept WHERE "projectId" = $1::uuid AND "embedder" = $2`,
        projectId,
        embedder,
      );
      if (known[0]?.width === width) return;
      await tx.$executeRawUnsafe(`DROP TABLE IF EXISTS ${table}`);
      await tx.$executeRawUnsafe(
        `CREATE TABLE ${table} ("chunkId" uuid PRIMARY KEY, "embedder" text NOT NULL, "embedding" vector(${width}) NOT NULL,
           FOREIGN KEY ("embedder", "chunkId") REFERENCES "DocumentEmbedding" ("embedder", "chunkId") ON DELETE CASCADE)`,
      );
      await tx.$executeRawUnsafe(
        `INSERT INTO ${vectorSchema}.kept ("projectId", "embedder", "width", "revision") VALUES ($1::uuid, $2, $3, 0)
         ON CONFLICT ("projectId", "embedder") DO UPDATE SET "width" = EXCLUDED."width", "revision" = 0`,
        projectId,
        embedder,
        width,
      );
    }, patience);
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return "The database has pgvector, but its user may not use it, so vectors are compared one by one. Let its owner run: CREATE EXTENSION vector; and grant CREATE on the database.";
  }
}

/** Of PostgreSQL: insufficient privilege. */
const isRefusal = (error: unknown) =>
  error instanceof Error && /\b42501\b|permission denied|must be (superuser|owner)/i.test(error.message);

async function fill(projectId: string, embedder: string, width: number): Promise<void> {
  const table = nearTable(projectId, embedder);
  const db = await database();
  const [kept] = await db.$queryRawUnsafe<{ revision: number }[]>(
    `SELECT "revision" FROM ${vectorSchema}.kept WHERE "projectId" = $1::uuid AND "embedder" = $2`,
    projectId,
    embedder,
  );
  const store = await db.retrievalStore.findUnique({ where: { projectId } });
  const [before, revision] = [kept?.revision ?? 0, store?.revision ?? 0];
  if (before === revision) return;
  let after: string | undefined;
  for (;;) {
    const rows = await db.documentEmbedding.findMany({
      where: {
        projectId,
        embedder,
        addedIn: { gt: before, lte: revision },
        ...(after === undefined ? {} : { chunkId: { gt: after } }),
      },
      orderBy: { chunkId: "asc" },
      take: pageSize,
      select: { chunkId: true, vector: true },
    });
    const fitting = rows.filter(({ vector }) => vector.byteLength === width * 4);
    await db.$executeRawUnsafe(
      `INSERT INTO ${table} ("chunkId", "embedder", "embedding")
       SELECT e."chunkId", e."embedder", w."vector"::vector FROM unnest($1::uuid[], $2::text[]) AS w("id", "vector")
       JOIN "DocumentEmbedding" e ON e."chunkId" = w."id" AND e."embedder" = $3 FOR KEY SHARE OF e
       ON CONFLICT ("chunkId") DO NOTHING`,
      fitting.map(({ chunkId }) => chunkId),
      fitting.map(({ vector }) => vectorText(vectorOf(vector))),
      embedder,
    );
    if (rows.length < pageSize) break;
    after = rows.at(-1)?.chunkId;
  }
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${table}, 0))::text`;
    await tx.$executeRawUnsafe(`SET LOCAL maintenance_work_mem = '256MB'`);
    // Built of what is there, it is better and quicker than one that grows vector by vector.
    await tx.$executeRawUnsafe(
      `CREATE INDEX IF NOT EXISTS "${table.slice(vectorSchema.length + 2, -1)}_hnsw" ON ${table} USING hnsw ("embedding" vector_ip_ops)`,
    );
    await tx.$executeRawUnsafe(
      `UPDATE ${vectorSchema}.kept SET "revision" = greatest("revision", $3::int) WHERE "projectId" = $1::uuid AND "embedder" = $2`,
      projectId,
      embedder,
      revision,
    );
  }, patience);
}
