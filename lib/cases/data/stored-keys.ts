import { database } from "@/lib/db/client";
import type { Store } from "@/lib/storage/data";

/** Which of these keys some row points to: objects, posters and thumbnails of instances, pictures of documents, or the originals of instances. */
export async function neededKeys(store: Store, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const db = await database();
  const wanted = [...keys];
  const rows =
    store === "quarantine"
      ? await db.$queryRaw<{ key: string }[]>`
          SELECT DISTINCT "sourceHash" AS "key" FROM "Instance" WHERE "sourceHash" = ANY(${wanted}::text[])`
      : await db.$queryRaw<{ key: string }[]>`
          SELECT DISTINCT k."key" FROM "Instance" i
          CROSS JOIN LATERAL unnest(ARRAY[i."objectKey", i."posterKey", i."thumbnailKey"]) AS k("key")
          WHERE k."key" = ANY(${wanted}::text[])
          UNION SELECT "pictureKey" FROM "Document" WHERE "pictureKey" = ANY(${wanted}::text[])`;
  return new Set(rows.map(({ key }) => key));
}
