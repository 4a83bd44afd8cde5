import { createStore } from "zustand/vanilla";
import { keepMine, takeTheirs } from "@/lib/core/changes/conflict";
import { acknowledge, makeChanges, markSent, sealPending } from "@/lib/core/changes/pending";
import { undoLast } from "@/lib/core/changes/undo-pending";
import { changesLook } from "@/lib/reading/rules";
import type { Change } from "@/lib/reading/schema";
import type { PartValue, ReadingItems, UndoStep } from "@/lib/reading/types";
import { createKeeper } from "./keeper";
import { backoff, countUnsaved, distinctSteps, isBlocked, withOrphan, withSavedElsewhere } from "./rules";
import type {
  Local,
  QueueStorage,
  SaveState,
  Scope,
  SendOutcome,
  Sync,
  SyncState,
  TabChannel,
  TabLocks,
  Transport,
} from "./types";

export interface SyncOptions {
  readonly scope: Scope;
  readonly tabId: string;
  readonly items: ReadingItems;
  readonly steps: readonly UndoStep[];
  readonly revision: number;
  readonly storage: QueueStorage;
  readonly transport: Transport;
  readonly locks: TabLocks;
  readonly channel: TabChannel;
  /** UUIDv7. */
  readonly newKey: () => string;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly isOnline: () => boolean;
  /** Milliseconds of rest after which a change is sent, and the longest it waits while typing goes on. */
  readonly rest?: number;
  readonly longestRest?: number;
}

const lookStandsAlone = (change: Change, before: unknown) => changesLook(before as PartValue | null, change);

