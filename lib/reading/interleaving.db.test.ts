import fc from "fast-check";
import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { keepMine, takeTheirs } from "@/lib/core/changes/conflict";
import { itemOf } from "@/lib/core/changes/items";
import { acknowledge, type LocalState, makeChanges, markSent } from "@/lib/core/changes/pending";
import { undoLast } from "@/lib/core/changes/undo-pending";
import { testDatabase } from "@/lib/db/testing/test-database";
import { readingOf } from "./data/workspace";
import { openReading } from "./mutations/open-reading";
import { saveChanges } from "./mutations/save-changes";
import type { Change } from "./schema";
import { putRegion } from "./testing/change";
import { type SeededCase, seedActor, seedCase, seedProject } from "./testing/seed-case";
import type { OwnReadingId, PartValue, ReadingItems } from "./types";

const database = testDatabase();

type State = LocalState<ReadingItems, Change>;
const empty: State = {
  items: { region: [], keySlice: [], decision: [], rating: [], verdict: [], span: [] },
  pending: [],
  steps: [],
};
const stamp = () => ({ key: newId(), at: new Date().toISOString() });
const labelOf = (value: PartValue | null | undefined) => (value && "label" in value ? value.label : null);

/** One browser: it shows what it knows, sends its first request, may lose the answer and send again. */
class Browser {
  state = empty;
  /** What this browser has shown of each region; only that may it overwrite. */
  readonly shown = new Map<string, string | null>();
  constructor(
    readonly actor: Actor,
    readonly readingId: OwnReadingId,
  ) {}

  edit(change: Change) {
    this.state = makeChanges(this.state, [change], stamp());
  }

  undo() {
    this.state = undoLast(this.state, stamp());
  }

  async send(settle: "mine" | "theirs", losesAnswer: boolean): Promise<void> {
    this.state = markSent(this.state);
    const [first] = this.state.pending;
    if (!first) return;
    const request = { key: first.key, undoes: first.undoes, changes: [...first.changes] };
    const before = await readingOf(this.readingId);
    const outcome = await saveChanges(this.actor, this.readingId, request);
    const again = losesAnswer ? await saveChanges(this.actor, this.readingId, request) : outcome;
    expect(again).toEqual(outcome);
    if (outcome.ok) {
      for (const change of first.changes) {
        const replaced = labelOf(
          itemOf<ReadingItems>(before.items, "region", change.id).value as PartValue | null,
        );
        if (replaced !== null) expect(this.shown.get(change.id)).toBe(replaced);
        this.shown.set(change.id, change.op === "put" ? labelOf(change.value) : null);
      }
      this.state = acknowledge(this.state, outcome.saved.items);
      return;
    }
    if (outcome.reason !== "conflict") throw new Error(outcome.reason);
    for (const { id, theirs } of outcome.conflicts) this.shown.set(id, labelOf(theirs));
    const settled = settle === "mine" ? keepMine<ReadingItems, Change> : takeTheirs<ReadingItems, Change>;
    this.state = settled(this.state, outcome.conflicts, newId());
  }
}

describe("two browsers of one reader", () => {
  const action = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom("put", "put", "delete", "send", "send", "undo"),
    item: fc.nat(2),
    settle: fc.constantFrom("mine" as const, "theirs" as const),
    losesAnswer: fc.boolean(),
  });

  it("lose no update without showing it, and end where the server is", async () => {
    const project = await seedProject(database.client, "interleaving");
    const reader = await seedActor(database.client, "reader", [{ project, role: "reader" }]);
    const run = async (
      seeded: SeededCase,
      actions: readonly (typeof action extends fc.Arbitrary<infer A> ? A : never)[],
    ) => {
      const opened = await openReading(reader, seeded.id);
      if (!opened.ok) throw new Error(opened.reason);
      const browsers = [0, 1].map(() => new Browser(reader, opened.readingId));
      const regions = [newId(), newId(), newId()];
      for (const [index, { who, what, item, settle, losesAnswer }] of actions.entries()) {
        const browser = browsers[who];
        const id = regions[item] ?? newId();
        if (what === "put") browser?.edit(putRegion(seeded, id, 0, { label: `${who}-${index}` }));
        if (what === "delete") browser?.edit({ op: "delete", part: "region", id, base: 0 });
        if (what === "undo") browser?.undo();
        if (what === "send") await browser?.send(settle, losesAnswer);
      }
      for (const browser of browsers)
        for (let tries = 0; browser.state.pending.length > 0; tries++) {
          expect(tries).toBeLessThan(100);
          await browser.send("mine", false);
        }
      const final = await readingOf(opened.readingId);
      for (const browser of browsers)
        for (const item of browser.state.items.region) {
          const known = itemOf<ReadingItems>(final.items, "region", item.id);
          if (known.revision === item.revision) expect(item.value).toEqual(known.value);
        }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 24 }), async (actions) =>
        run(await seedCase(database.client, project), actions),
      ),
      { numRuns: 30 },
    );
  }, 180_000);
});
