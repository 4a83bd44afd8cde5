import type { StoreApi } from "zustand/vanilla";
import type { LocalState, PendingRequest } from "@/lib/core/changes/pending";
import type { Change } from "@/lib/reading/schema";
import type { ChangesConflict, ChangesSaved, ReadingItems } from "@/lib/reading/types";

export type Conflict = ChangesConflict["conflicts"][number];
export type Local = LocalState<ReadingItems, Change>;
export type Pending = PendingRequest<Change>;

/** Whose queue it is. The label is for messages only. */
export interface Scope {
  readonly userId: string;
  readonly readingId: string;
  readonly caseId: string;
  readonly caseLabel: string;
}

/** What the top bar says. `count` = changes that only this browser has. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "saving"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number }
  | { readonly kind: "failed"; readonly count: number }
  | { readonly kind: "signed-out"; readonly count: number }
  | { readonly kind: "conflict"; readonly count: number; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "refused"; readonly count: number; readonly message: string };

/** How one attempt to send ended. */
export type SendOutcome =
  | { readonly kind: "saved"; readonly saved: ChangesSaved }
  | { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "signed-out" }
  /** Nobody answered. */
  | { readonly kind: "unreachable" }
  /** Answered, but cannot save just now. */
  | { readonly kind: "busy" }
  /** Will not be saved as it is. */
  | { readonly kind: "refused"; readonly message: string };

export interface Transport {
  readonly send: (readingId: string, request: Pending) => Promise<SendOutcome>;
  /** Hands the request to the browser while the page goes away; nobody waits for the answer. */
  readonly sendLeaving: (readingId: string, request: Pending) => void;
}

/** What one tab keeps in the browser's database. */
export interface QueueRecord extends Scope {
  readonly id: string;
  readonly tabId: string;
  readonly pending: readonly Pending[];
}

export interface QueueStorage {
  readonly write: (record: QueueRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly ofReading: (userId: string, readingId: string) => Promise<readonly QueueRecord[]>;
  readonly ofUser: (userId: string) => Promise<readonly QueueRecord[]>;
  /** Moves a record into another in one transaction; null where it was gone or empty. */
  readonly adopt: (id: string, into: (orphan: QueueRecord) => QueueRecord) => Promise<QueueRecord | null>;
}

/** Locks that all tabs of one browser share. `work` holds the lock until its promise settles. */
export interface TabLocks {
  readonly run: (name: string, work: () => Promise<void>, signal?: AbortSignal) => Promise<void>;
}

export type TabMessage =
  | { readonly kind: "hello"; readonly tabId: string }
  | { readonly kind: "saved"; readonly request: Pending; readonly saved: ChangesSaved };

/** Words between the tabs of one reading. */
export interface TabChannel {
  readonly post: (message: TabMessage) => void;
  readonly listen: (hear: (message: TabMessage) => void) => () => void;
}

export interface SyncState {
  readonly local: Local;
  /** Of the whole reading, as the server last told. */
  readonly revision: number;
  readonly save: SaveState;
  /** Whether the browser's database has all of it. With "no" it refused: closing the tab would lose what is not sent. */
  readonly kept: "yes" | "writing" | "no";
}

export interface Sync {
  readonly store: StoreApi<SyncState>;
  /** Takes over what closed tabs left, then sends. */
  readonly start: () => Promise<void>;
  /** Makes changes. A step of its own for Undo, unless it goes on with the very same item. */
  readonly change: (changes: readonly Change[]) => void;
  /** Takes the newest step back; false where there is none. */
  readonly undo: () => boolean;
  /** Sends what waits without waiting for a pause; true when all of it was acknowledged. */
  readonly sendNow: () => Promise<boolean>;
  /** After signing in again, or on the reader's wish: tries again at once. */
  readonly resume: () => Promise<boolean>;
  /** Settles a conflict: the items named keep this browser's words, the others take the server's. */
  readonly settle: (mine: (conflict: Conflict) => boolean) => Promise<boolean>;
  /** Gives up the request that the server will not take. */
  readonly discardRefused: () => Promise<void>;
  /** Something else found out that the session has ended. */
  readonly sessionEnded: () => void;
  /** The network came or went. */
  readonly connectionChanged: () => void;
  /** The page goes away. */
  readonly leave: () => void;
  readonly close: () => void;
}
