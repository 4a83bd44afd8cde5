import "fake-indexeddb/auto";
import { v7 as newKey } from "uuid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { itemOf } from "@/lib/core/changes/items";
import { emptyItems } from "@/lib/reading/rules";
import type { Change } from "@/lib/reading/schema";
import { putRegion } from "../changes";
import { createSync } from "./engine";
import { FakeServer } from "./fake-server.test-support";
import { openQueueStorage } from "./queue-storage";
import { createTransport } from "./transport";
import type { QueueStorage, Sync, TabChannel, TabLocks, TabMessage } from "./types";

const scope = { userId: "reader", readingId: "reading", caseId: "case", caseLabel: "SYN-1" };
const rating = (id: string, accuracy: number): Change => ({
  op: "put",
  part: "rating",
  id,
  base: 0,
  value: { accuracy, relevance: null, completeness: null, usefulness: null },
});
const drawnRegion = {
  frame: 1,
  kind: "probe",
  label: "",
  labelAt: null,
  hidden: false,
  colour: "cyan",
  renderer: "cpu",
  derivedFrom: null,
} as const;
const drop = (id: string): Change => ({ op: "delete", part: "rating", id, base: 0 });

/** Locks and channels that the tabs of one pretended browser share. */
class Browser {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly ears = new Set<(message: TabMessage) => void>();
  online = true;
  readonly locks: TabLocks = {
    run: async (name, work, signal) => {
      const before = this.tails.get(name) ?? Promise.resolve();
      const mine = before.then(() => (signal?.aborted ? undefined : work()));
      this.tails.set(
        name,
        mine.catch(() => undefined),
      );
      await mine;
    },
  };
  channel(): TabChannel {
    let own: ((message: TabMessage) => void) | null = null;
    return {
      post: (message) => {
        for (const ear of this.ears) if (ear !== own) queueMicrotask(() => ear(structuredClone(message)));
      },
      listen: (hear) => {
        own = hear;
        this.ears.add(hear);
        return () => this.ears.delete(hear);
      },
    };
  }
}

let server: FakeServer;
let browser: Browser;
let storage: QueueStorage;
let tabs: Sync[];

beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser();
  storage = await openQueueStorage(`queue-${newKey()}`);
  tabs = [];
});
afterEach(() => {
  for (const tab of tabs) tab.close();
});

/** Opens the case in a tab as the server has it now. */
async function openTab(kept = storage): Promise<Sync> {
  const items = {
    ...emptyItems,
    rating: [...server.items].map(([name, { revision, value }]) => ({
      id: name.slice("rating:".length),
      revision,
      value: value as never,
    })),
  };
  const tab = createSync({
    scope,
    tabId: newKey(),
    items,
    steps: [],
    revision: 0,
    storage: kept,
    transport: createTransport(server.fetch),
    locks: browser.locks,
    channel: browser.channel(),
    newKey: () => newKey(),
    now: () => new Date(),
    chance: () => 0,
    isOnline: () => browser.online,
    rest: 15,
    longestRest: 60,
  });
  tabs.push(tab);
  await tab.start();
  return tab;
}
const accuracy = (tab: Sync, id: string) =>
  (itemOf(tab.store.getState().local.items, "rating", id).value as { accuracy: number } | null)?.accuracy ??
  null;
const saved = (id: string) => (server.value("rating", id) as { accuracy: number } | null)?.accuracy ?? null;
const save = (tab: Sync) => tab.store.getState().save;
const kept = async () => (await storage.ofUser("reader")).flatMap((record) => record.pending);

