import { applyChanges, applySaved, itemOf } from "./items";
import { coalesce, rebase } from "./queue";
import { type ItemChange, type ItemValue, type PartsOf, type SavedItem, type Step, sameItem } from "./types";

/** Most changes one request may carry; the server refuses more. */
export const requestLimit = 500;

/** A change request that the server has not acknowledged. It is what the browser keeps in its own database. */
export interface PendingRequest<C extends ItemChange> extends Step {
  readonly undoes: string | null;
  readonly changes: readonly C[];
  /** Went to the network at least once. The server may have applied it, so its content is fixed. */
  readonly sent: boolean;
  /** Takes no other item's changes any more: what follows is a step of its own for Undo. */
  readonly sealed: boolean;
}

/** One reading as one browser knows it: `items` show every pending change already. */
export interface LocalState<I extends PartsOf<I>, C extends ItemChange> {
  readonly items: I;
  /** Oldest first; only the first is ever sent. */
  readonly pending: readonly PendingRequest<C>[];
  /** Acknowledged steps that Undo can take back, oldest first. */
  readonly steps: readonly Step[];
}

/** Key and time of a request, should this change begin one; both come from outside (UUIDv7, ISO 8601). */
export interface Stamp {
  readonly key: string;
  readonly at: string;
}

const newRequest = { undoes: null, changes: [], before: [], sent: false, sealed: false } as const;

/** Whether a change has to be a request of its own, given the value its item had before (null = none). */
export type StandsAlone<C extends ItemChange> = (change: C, before: unknown) => boolean;

function accepts<C extends ItemChange>(
  request: PendingRequest<C>,
  changes: readonly C[],
  standsAlone: StandsAlone<C>,
): boolean {
  if (request.sent || request.undoes !== null) return false;
  const closed = request.changes.some((change) =>
    standsAlone(change, request.before.find((old) => sameItem(old, change))?.value ?? null),
  );
  if (closed) return false;
  if (request.changes.length + changes.length > requestLimit) return false;
  // Typing on in one text stays one step, however long the server was out of reach.
  return !request.sealed || changes.every((one) => request.changes.every((other) => sameItem(one, other)));
}

/**
 * Makes changes: shown at once, and added to the request being gathered or to a new one. Bases are filled in here. What
 * stands alone gets a request of its own, so that the server and Undo see each step.
 */
export function makeChanges<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
  changes: readonly C[],
  stamp: Stamp,
  standsAlone: StandsAlone<C> = () => false,
): LocalState<I, C> {
  const based = changes.map((change) => ({
    ...change,
    base: itemOf(state.items, change.part, change.id).revision,
  }));
  const last = state.pending.at(-1);
  const alone = based.some((change) =>
    standsAlone(change, itemOf(state.items, change.part, change.id).value),
  );
  const joins = last !== undefined && !alone && accepts(last, based, standsAlone);
  const request: PendingRequest<C> = joins ? last : { ...newRequest, ...stamp };
  const before: ItemValue[] = [...request.before];
  for (const { part, id } of based)
    if (!before.some((known) => sameItem(known, { part, id })))
      before.push({ part, id, value: itemOf(state.items, part, id).value });
  const gathered = based.reduce<readonly C[]>(coalesce, request.changes);
  return {
    ...state,
    items: applyChanges(state.items, based),
    pending: [
      ...(joins ? state.pending.slice(0, -1) : state.pending),
      { ...request, before, changes: gathered },
    ],
  };
}

/** Ends the request being gathered (at the pause after typing). */
export function sealPending<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
): LocalState<I, C> {
  return { ...state, pending: state.pending.map((request) => ({ ...request, sealed: true })) };
}

/** Marks the first request as sent: its content is fixed now. After a failure send it again unchanged. */
export function markSent<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
): LocalState<I, C> {
  const [first, ...rest] = state.pending;
  return first ? { ...state, pending: [{ ...first, sent: true, sealed: true }, ...rest] } : state;
}

/** The server saved the first request: it leaves the queue, and what waits is based on the new revisions. */
export function acknowledge<I extends PartsOf<I>, C extends ItemChange>(
  state: LocalState<I, C>,
  saved: readonly SavedItem[],
): LocalState<I, C> {
  const [first, ...rest] = state.pending;
  if (!first) return state;
  const { key, at, before, undoes } = first;
  return {
    items: applySaved(state.items, saved),
    pending: rest.map((request) => ({ ...request, changes: rebase(request.changes, saved) })),
    steps:
      undoes === null
        ? [...state.steps, { key, at, before }]
        : state.steps.filter((step) => step.key !== undoes),
  };
}