/** Keeps, sends and takes back the changes of one reading in one tab. One request at a time, over all tabs. */
export function createSync(options: SyncOptions): Sync {
  const {
    scope,
    tabId,
    storage,
    transport,
    locks,
    channel,
    newKey,
    rest = 800,
    longestRest = 4000,
  } = options;
  const store = createStore<SyncState>()(() => ({
    local: { items: options.items, pending: [], steps: options.steps },
    revision: options.revision,
    save: { kind: "saved", at: null },
    kept: "yes",
  }));
  const get = store.getState;
  const leaving = new AbortController();
  const keeper = createKeeper(storage, scope, tabId, () => get().local.pending);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let failures = 0;
  let writes = 0;
  let savedAt: string | null = null;
  let draining: Promise<void> | null = null;

  const stamp = () => ({ key: newKey(), at: options.now().toISOString() });
  const setSave = (save: SaveState) => store.setState({ save });

  const setKept = (kept: SyncState["kept"]) => {
    if (kept !== get().kept) store.setState({ kept });
  };
  async function keep(): Promise<void> {
    writes += 1;
    const mine = writes;
    if (get().kept === "yes") setKept("writing");
    const kept = await keeper.keep();
    if (mine === writes) setKept(kept ? "yes" : "no");
  }
  function update(change: (local: Local) => Local): Promise<void> {
    store.setState({ local: change(get().local) });
    return keep();
  }
  function say(): void {
    const count = countUnsaved(get().local);
    const { save } = get();
    if (save.kind !== "saved" && save.kind !== "saving") setSave({ ...save, count });
    else if (count === 0) setSave({ kind: "saved", at: savedAt });
    else setSave({ kind: options.isOnline() ? "saving" : "offline", count });
  }
  function sendIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNow(), delay);
  }

  function retryLater(kind: "offline" | "failed"): void {
    failures += 1;
    setSave({ kind, count: countUnsaved(get().local) });
    sendIn(backoff(failures, options.chance()));
  }

  async function take(outcome: SendOutcome): Promise<boolean> {
    const count = countUnsaved(get().local);
    switch (outcome.kind) {
      case "saved": {
        failures = 0;
        const [request] = get().local.pending;
        await update((local) => {
          const next = acknowledge(local, outcome.saved.items);
          return { ...next, steps: distinctSteps(next.steps) };
        });
        if (request) channel.post({ kind: "saved", request, saved: outcome.saved });
        savedAt = outcome.saved.savedAt;
        store.setState({ revision: outcome.saved.revision, save: { kind: "saved", at: savedAt } });
        if (get().local.pending.length > 0) setSave({ kind: "saving", count: countUnsaved(get().local) });
        return true;
      }
      case "conflict":
        setSave({ kind: "conflict", count, conflicts: outcome.conflicts });
        return false;
      case "refused":
        setSave({ kind: "refused", count, message: outcome.message });
        return false;
      case "signed-out":
        setSave({ kind: "signed-out", count });
        return false;
      case "unreachable":
        retryLater("offline");
        return false;
      case "busy":
        retryLater("failed");
        return false;
      default:
        return outcome satisfies never;
    }
  }

  async function drain(): Promise<void> {
    while (!leaving.signal.aborted && !isBlocked(get().save)) {
      const [first] = get().local.pending;
      if (!first?.sealed) return;
      if (!options.isOnline()) return setSave({ kind: "offline", count: countUnsaved(get().local) });
      await update(markSent);
      const [request] = get().local.pending;
      if (!request) return;
      setSave({ kind: "saving", count: countUnsaved(get().local) });
      if (!(await take(await transport.send(scope.readingId, request)))) return;
    }
  }

  async function sendNow(): Promise<boolean> {
    clearTimeout(timer);
    waitingSince = null;
    void update(sealPending);
    draining ??= locks.run(`send:${scope.userId}:${scope.readingId}`, drain, leaving.signal).finally(() => {
      draining = null;
    });
    await draining;
    const { local, save } = get();
    if (local.pending.length === 0 && save.kind === "saving") setSave({ kind: "saved", at: savedAt });
    if (leaving.signal.aborted || local.pending.length === 0) return local.pending.length === 0;
    return local.pending[0]?.sealed && save.kind === "saving" ? sendNow() : false;
  }

  async function resume(): Promise<boolean> {
    failures = 0;
    setSave({ kind: "saving", count: countUnsaved(get().local) });
    return sendNow();
  }

  /** Waits until that tab is gone, then takes over what it left. */
  function inherit(otherTab: string): void {
    if (otherTab === tabId) return;
    const name = `tab:${otherTab}`;
    const work = async () => {
      if (leaving.signal.aborted) return;
      const adopted = await keeper.adopt(otherTab, (orphan) => {
        store.setState({ local: withOrphan(get().local, orphan.pending) });
      });
      if (!adopted) return;
      say();
      void sendNow();
    };
    void locks.run(name, work, leaving.signal);
  }

  let stopListening = () => {};
  return {
    store,
    sendNow,
    resume,
    start: async () => {
      const untilLeft = () =>
        new Promise<void>((done) => leaving.signal.addEventListener("abort", () => done()));
      void locks.run(`tab:${tabId}`, untilLeft);
      stopListening = channel.listen((message) => {
        if (message.kind === "hello") inherit(message.tabId);
        else {
          store.setState({ revision: Math.max(get().revision, message.saved.revision) });
          void update((local) => withSavedElsewhere(local, message));
        }
      });
      channel.post({ kind: "hello", tabId });
      for (const record of await keeper.others()) inherit(record.tabId);
    },
    change: (changes) => {
      if (changes.length === 0) return;
      void update((local) => makeChanges(sealPending(local), changes, stamp(), lookStandsAlone));
      say();
      const now = options.now().getTime();
      waitingSince ??= now;
      sendIn(Math.max(0, Math.min(rest, waitingSince + longestRest - now)));
    },
    undo: () => {
      const before = get().local;
      const after = undoLast(before, stamp());
      if (after === before) return false;
      void update(() => after);
      say();
      sendIn(rest);
      return true;
    },
    settle: async (mine) => {
      const { save } = get();
      if (save.kind !== "conflict") return false;
      const key = newKey();
      const kept = save.conflicts.filter(mine);
      const taken = save.conflicts.filter((conflict) => !mine(conflict));
      await update((local) => {
        const onTop = kept.length > 0 ? keepMine(local, kept, key) : local;
        return taken.length > 0 ? takeTheirs(onTop, taken, key) : onTop;
      });
      return resume();
    },
    discardRefused: async () => {
      await update((local) => ({ ...local, pending: local.pending.slice(1) }));
      setSave({ kind: "saved", at: savedAt });
    },
    sessionEnded: () => setSave({ kind: "signed-out", count: countUnsaved(get().local) }),
    connectionChanged: () => {
      if (isBlocked(get().save) || get().local.pending.length === 0) return;
      if (options.isOnline()) void resume();
      else setSave({ kind: "offline", count: countUnsaved(get().local) });
    },
    leave: () => {
      const [first] = get().local.pending;
      if (!first || draining || isBlocked(get().save) || !options.isOnline()) return;
      void update((local) => markSent(sealPending(local)));
      const [request] = get().local.pending;
      if (request) transport.sendLeaving(scope.readingId, request);
    },
    close: () => {
      clearTimeout(timer);
      stopListening();
      leaving.abort();
    },
  };
}
