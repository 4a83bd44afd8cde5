import { type DBSchema, openDB } from "idb";
import type { QueueRecord, QueueStorage } from "./types";

interface QueueDatabase extends DBSchema {
  queues: { key: string; value: QueueRecord; indexes: { userId: string } };
}

/** The queue in IndexedDB: one record per tab and reading. It holds only what no server has acknowledged. */
export async function openQueueStorage(name = "reading-room-queue"): Promise<QueueStorage> {
  const database = await openDB<QueueDatabase>(name, 1, {
    upgrade: (fresh) => fresh.createObjectStore("queues", { keyPath: "id" }).createIndex("userId", "userId"),
  });
  const ofUser = (userId: string) => database.getAllFromIndex("queues", "userId", userId);
  return {
    ofUser,
    write: async (record) => {
      const transaction = database.transaction("queues", "readwrite");
      const put = transaction.store.put(record);
      // A tab that closes takes every transaction with it that was not told to commit.
      transaction.commit();
      await Promise.all([put, transaction.done]);
    },
    remove: (id) => database.delete("queues", id),
    ofReading: async (userId, readingId) =>
      (await ofUser(userId)).filter((record) => record.readingId === readingId),
    adopt: async (id, into) => {
      const transaction = database.transaction("queues", "readwrite");
      const orphan = await transaction.store.get(id);
      const merged = orphan && orphan.pending.length > 0 ? into(orphan) : null;
      if (merged) await transaction.store.put(merged);
      if (orphan && merged?.id !== id) await transaction.store.delete(id);
      await transaction.done;
      return merged;
    },
  };
}
