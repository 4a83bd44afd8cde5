/**
 * The shapes that saving by small changes needs, free of any medicine: a reading's `Change`, `Item` and `ReadingItems`
 * fit them as they are. Browser and server share the functions of this folder; nothing here knows network or storage.
 */
export interface PutChange {
  readonly op: "put";
  readonly part: string;
  readonly id: string;
  /** The item's last revision its author knew; 0 = it did not exist or was deleted. */
  readonly base: number;
  readonly value: unknown;
}

export interface DeleteChange {
  readonly op: "delete";
  readonly part: string;
  readonly id: string;
  readonly base: number;
}

export type ItemChange = PutChange | DeleteChange;

/** Revision 0 = the server has never seen it. `value` null = deleted. */
export interface StoredItem {
  readonly id: string;
  readonly revision: number;
  readonly value: unknown;
}

/** Items by part, e.g. `{ region: [...], decision: [...] }`. */
export type PartsOf<I> = Readonly<Record<keyof I, readonly StoredItem[]>>;

/** What the server answers for each item it saved. */
export interface SavedItem {
  readonly part: string;
  readonly id: string;
  readonly revision: number;
}

/** What the server has where it refused: its revision and value (null = deleted there). */
export interface TheirItem extends SavedItem {
  readonly theirs: unknown;
}

export interface ItemValue {
  readonly part: string;
  readonly id: string;
  /** null = the item did not exist. */
  readonly value: unknown;
}

/** One request that Undo can take back: its key, and the values from before it. */
export interface Step {
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly before: readonly ItemValue[];
}

/** One accepted request as the server's history has it. */
export interface HistoryEntry {
  readonly key: string;
  readonly at: string;
  /** Key of the request this one takes back. */
  readonly undoes: string | null;
  readonly changes: readonly {
    readonly part: string;
    readonly id: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

export const sameItem = (
  one: { readonly part: string; readonly id: string },
  other: { readonly part: string; readonly id: string },
): boolean => one.part === other.part && one.id === other.id;
