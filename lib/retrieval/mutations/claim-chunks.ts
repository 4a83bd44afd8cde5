import { database, type Transaction } from "@/lib/db/client";

/** A claim that was not renewed for so long is free again: its process is gone; milliseconds. */
const lease = 120_000;

/** Who embeds: a run in one process, with one embedder. */
export interface Claimant {
  readonly projectId: string;
  readonly embedder: string;
  /** Id of the run. */
  readonly holder: string;
}

/**
 * Claims the next chunks after an id that have no vector and that nobody else is embedding. Of two who ask at once each chunk
 * goes to one.
 */
export async function claimChunks(
  { projectId, embedder, holder }: Claimant,
  after: string,
  most: number,
): Promise<readonly string[]> {
  const db = await database();
  const claimed = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "EmbeddingClaim" ("embedder", "chunkId", "projectId", "holder", "until")
    SELECT ${embedder}, c."id", c."projectId", ${holder}::uuid, now() + ${lease} * interval '1 ms' FROM "DocumentChunk" c
    WHERE c."projectId" = ${projectId}::uuid AND c."retiredIn" IS NULL AND c."id" > ${after}::uuid
    AND NOT EXISTS (SELECT 1 FROM "DocumentEmbedding" e WHERE e."chunkId" = c."id" AND e."embedder" = ${embedder})
    AND NOT EXISTS (SELECT 1 FROM "EmbeddingClaim" k
      WHERE k."chunkId" = c."id" AND k."embedder" = ${embedder} AND k."until" > now())
    ORDER BY c."id" LIMIT ${most}
    ON CONFLICT ("embedder", "chunkId") DO UPDATE SET "holder" = EXCLUDED."holder", "until" = EXCLUDED."until"
    WHERE "EmbeddingClaim"."until" <= now()
    RETURNING "chunkId" AS "id"`;
  return claimed.map(({ id }) => id).sort();
}

/** Of chunks that are claimed, those that another run did not embed between looking and claiming. */
export async function withoutVector(embedder: string, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await (await database()).documentEmbedding.findMany({
    where: { embedder, chunkId: { in: [...ids] } },
    select: { chunkId: true },
  });
  const done = new Set(rows.map(({ chunkId }) => chunkId));
  return ids.filter((id) => !done.has(id));
}

/** Keeps the claims of a run for as long as the work takes, and gives back what is left of them at its end. */
export async function whileClaimed<T>(claimant: Claimant, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // A renewal that fails is made up for by the next one; after three the claims are free, as they should be.
    renew(claimant).catch(() => {});
  }, lease / 4);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await giveBack(await database(), claimant);
  }
}

const renew = async ({ holder, embedder, projectId }: Claimant) =>
  (await database()).$executeRaw`
    UPDATE "EmbeddingClaim" SET "until" = now() + ${lease} * interval '1 ms'
    WHERE "projectId" = ${projectId}::uuid AND "embedder" = ${embedder} AND "holder" = ${holder}::uuid`;

/** Gives up all claims of a run. */
export async function giveBack(
  tx: Pick<Transaction, "embeddingClaim">,
  { projectId, embedder, holder }: Claimant,
): Promise<void> {
  await tx.embeddingClaim.deleteMany({ where: { projectId, embedder, holder } });
}

/** Whether another run is embedding chunks of this project with this embedder now. */
export async function othersEmbed({ projectId, embedder, holder }: Claimant): Promise<boolean> {
  const [row] = await (await database()).$queryRaw<{ busy: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "EmbeddingClaim" WHERE "projectId" = ${projectId}::uuid AND "embedder" = ${embedder}
      AND "until" > now() AND "holder" <> ${holder}::uuid) AS "busy"`;
  return row?.busy ?? false;
}
