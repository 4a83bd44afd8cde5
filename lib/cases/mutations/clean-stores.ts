import { type Store, type StoredFile, storedFiles } from "@/lib/storage/data";
import { removeStored } from "@/lib/storage/mutations";
import { neededKeys } from "../data/stored-keys";

export interface StoreGarbage {
  readonly store: Store;
  /** All files of the store. */
  readonly files: number;
  /** Files older than a day that no row points to. */
  readonly unneeded: number;
  readonly bytes: number;
  readonly removed: number;
}

export type CleanOutcome =
  | { readonly ok: true; readonly stores: readonly StoreGarbage[] }
  /** Files are stored and not one of them is known: database and data folder do not belong together. */
  | { readonly ok: false; readonly reason: "not-this-database"; readonly files: number };

/** An import stores a file before its row. One that takes longer than this was killed. */
const safeAge = 24 * 3_600_000;
const batchSize = 20_000;
const stores: readonly Store[] = ["objects", "quarantine"];

async function* batches(store: Store): AsyncGenerator<readonly StoredFile[]> {
  let batch: StoredFile[] = [];
  for await (const file of storedFiles(store)) {
    batch.push(file);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const keysOf = (files: readonly StoredFile[]) => files.flatMap(({ key }) => key ?? []);

/** Whether some file is known here, or nothing is stored. */
async function belongsTogether(): Promise<{ readonly known: boolean; readonly files: number }> {
  let files = 0;
  for (const store of stores)
    for await (const batch of batches(store)) {
      const keys = keysOf(batch);
      files += keys.length;
      if ((await neededKeys(store, keys)).size > 0) return { known: true, files };
    }
  return { known: files === 0, files };
}

/**
 * Finds what killed imports left in the stores: files older than a day that no row points to. Removes them where asked
 * to; without that nothing is touched.
 */
export async function cleanStores(
  { remove }: { readonly remove: boolean },
  now = new Date(),
): Promise<CleanOutcome> {
  const { known, files: found } = await belongsTogether();
  if (!known) return { ok: false, reason: "not-this-database", files: found };
  const olderThan = new Date(now.getTime() - safeAge);
  const report: StoreGarbage[] = [];
  for (const store of stores) {
    const counts = { files: 0, unneeded: 0, bytes: 0, removed: 0 };
    for await (const batch of batches(store)) {
      counts.files += batch.length;
      const needed = await neededKeys(store, keysOf(batch));
      for (const file of batch) {
        if (file.modifiedAt >= olderThan || (file.key !== null && needed.has(file.key))) continue;
        counts.unneeded++;
        counts.bytes += file.bytes;
        if (!remove) continue;
        const isNeeded = async (key: string) => (await neededKeys(store, [key])).has(key);
        if (await removeStored(file, olderThan, isNeeded)) counts.removed++;
      }
    }
    report.push({ store, ...counts });
  }
  return { ok: true, stores: report };
}
