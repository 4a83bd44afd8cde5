import type { Pending, QueueRecord, QueueStorage, Scope } from "./types";

/** Writes one tab's queue to the browser's database, in order, never more often than needed. */
export function createKeeper(
  storage: QueueStorage,
  scope: Scope,
  tabId: string,
  pending: () => readonly Pending[],
) {
  const id = `${scope.userId}:${scope.readingId}:${tabId}`;
  const record = (): QueueRecord => ({ ...scope, id, tabId, pending: pending() });
  let last: Promise<boolean> = Promise.resolve(true);
  let next: Promise<boolean> | null = null;

  async function write(): Promise<boolean> {
    next = null;
    try {
      if (pending().length > 0) await storage.write(record());
      else await storage.remove(id);
      return true;
    } catch (error) {
      console.error("changes could not be kept in this browser", error);
      return false;
    }
  }

  return {
    /** Resolves once what is pending now is kept; false where the database refused. */
    keep: (): Promise<boolean> => {
      next ??= last.then(write);
      last = next;
      return next;
    },
    /** Records of other tabs with the same reading. */
    others: async (): Promise<readonly QueueRecord[]> => {
      try {
        return (await storage.ofReading(scope.userId, scope.readingId)).filter(
          (other) => other.tabId !== tabId,
        );
      } catch {
        return [];
      }
    },
    /** Moves another tab's record into this one's, in one transaction. `merge` puts it into `pending`. */
    adopt: async (otherTab: string, merge: (orphan: QueueRecord) => void): Promise<boolean> => {
      const adopted = await storage
        .adopt(`${scope.userId}:${scope.readingId}:${otherTab}`, (orphan) => {
          merge(orphan);
          return record();
        })
        .catch(() => null);
      return adopted !== null;
    },
  };
}
