import { emptyItems } from "@/lib/reading/rules";
import { openSync } from "./open-sync";
import { openQueueStorage } from "./queue-storage";
import { isBlocked } from "./rules";
import type { QueueRecord, SaveState } from "./types";

export interface Leftover {
  readonly caseId: string;
  readonly caseLabel: string;
  readonly save: SaveState;
}

/** Takes over one reading's record once no tab holds it, and tries to send it until it is saved or needs its reader. */
function sendOne(record: QueueRecord, report: (leftover: Leftover) => void, leaving: AbortSignal): void {
  const { userId, readingId, caseId, caseLabel } = record;
  const sync = openSync(
    { userId, readingId, caseId, caseLabel },
    { items: emptyItems, steps: [], revision: 0 },
  );
  const done = new AbortController();
  const signal = AbortSignal.any([leaving, done.signal]);
  signal.addEventListener("abort", sync.close);
  window.addEventListener("online", sync.connectionChanged, { signal });
  window.addEventListener("offline", sync.connectionChanged, { signal });
  let adopted = false;
  const stop = sync.store.subscribe(({ local, save }, before) => {
    const waits = local.pending.length > 0;
    adopted ||= waits;
    if (!adopted || signal.aborted || save.kind === "saving" || save.kind === before.save.kind) return;
    if (save.kind === "saved" && waits) return;
    report({ caseId, caseLabel, save });
    if (save.kind === "saved" || isBlocked(save)) done.abort();
  });
  signal.addEventListener("abort", stop);
  void sync.start();
}

/**
 * Sends what this person typed into readings that were closed before it was saved, and reports each step until `leaving`
 * is aborted. What is refused stays kept.
 */
export async function sendLeftovers(
  userId: string,
  report: (leftover: Leftover) => void,
  leaving: AbortSignal,
): Promise<void> {
  const storage = await openQueueStorage().catch(() => null);
  const records = (await storage?.ofUser(userId)) ?? [];
  if (leaving.aborted) return;
  const byReading = new Map(
    records.filter((one) => one.pending.length > 0).map((one) => [one.readingId, one]),
  );
  for (const record of byReading.values()) sendOne(record, report, leaving);
}
