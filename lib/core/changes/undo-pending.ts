import { applyChanges, itemOf } from "./items";
import type { LocalState, Stamp } from "./pending";
import type { ItemChange, PartsOf, Step } from "./types";
import { undoChange } from "./undo";

/** What Undo can take back now, oldest first: acknowledged steps, then pending ones, without those being undone. */
export function undoStack<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
): readonly Step[] {
  const undone = new Set(state.pending.map((request) => request.undoes));
  return [...state.steps, ...state.pending.filter((request) => request.undoes === null)].filter(
    (step) => !undone.has(step.key),
  );
}

/** Takes the newest step back, as a request of its own; the same state when there is none. */
export function undoLast<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
  stamp: Stamp,
): LocalState<I, C> {
  const step = undoStack(state).at(-1);
  if (!step) return state;
  const changes = undoChange<C, I>(step, state.items);
  const before = changes.map(({ part, id }) => ({ part, id, value: itemOf(state.items, part, id).value }));
  const request = { ...stamp, undoes: step.key, changes, before, sent: false, sealed: true };
  return {
    ...state,
    items: applyChanges(state.items, changes),
    pending: [...state.pending.map((one) => ({ ...one, sealed: true })), request],
  };
}
