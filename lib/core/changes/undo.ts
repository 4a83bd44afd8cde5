import { itemOf } from "./items";
import type { HistoryEntry, ItemChange, PartsOf, Step } from "./types";

/**
 * The change that takes a step back, based on the revisions known now. Send it with `undoes: step.key`.
 * `C` is the caller's change type: part and value of a step were one valid change when they were saved.
 */
export function undoChange<C extends ItemChange, I extends PartsOf<I>>(step: Step, items: I): readonly C[] {
  return step.before.map(({ part, id, value }) => {
    const base = itemOf(items, part, id).revision;
    const change: ItemChange =
      value === null ? { op: "delete", part, id, base } : { op: "put", part, id, base, value };
    return change as C;
  });
}

/**
 * What Undo can still take back, oldest first: a request pushes a step, one that undoes removes the step it names.
 * @param limit the newest steps kept.
 */
export function undoSteps(history: readonly HistoryEntry[], limit = 100): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const { key, at, undoes, changes } of history) {
    if (undoes !== null) steps.delete(undoes);
    else if (changes.length > 0)
      steps.set(key, {
        key,
        at,
        before: changes.map(({ part, id, before }) => ({ part, id, value: before })),
      });
  }
  return [...steps.values()].slice(-limit);
}
