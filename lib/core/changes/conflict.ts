import { applySaved, applyTheirs } from "./items";
import type { LocalState, PendingRequest } from "./pending";
import { rebase } from "./queue";
import { type ItemChange, type PartsOf, sameItem, type TheirItem } from "./types";

/** The refused request goes under a new key, and a waiting Undo of it follows the key. */
function renameFirst<C extends ItemChange>(
  pending: readonly PendingRequest<C>[],
  key: string,
): readonly PendingRequest<C>[] {
  const old = pending[0]?.key;
  return pending.map((request, index) => ({
    ...request,
    ...(index === 0 ? { key, sent: false } : {}),
    undoes: request.undoes === old ? key : request.undoes,
  }));
}

/**
 * The conflict of the first request is settled for this browser's values: it goes again, on top of theirs.
 * @param key a new key; the refused request was not saved under its old one.
 */
export function keepMine<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
  conflicts: readonly TheirItem[],
  key: string,
): LocalState<I, C> {
  const pending = renameFirst(state.pending, key).map((request, index) => ({
    ...request,
    changes: rebase(request.changes, conflicts),
    before:
      index > 0
        ? request.before
        : request.before.map((old) => {
            const conflict = conflicts.find((candidate) => sameItem(candidate, old));
            return conflict ? { ...old, value: conflict.theirs } : old;
          }),
  }));
  return { ...state, items: applySaved(state.items, conflicts), pending };
}

/** The conflict is settled for the server's values: every pending change of those items is dropped. */
export function takeTheirs<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
  conflicts: readonly TheirItem[],
  key: string,
): LocalState<I, C> {
  const isSettled = (item: { readonly part: string; readonly id: string }) =>
    conflicts.some((conflict) => sameItem(conflict, item));
  const pending = renameFirst(state.pending, key)
    .map((request) => ({
      ...request,
      changes: request.changes.filter((change) => !isSettled(change)),
      before: request.before.filter((old) => !isSettled(old)),
    }))
    .filter((request) => request.changes.length > 0);
  return { ...state, items: applyTheirs(state.items, conflicts), pending };
}