describe("saving", () => {
  it("sends after a rest, one request per step, and purges what was acknowledged", async () => {
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    tab.change([rating("a", 2)]);
    tab.change([rating("b", 3)]);
    expect(save(tab)).toEqual({ kind: "saving", count: 2 });
    await vi.waitFor(() => expect(save(tab).kind).toBe("saved"));
    expect(server.received.map(({ changes }) => changes.length)).toEqual([1, 1]);
    expect([saved("a"), saved("b")]).toEqual([2, 3]);
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
    expect(save(tab)).toMatchObject({ kind: "saved", at: new Date(0).toISOString() });
  });

  it("bases what is typed while a request is under way on its answer", async () => {
    const tab = await openTab();
    let deliver = () => {};
    server.delivery = new Promise((done) => {
      deliver = done;
    });
    tab.change([rating("a", 1)]);
    void tab.sendNow();
    await vi.waitFor(() => expect(tab.store.getState().local.pending[0]?.sent).toBe(true));
    tab.change([rating("a", 5)]);
    deliver();
    await vi.waitFor(() => expect(saved("a")).toBe(5));
    expect(server.received.map(({ changes }) => changes[0]?.base)).toEqual([0, 1]);
  });

  it("keeps counting offline, and sends everything in order when back", async () => {
    const tab = await openTab();
    server.mode = "down";
    tab.change([rating("a", 1)]);
    await vi.waitFor(() => expect(save(tab)).toEqual({ kind: "offline", count: 1 }));
    tab.change([rating("b", 2)]);
    expect(save(tab)).toEqual({ kind: "offline", count: 2 });
    server.mode = "up";
    expect(await tab.resume()).toBe(true);
    expect([saved("a"), saved("b")]).toEqual([1, 2]);
    expect(server.received).toHaveLength(2);
  });

  it("sends unlocking a region and moving it apart, and takes them back apart", async () => {
    const tab = await openTab();
    const [id, instanceId] = [newKey(), newKey()];
    const region = (locked: boolean, x: number) =>
      tab.change([putRegion(id, { ...drawnRegion, instanceId, locked, points: [[x, 1]] })]);
    browser.online = false;
    region(false, 1);
    region(true, 1);
    region(false, 1);
    region(false, 5);
    region(false, 6);
    browser.online = true;
    expect(await tab.resume()).toBe(true);
    const sent = () =>
      server.received.flatMap(({ changes }) =>
        changes.map((change) =>
          change.op === "put" && change.part === "region"
            ? [change.value.locked, change.value.points[0]?.[0]]
            : change.op,
        ),
      );
    expect(sent()).toEqual([
      [false, 1],
      [true, 1],
      [false, 1],
      [false, 6],
    ]);
    tab.undo();
    tab.undo();
    await tab.sendNow();
    expect(sent().slice(4)).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it("does not even try while the browser says it is offline", async () => {
    browser.online = false;
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    await tab.sendNow();
    expect(save(tab)).toEqual({ kind: "offline", count: 1 });
    expect(server.received).toHaveLength(0);
  });

  it("shows a server that cannot save, and tries again by itself", async () => {
    const tab = await openTab();
    server.mode = "busy";
    tab.change([rating("a", 1)]);
    await vi.waitFor(() => expect(save(tab).kind).toBe("failed"));
    server.mode = "up";
    await vi.waitFor(() => expect(saved("a")).toBe(1), { timeout: 3000 });
  });
});

describe("crash and closed tab", () => {
  it("resends the same key when the answer was lost", async () => {
    const tab = await openTab();
    server.mode = "dies-after-saving";
    tab.change([rating("a", 4)]);
    await vi.waitFor(() => expect(save(tab).kind).toBe("offline"));
    expect(saved("a")).toBe(4);
    tab.close();
    server.mode = "up";
    const again = await openTab();
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
    expect(new Set(server.received.map(({ key }) => key)).size).toBe(1);
    expect(server.items.get("rating:a")?.revision).toBe(1);
    again.change([rating("a", 5)]);
    await vi.waitFor(() => expect(saved("a")).toBe(5));
  });

  it("shows and sends, after reopening, what was typed offline in a closed tab", async () => {
    const tab = await openTab();
    browser.online = false;
    tab.change([rating("a", 2)]);
    tab.change([rating("b", 3)]);
    await vi.waitFor(async () => expect(await kept()).toHaveLength(2));
    tab.close();
    const again = await openTab();
    await vi.waitFor(() => expect(accuracy(again, "b")).toBe(3));
    expect(save(again)).toEqual({ kind: "offline", count: 2 });
    browser.online = true;
    expect(await again.resume()).toBe(true);
    expect([saved("a"), saved("b")]).toEqual([2, 3]);
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  it("takes back a step from before the reload", async () => {
    const tab = await openTab();
    tab.change([rating("a", 2)]);
    await tab.sendNow();
    tab.change([rating("a", 5)]);
    await tab.sendNow();
    expect(tab.undo()).toBe(true);
    await tab.sendNow();
    expect(saved("a")).toBe(2);
    expect(server.received.at(-1)?.undoes).toBe(server.received[1]?.key);
    tab.undo();
    await tab.sendNow();
    expect(saved("a")).toBeNull();
    expect(tab.undo()).toBe(false);
  });

  it("hands the first request to a page that goes away", async () => {
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    tab.leave();
    await vi.waitFor(() => expect(saved("a")).toBe(1));
    await tab.sendNow();
    expect(server.items.get("rating:a")?.revision).toBe(1);
  });

  it("says so when the browser cannot keep changes", async () => {
    const broken: QueueStorage = { ...storage, write: () => Promise.reject(new Error("no space")) };
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    browser.online = false;
    const tab = await openTab(broken);
    tab.change([rating("a", 1)]);
    await vi.waitFor(() => expect(tab.store.getState().kept).toBe("no"));
    silent.mockRestore();
  });

  it("says that changes are kept only once the browser's database has them", async () => {
    let land = () => {};
    const landing = new Promise<void>((done) => {
      land = done;
    });
    const slow: QueueStorage = { ...storage, write: (record) => landing.then(() => storage.write(record)) };
    browser.online = false;
    const tab = await openTab(slow);
    tab.change([rating("a", 1)]);
    await vi.waitFor(() => expect(save(tab)).toEqual({ kind: "offline", count: 1 }));
    expect(tab.store.getState().kept).toBe("writing");
    expect(await kept()).toEqual([]);
    land();
    await vi.waitFor(() => expect(tab.store.getState().kept).toBe("yes"));
    expect(await kept()).toHaveLength(1);
  });
});

describe("refusals", () => {
  it("waits for the same person to sign in again, then sends", async () => {
    const tab = await openTab();
    server.mode = "signed-out";
    tab.change([rating("a", 1)]);
    await vi.waitFor(() => expect(save(tab)).toEqual({ kind: "signed-out", count: 1 }));
    tab.change([rating("b", 2)]);
    expect(save(tab)).toEqual({ kind: "signed-out", count: 2 });
    server.mode = "up";
    expect(await tab.resume()).toBe(true);
    expect([saved("a"), saved("b")]).toEqual([1, 2]);
  });

  it("throws nothing away when the server will not take a change", async () => {
    const tab = await openTab();
    server.mode = "refusing";
    tab.change([rating("a", 1)]);
    tab.change([rating("b", 2)]);
    await vi.waitFor(() =>
      expect(save(tab)).toMatchObject({ kind: "refused", message: "changes.0.value: too long" }),
    );
    expect(await kept()).toHaveLength(2);
    await tab.discardRefused();
    server.mode = "up";
    expect(await tab.resume()).toBe(true);
    expect([saved("a"), saved("b")]).toEqual([null, 2]);
  });

  it("shows both versions of a conflict and keeps mine under a new key", async () => {
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    await tab.sendNow();
    server.saveElsewhere("rating", "a", { accuracy: 9 });
    tab.change([rating("a", 2)]);
    await vi.waitFor(() => expect(save(tab).kind).toBe("conflict"));
    expect(save(tab)).toMatchObject({ conflicts: [{ id: "a", revision: 2, theirs: { accuracy: 9 } }] });
    expect(await tab.settle(() => true)).toBe(true);
    expect(saved("a")).toBe(2);
    const keys = server.received.map(({ key }) => key);
    expect(keys.at(-1)).not.toBe(keys.at(-2));
  });

  it("is saved, not saving for ever, when taking theirs leaves nothing to send", async () => {
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    await tab.sendNow();
    server.saveElsewhere("rating", "a", { accuracy: 9 });
    tab.change([rating("a", 2)]);
    await vi.waitFor(() => expect(save(tab).kind).toBe("conflict"));
    expect(await tab.settle(() => false)).toBe(true);
    expect(save(tab)).toEqual({ kind: "saved", at: new Date(0).toISOString() });
  });

  it("is saved again after a session that ended with nothing to send", async () => {
    const tab = await openTab();
    tab.sessionEnded();
    expect(await tab.resume()).toBe(true);
    expect(save(tab)).toEqual({ kind: "saved", at: null });
  });

  it("takes theirs, and drops what waited on top of it", async () => {
    const tab = await openTab();
    tab.change([rating("a", 1)]);
    await tab.sendNow();
    server.saveElsewhere("rating", "a", { accuracy: 9 });
    tab.change([rating("a", 2)]);
    tab.change([rating("b", 4)]);
    await vi.waitFor(() => expect(save(tab).kind).toBe("conflict"));
    expect(await tab.settle(() => false)).toBe(true);
    expect(accuracy(tab, "a")).toBe(9);
    expect([saved("a"), saved("b")]).toEqual([9, 4]);
  });
});

describe("two tabs of one reading", () => {
  it("do not conflict over different items, and see each other's work", async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.change([rating("a", 1)]);
    two.change([rating("b", 2)]);
    await vi.waitFor(() => expect([accuracy(two, "a"), accuracy(one, "b")]).toEqual([1, 2]));
    two.change([rating("a", 3)]);
    await vi.waitFor(() => expect(accuracy(one, "a")).toBe(3));
    expect([save(one).kind, save(two).kind]).toEqual(["saved", "saved"]);
  });

  it("show a conflict where both changed the same item at once", async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.change([rating("a", 1)]);
    two.change([rating("a", 2)]);
    await vi.waitFor(() => expect([save(one).kind, save(two).kind]).toContain("conflict"));
    const loser = save(one).kind === "conflict" ? one : two;
    expect(await loser.settle(() => true)).toBe(true);
    expect(saved("a")).toBe(loser === one ? 1 : 2);
  });

  it("the one that stays sends what the closed one left", async () => {
    const stays = await openTab();
    const goes = await openTab();
    browser.online = false;
    goes.change([rating("a", 4)]);
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    browser.online = true;
    goes.close();
    await vi.waitFor(() => expect(saved("a")).toBe(4));
    await vi.waitFor(() => expect(accuracy(stays, "a")).toBe(4));
  });

  it("a deletion here arrives there", async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.change([rating("a", 1)]);
    await vi.waitFor(() => expect(accuracy(two, "a")).toBe(1));
    two.change([drop("a")]);
    await vi.waitFor(() => expect(accuracy(one, "a")).toBeNull());
  });
});
