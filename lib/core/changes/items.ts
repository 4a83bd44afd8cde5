import type { ItemChange, PartsOf, SavedItem, StoredItem, TheirItem } from "./types";

function withItem<I extends PartsOf<I>>(
  items: I,
  part: string,
  id: string,
  next: (old: StoredItem) => StoredItem,
): I {
  const list: readonly StoredItem[] = items[part as keyof I] ?? [];
  const index = list.findIndex((item) => item.id === id);
  const old = list[index] ?? { id, revision: 0, value: null };
  const fresh = index < 0 ? [...list, next(old)] : list.with(index, next(old));
  return { ...items, [part]: fresh };
}

/** The item as it is known here, `{ revision: 0, value: null }` for one never seen. */
export function itemOf<I extends PartsOf<I>>(items: I, part: string, id: string): StoredItem {
  const list: readonly StoredItem[] = items[part as keyof I] ?? [];
  return list.find((item) => item.id === id) ?? { id, revision: 0, value: null };
}

/** The items after the changes, before any server has seen them: values change, revisions stay. */
export function applyChanges<I extends PartsOf<I>>(items: I, changes: readonly ItemChange[]): I {
  return changes.reduce(
    (all, change) =>
      withItem(all, change.part, change.id, (old) => ({
        ...old,
        value: change.op === "put" ? change.value : null,
      })),
    items,
  );
}

/** The items after an acknowledgement: revisions become the server's, values stay (newer words may wait already). */
export function applySaved<I extends PartsOf<I>>(items: I, saved: readonly SavedItem[]): I {
  return saved.reduce(
    (all, { part, id, revision }) => withItem(all, part, id, (old) => ({ ...old, revision })),
    items,
  );
}

/** The items with the server's values and revisions put in for those it refused. */
export function applyTheirs<I extends PartsOf<I>>(items: I, conflicts: readonly TheirItem[]): I {
  return conflicts.reduce(
    (all, { part, id, revision, theirs }) => withItem(all, part, id, () => ({ id, revision, value: theirs })),
    items,
  );
}
