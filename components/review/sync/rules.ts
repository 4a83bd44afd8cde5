import { applyChanges, applyTheirs } from "@/lib/core/changes/items";
import { sameItem } from "@/lib/core/changes/types";
import type { Local, Pending, SaveState, TabMessage } from "./types";

/** Changes that only this browser has. */
export function countUnsaved(local: Local): number {
  return local.pending.reduce((sum, request) => sum + request.changes.length, 0);
}

const waitsInQueue = (local: Local, item: { readonly part: string; readonly id: string }): boolean =>
  local.pending.some((request) => request.changes.some((change) => sameItem(change, item)));

/**
 * The queue with what a closed tab left behind. Its first request may have gone out while it closed, so it is fixed;
 * what this tab has changed itself stays on top.
 */
export function withOrphan(local: Local, orphan: readonly Pending[]): Local {
  const known = new Set(local.pending.map((request) => request.key));
  const fresh = orphan
    .filter((request) => !known.has(request.key))
    .map((request, index) => ({ ...request, sealed: true, sent: request.sent || index === 0 }));
  const changes = fresh
    .flatMap((request) => request.changes)
    .filter((change) => !waitsInQueue(local, change));
  return {
    ...local,
    items: applyChanges(local.items, changes),
    pending: [...local.pending.map((request) => ({ ...request, sealed: true })), ...fresh],
  };
}

/** What another tab of this browser saved. Items that wait here keep this tab's words: their conflict is shown later. */
export function withSavedElsewhere(local: Local, message: TabMessage & { readonly kind: "saved" }): Local {
  const { request, saved } = message;
  const theirs = saved.items
    .filter((item) => !waitsInQueue(local, item))
    .map((item) => {
      const change = request.changes.find((candidate) => sameItem(candidate, item));
      return { ...item, theirs: change?.op === "put" ? change.value : null };
    });
  const { key, at, before, undoes } = request;
  const steps =
    undoes === null
      ? [...local.steps, { key, at, before }]
      : local.steps.filter((step) => step.key !== undoes);
  return { ...local, items: applyTheirs(local.items, theirs), steps: distinctSteps(steps) };
}

/** A step that was acknowledged twice (sent again after a crash) counts once. */
export function distinctSteps<S extends { readonly key: string }>(steps: readonly S[]): readonly S[] {
  return [...new Map(steps.map((step) => [step.key, step])).values()];
}

/** Whether the queue stands still until the reader does something. */
export function isBlocked(save: SaveState): boolean {
  return save.kind === "conflict" || save.kind === "refused" || save.kind === "signed-out";
}

const firstDelay = 1000;
const longestDelay = 30_000;

/** Milliseconds to wait before the next attempt: doubles up to half a minute. `chance` in [0, 1) spreads the tabs. */
export function backoff(failures: number, chance: number): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** Math.max(0, failures - 1));
  return delay * (0.75 + chance / 2);
}
