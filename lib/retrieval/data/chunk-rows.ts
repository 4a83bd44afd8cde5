import { database, Prisma } from "@/lib/db/client";
import { stemsOf } from "../rules/terms";

/** A chunk as the index of words takes it. */
export interface ChunkRow {
  readonly id: string;
  readonly documentId: string;
  readonly heading: string;
  readonly text: string;
  readonly title: string;
  readonly addedIn: number;
  readonly kind: string;
  readonly externalId: string;
  readonly groupKey: string | null;
}

/** Rows that are read at once. */
const pageSize = 500;

/** Chunks that were there in a revision of a project's store. */
export const thereIn = (projectId: string, revision: number) => Prisma.sql`c."projectId" = ${projectId}::uuid
  AND c."addedIn" <= ${revision} AND (c."retiredIn" IS NULL OR c."retiredIn" > ${revision})`;

/** Reads chunks oldest first; the next rows are read while the last ones are worked on. */
export async function* chunkRows(where: Prisma.Sql): AsyncGenerator<ChunkRow> {
  const db = await database();
  const page = (after: ChunkRow | undefined) => {
    const { addedIn, id } = after ?? { addedIn: 0, id: "00000000-0000-0000-0000-000000000000" };
    return db.$queryRaw<ChunkRow[]>`
      SELECT c."id", c."documentId", c."heading", c."text", c."title", c."addedIn", d."kind", d."externalId", d."groupKey"
      FROM "DocumentChunk" c JOIN "Document" d ON d."id" = c."documentId"
      WHERE ${where} AND c."addedIn" >= ${addedIn} AND (c."addedIn", c."id") > (${addedIn}, ${id}::uuid)
      ORDER BY c."addedIn", c."id" LIMIT ${pageSize}`;
  };
  let rows = await page(undefined);
  while (rows.length > 0) {
    const following = rows.length < pageSize ? Promise.resolve([]) : page(rows.at(-1));
    // Awaited below; until then a failure has nobody to tell.
    following.catch(() => {});
    yield* rows;
    rows = await following;
  }
}

/** The title is part of what a chunk is found by; retired chunks keep the title that their document had. */
export const stemsOfChunk = ({ title, heading, text }: Pick<ChunkRow, "title" | "heading" | "text">) =>
  stemsOf(`${title}\n${heading}\n${text}`);
