import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepMine, takeTheirs } from "./conflict";
import { applyChanges, applySaved, itemOf } from "./items";
import { acknowledge, type LocalState, makeChanges, markSent, sealPending } from "./pending";
import { coalesce, rebase } from "./queue";
import type { HistoryEntry, ItemChange, StoredItem, TheirItem } from "./types";
import { undoSteps } from "./undo";
import { undoLast, undoStack } from "./undo-pending";

interface Items {
  readonly text: readonly StoredItem[];
  readonly mark: readonly StoredItem[];
}
type State = LocalState<Items, ItemChange>;

const empty: State = { items: { text: [], mark: [] }, pending: [], steps: [] };
const put = (part: string, id: string, value: unknown): ItemChange => ({
  op: "put",
  part,
  id,
  base: 0,
  value,
});

/** The server's rule in ten lines: a change is taken only on the revision it was made on. */
function makeServer() {
  const rows = new Map<string, { revision: number; value: unknown }>();
  const history: (HistoryEntry & { readonly bases: readonly number[] })[] = [];
  const row = (part: string, id: string) => rows.get(`${part} ${id}`) ?? { revision: 0, value: null };
  return {
    row,
    history,
    save({ key, undoes, changes }: { key: string; undoes: string | null; changes: readonly ItemChange[] }) {
      const conflicts: TheirItem[] = [];
      for (const { op, part, id, base } of changes) {
        const { revision, value } = row(part, id);
        if (base !== revision && !(value === null && (base === 0 || op === "delete")))
          conflicts.push({ part, id, revision, theirs: value });
      }
      if (conflicts.length > 0) return { conflicts, saved: [] };
      const revision = history.length + 1;
      const entries = changes.map((change) => ({
        part: change.part,
        id: change.id,
        before: row(change.part, change.id).value,
        after: change.op === "put" ? change.value : null,
      }));
      for (const { part, id, after } of entries) rows.set(`${part} ${id}`, { revision, value: after });
      history.push({ key, at: "", undoes, changes: entries, bases: changes.map((change) => change.base) });
      return { conflicts, saved: entries.map(({ part, id }) => ({ part, id, revision })) };
    },
  };
}

const itemArbitrary = fc.record({
  part: fc.constantFrom("text", "mark"),
  id: fc.constantFrom("a", "b", "c"),
});
const changeArbitrary = itemArbitrary.chain(({ part, id }) =>
  fc
    .option(fc.string({ maxLength: 4 }))
    .map<ItemChange>((value) =>
      value === null ? { op: "delete", part, id, base: 0 } : { op: "put", part, id, base: 0, value },
    ),
);

describe("coalesce", () => {
  it("keeps one change an item, the newest value on the first base, in the order first touched", () => {
    const first: ItemChange = { op: "put", part: "text", id: "a", base: 3, value: "x" };
    const queue = coalesce(coalesce([first], put("mark", "b", 1)), {
      op: "delete",
      part: "text",
      id: "a",
      base: 9,
    });
    expect(queue).toEqual([
      { op: "delete", part: "text", id: "a", base: 3 },
      { op: "put", part: "mark", id: "b", base: 0, value: 1 },
    ]);
  });

  it("never changes what the queue does to the items", () => {
    fc.assert(
      fc.property(fc.array(changeArbitrary), (changes) => {
        const queue = changes.reduce<readonly ItemChange[]>(coalesce, []);
        expect(new Set(queue.map(({ part, id }) => part + id)).size).toBe(queue.length);
        for (const part of ["text", "mark"])
          for (const id of ["a", "b", "c"])
            expect(itemOf(applyChanges(empty.items, queue), part, id)).toEqual(
              itemOf(applyChanges(empty.items, changes), part, id),
            );
      }),
    );
  });
});

describe("acknowledgement", () => {
  it("moves the bases of what waits, and keeps newer words", () => {
    expect(
      rebase([put("text", "a", "newer"), put("text", "b", 1)], [{ part: "text", id: "a", revision: 7 }]),
    ).toEqual([
      { op: "put", part: "text", id: "a", base: 7, value: "newer" },
      { op: "put", part: "text", id: "b", base: 0, value: 1 },
    ]);
    const items = applySaved(applyChanges(empty.items, [put("text", "a", "newer")]), [
      { part: "text", id: "a", revision: 7 },
    ]);
    expect(items.text).toEqual([{ id: "a", revision: 7, value: "newer" }]);
  });

  it("leaves a request alone once it was sent: what is typed meanwhile is a request of its own", () => {
    let state = makeChanges(empty, [put("text", "a", "one")], { key: "k1", at: "" });
    state = makeChanges(markSent(state), [put("text", "a", "two")], { key: "k2", at: "" });
    expect(state.pending.map(({ key, changes }) => [key, changes.length])).toEqual([
      ["k1", 1],
      ["k2", 1],
    ]);
    state = acknowledge(state, [{ part: "text", id: "a", revision: 1 }]);
    expect(state.pending).toMatchObject([{ key: "k2", changes: [{ base: 1, value: "two" }] }]);
  });

  it("gives what stands alone a request of its own, and nothing joins it", () => {
    const isSwitch = (change: ItemChange, before: unknown) =>
      change.op === "put" && String(before).startsWith("off") !== String(change.value).startsWith("off");
    let state = empty;
    for (const [index, value] of ["on 1", "on 2", "off 2", "off 3", "on 3", "on 4"].entries())
      state = makeChanges(state, [put("text", "a", value)], { key: `k${index}`, at: "" }, isSwitch);
    expect(state.pending.map(({ changes }) => changes.map((one) => one.op === "put" && one.value))).toEqual([
      ["on 2"],
      ["off 2"],
      ["off 3"],
      ["on 3"],
      ["on 4"],
    ]);
    expect(itemOf(undoLast(state, { key: "u", at: "" }).items, "text", "a").value).toBe("on 3");
  });

  it("goes on with one sealed text as the same step, and begins a new step for another item", () => {
    let state = sealPending(makeChanges(empty, [put("text", "a", "o")], { key: "k1", at: "" }));
    state = sealPending(makeChanges(state, [put("text", "a", "on")], { key: "k2", at: "" }));
    state = makeChanges(state, [put("mark", "b", 1)], { key: "k3", at: "" });
    expect(state.pending.map((request) => request.key)).toEqual(["k1", "k3"]);
  });
});

