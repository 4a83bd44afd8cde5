import type { Transaction } from "@/lib/db/client";

/** Removes the vectors of retired chunks that no draft was written with: nothing finds them any more. */
export async function dropRetiredEmbeddings(tx: Transaction, projectId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "DocumentEmbedding" e USING "DocumentChunk" c
    WHERE e."projectId" = ${projectId}::uuid AND c."id" = e."chunkId" AND c."retiredIn" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "DraftContext" x WHERE x."chunkId" = c."id")`;
}
