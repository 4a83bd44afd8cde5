import { openSync } from "./open-sync";
import { openQueueStorage } from "./queue-storage";
import { emptyItems } from "./rules";
import type { QueueRecord, SaveState } from "./types";

export interface Leftover {
  readonly caseId: string;
  readonly caseLabel: string;
  readonly save: SaveState;
}

/** Milliseconds to wait for a tab that still has the reading open: then its changes are its own affair. */
const patience = 4000;

async function sendOne(record: QueueRecord): Promise<Leftover | null> {
  const { userId, readingId, caseId, caseLabel } = record;
  const sync = openSync(
    { userId, readingId, caseId, caseLabel },
    { items: emptyItems, steps: [], revision: 0 },
  );
  try {
    await sync.start();
    const adopted = () =>
      sync.store.getState().local.pending.length > 0 || sync.store.getState().revision > 0;
    for (let waited = 0; waited < patience && !adopted(); waited += 100)
      await new Promise((done) => setTimeout(done, 100));
    if (!adopted()) return null;
    await sync.sendNow();
    return { caseId, caseLabel, save: sync.store.getState().save };
  } finally {
    sync.close();
  }
}

/** Sends what this person typed into readings that were closed before it was saved. What is refused stays kept. */
export async function sendLeftovers(userId: string): Promise<readonly Leftover[]> {
  const storage = await openQueueStorage().catch(() => null);
  const records = (await storage?.ofUser(userId)) ?? [];
  const byReading = new Map(
    records.filter((one) => one.pending.length > 0).map((one) => [one.readingId, one]),
  );
  const sent = await Promise.all([...byReading.values()].map(sendOne));
  return sent.flatMap((one) => (one ? [one] : []));
}