describe("undo", () => {
  it("takes back every step, saved or not, to what was there at first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(changeArbitrary, fc.boolean()), { maxLength: 12 }), (edits) => {
        const server = makeServer();
        let counter = 0;
        const stamp = () => ({ key: `k${counter++}`, at: "" });
        let state = empty;
        const flush = () => {
          for (let first = state.pending[0]; first; first = state.pending[0]) {
            state = markSent(state);
            state = acknowledge(state, server.save(first).saved);
          }
        };
        for (const [change, save] of edits) {
          state = sealPending(makeChanges(state, [change], stamp()));
          if (save) flush();
        }
        while (undoStack(state).length > 0) state = undoLast(state, stamp());
        flush();
        for (const list of [state.items.text, state.items.mark])
          expect(list.every((item) => item.value === null)).toBe(true);
        expect(undoSteps(server.history)).toEqual([]);
      }),
    );
  });

  it("finds the same steps in the server's history after a reload", () => {
    const history: HistoryEntry[] = [
      { key: "k1", at: "1", undoes: null, changes: [{ part: "text", id: "a", before: null, after: "x" }] },
      { key: "k2", at: "2", undoes: null, changes: [{ part: "text", id: "a", before: "x", after: "y" }] },
      { key: "k3", at: "3", undoes: "k2", changes: [{ part: "text", id: "a", before: "y", after: "x" }] },
      { key: "k4", at: "4", undoes: null, changes: [] },
    ];
    expect(undoSteps(history)).toEqual([
      { key: "k1", at: "1", before: [{ part: "text", id: "a", value: null }] },
    ]);
    expect(undoSteps([...history.slice(0, 2)], 1).map((step) => step.key)).toEqual(["k2"]);
  });
});

describe("two browsers on one reading", () => {
  const actionArbitrary = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.oneof(
      changeArbitrary.map((change) => ({ kind: "edit", change }) as const),
      fc.constantFrom({ kind: "send" } as const, { kind: "undo" } as const),
    ),
    settle: fc.constantFrom(keepMine, takeTheirs),
  });

  it("never loses an update without showing it, whatever the interleaving", () => {
    fc.assert(
      fc.property(fc.array(actionArbitrary, { maxLength: 40 }), (actions) => {
        const server = makeServer();
        const clients = [empty, empty];
        const seen = [new Map<string, unknown>(), new Map<string, unknown>()];
        let counter = 0;
        const send = (who: number, settle: typeof keepMine<Items, ItemChange>) => {
          let state = markSent(clients[who] ?? empty);
          const first = state.pending[0];
          if (!first) return;
          // The values this client overwrites must be values it has shown.
          const replaced = first.changes.map(({ op, part, id }) => ({
            op,
            part,
            id,
            ...server.row(part, id),
          }));
          const { conflicts, saved } = server.save(first);
          if (conflicts.length > 0) {
            for (const { part, id, theirs } of conflicts) seen[who]?.set(`${part} ${id}`, theirs);
            state = settle(state, conflicts, `r${counter++}`);
          } else {
            for (const { part, id, value } of replaced)
              if (value !== null) expect(seen[who]?.get(`${part} ${id}`)).toEqual(value);
            for (const change of first.changes)
              seen[who]?.set(`${change.part} ${change.id}`, change.op === "put" ? change.value : null);
            state = acknowledge(state, saved);
          }
          clients[who] = state;
        };
        for (const { who, what, settle } of actions) {
          const state = clients[who] ?? empty;
          const stamp = { key: `k${counter++}`, at: "" };
          if (what.kind === "edit") clients[who] = makeChanges(state, [what.change], stamp);
          if (what.kind === "undo") clients[who] = undoLast(state, stamp);
          if (what.kind === "send") send(who, settle);
        }
        for (const who of [0, 1])
          for (let tries = 0; (clients[who]?.pending.length ?? 0) > 0; tries++) {
            expect(tries).toBeLessThan(200);
            send(who, keepMine);
          }
      }),
      { numRuns: 500 },
    );
  });
});
