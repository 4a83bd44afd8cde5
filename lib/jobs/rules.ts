import type { Counts, ItemState, RunView } from "./types";

/** Tries of an item that may pass by itself. */
export const tries = 3;

/** Workers that may end in the middle of an item before it is given up: it may be what ends them. */
export const losses = 5;

/** A run of so few items goes before longer ones: somebody waits for it. */
export const smallRun = 10;

/** Seconds before the next try: 30, 120, 480. @param failed tries that failed, 1 or more. */
export const backoffSeconds = (failed: number): number => 30 * 4 ** (failed - 1);

export const noCounts: Counts = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };

export const itemsOf = (counts: Counts): number =>
  counts.waiting + counts.running + counts.done + counts.failed + counts.cancelled;

/** One word for a run, from its items. */
export function runState(counts: Counts, cancelled: boolean): RunView["state"] {
  if (counts.running > 0) return "running";
  if (counts.waiting > 0) return itemsOf(counts) > counts.waiting ? "running" : "waiting";
  if (cancelled) return "cancelled";
  return counts.failed > 0 ? "failed" : "done";
}

/** What becomes of an item that failed. @param failed tries that failed, this one included. */
export const afterFailure = (failed: number, again: boolean): Extract<ItemState, "waiting" | "failed"> =>
  again && failed < tries ? "waiting" : "failed";

/** What may become of a request that may pass by itself. */
export const passing: readonly string[] = ["timeout", "rate-limited", "unavailable", "unexpected"];
