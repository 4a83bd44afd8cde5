import { v7 as newKey } from "uuid";
import type { ReadingItems, UndoStep } from "@/lib/reading/types";
import { createSync } from "./engine";
import { openQueueStorage } from "./queue-storage";
import { browserChannel, browserLocks } from "./tabs";
import { createTransport } from "./transport";
import type { QueueStorage, Scope, Sync } from "./types";

/** The storage before it is open; where it cannot be opened, every call fails and the screen says so. */
function opening(): QueueStorage {
  const storage = openQueueStorage();
  storage.catch(() => undefined);
  return {
    write: async (record) => (await storage).write(record),
    remove: async (id) => (await storage).remove(id),
    ofReading: async (userId, readingId) => (await storage).ofReading(userId, readingId),
    ofUser: async (userId) => (await storage).ofUser(userId),
    adopt: async (id, into) => (await storage).adopt(id, into),
  };
}

/** The queue of one reading in this browser tab. Start it when the screen is there, close it when it goes. */
export function openSync(
  scope: Scope,
  known: {
    readonly items: ReadingItems;
    readonly steps: readonly UndoStep[];
    readonly revision: number;
  },
): Sync {
  return createSync({
    scope,
    ...known,
    tabId: newKey(),
    storage: opening(),
    transport: createTransport((...args) => fetch(...args)),
    locks: browserLocks(),
    channel: browserChannel(scope.userId, scope.readingId),
    newKey: () => newKey(),
    now: () => new Date(),
    chance: Math.random,
    isOnline: () => navigator.onLine,
  });
}
