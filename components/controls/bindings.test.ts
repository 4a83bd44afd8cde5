import { describe, expect, it } from "vitest";
import type { KeyBinding } from "@/components/ui/keys";
import { defaultControls } from "@/lib/auth/schema";
import { allBindings, scopes } from "./all-bindings";
import { actionName, liveBindings, liveMouse } from "./bindings";
import { checkKey, clashes, giveKey, swapKeys, withKeys } from "./conflicts";
import { profiles } from "./profiles";
import { reservedReason } from "./reserved";

const actionOf = (all: readonly KeyBinding[], name: string): KeyBinding => {
  const found = all.find((binding) => actionName(binding) === name);
  if (!found) throw new Error(`no action ${name}`);
  return found;
};
const keysOf = (all: readonly KeyBinding[], name: string) => actionOf(all, name).keys;

describe("the keys of a person", () => {
  it("are the usual ones where nothing was chosen", () =>
    expect(liveBindings(allBindings, defaultControls)).toEqual(allBindings));

  it("take what was chosen, pass over actions that do not exist and keep Esc as it is", () => {
    const all = liveBindings(allBindings, {
      ...defaultControls,
      keys: {
        "review.accept": ["Shift+F2"],
        "gone.action": ["q"],
        "everywhere.up": ["u"],
        "review.undo": [],
      },
    });
    expect(keysOf(all, "review.accept")).toEqual(["Shift+F2"]);
    expect(keysOf(all, "review.undo")).toEqual([]);
    expect(keysOf(all, "everywhere.up")).toEqual(["Escape"]);
  });

  it("a chosen key is taken from whoever has it by default, there and only there", () => {
    const all = liveBindings(allBindings, { ...defaultControls, keys: { "review.accept": ["j", "m"] } });
    expect(keysOf(all, "review.next")).toEqual([]);
    expect(keysOf(all, "worklist.next")).toEqual(["j"]);
    expect(keysOf(all, "image.key-slice")).toEqual(["m"]);
  });

  it.each(profiles.map(({ id }) => id))("profile %s gives no key two meanings", (profile) => {
    const all = liveBindings(allBindings, { ...defaultControls, profile });
    expect(clashes(all)).toEqual([]);
    for (const binding of allBindings)
      if (binding.keys.length > 0)
        expect([actionName(binding), keysOf(all, actionName(binding)).length]).not.toEqual([
          actionName(binding),
          0,
        ]);
  });

  it.each(profiles)("profile $id names actions that exist, with keys that may be chosen", ({ keys }) => {
    for (const [name, chosen] of Object.entries(keys)) {
      expect(actionOf(allBindings, name).fixed).toBeUndefined();
      for (const key of chosen) expect([key, reservedReason(key)]).toEqual([key, null]);
    }
  });

  it("stays one key, one meaning, when a profile and a person want the same key", () => {
    const all = liveBindings(allBindings, {
      ...defaultControls,
      profile: "ohif-like",
      keys: { "image.length": ["r"] },
    });
    expect(keysOf(all, "image.length")).toEqual(["r"]);
    expect(keysOf(all, "image.rotate-right")).toEqual([]);
    expect(clashes(all)).toEqual([]);
  });

  it("every group of the keymaps has a place on the settings screen", () =>
    expect([...new Set(allBindings.map(({ group }) => group))].sort()).toEqual(
      scopes.map(({ group }) => group).sort(),
    ));
});

describe("choosing a key", () => {
  const all = liveBindings(allBindings, defaultControls);
  const accept = actionOf(all, "review.accept");
  it("names the action that has it", () => {
    expect(checkKey(all, accept, "e")).toMatchObject({ kind: "taken", by: { id: "edit" }, shares: false });
    expect(checkKey(all, accept, "?")).toMatchObject({ kind: "taken", by: { id: "sheet" }, shares: false });
    expect(checkKey(all, accept, "m")).toMatchObject({
      kind: "taken",
      by: { id: "key-slice" },
      shares: true,
    });
    expect(checkKey(all, accept, "a")).toEqual({ kind: "same" });
    expect(checkKey(all, accept, "/")).toEqual({ kind: "free" });
  });
  it.each([
    "Escape",
    "Tab",
    "Shift+Tab",
    "Ctrl+w",
    "Ctrl+t",
    "Ctrl+Shift+n",
    "Ctrl+3",
    "F5",
    "Ctrl+c",
    "Ctrl+p",
    "F12",
    "Dead",
  ])("%s stays with the browser", (key) =>
    expect(checkKey(all, accept, key)).toMatchObject({ kind: "reserved", why: expect.stringMatching(/\.$/) }),
  );
  it("gives, adds and takes keys, and keeps only what differs", () => {
    const given = giveKey(defaultControls, allBindings, accept, "a", "F2");
    expect(given.keys).toEqual({ "review.accept": ["F2"] });
    const more = giveKey(given, allBindings, { ...accept, keys: ["F2"] }, null, "F4");
    expect(more.keys).toEqual({ "review.accept": ["F2", "F4"] });
    expect(withKeys(more, allBindings, accept, []).keys).toEqual({ "review.accept": [] });
    expect(withKeys(more, allBindings, accept, ["a"]).keys).toEqual({});
  });
  it("swaps", () => {
    const by = actionOf(all, "review.edit");
    const swapped = swapKeys(defaultControls, allBindings, accept, "a", { by, key: "e" });
    expect(swapped.keys).toEqual({ "review.accept": ["e"], "review.edit": ["a"] });
    const back = liveBindings(allBindings, swapped);
    expect(
      swapKeys(swapped, allBindings, actionOf(back, "review.accept"), "e", {
        by: actionOf(back, "review.edit"),
        key: "a",
      }).keys,
    ).toEqual({});
  });
  it("only takes the key where the old one has another meaning for the other action", () => {
    const window = actionOf(all, "image.window");
    const shared = giveKey(defaultControls, allBindings, window, "w", "e");
    const now = liveBindings(allBindings, shared);
    const swapped = swapKeys(shared, allBindings, actionOf(now, "image.window"), "e", {
      by: actionOf(now, "review.accept"),
      key: "a",
    });
    const after = liveBindings(allBindings, swapped);
    expect(keysOf(after, "image.window")).toEqual(["a"]);
    expect(keysOf(after, "review.accept")).toEqual([]);
    expect(clashes(after)).toEqual([]);
  });
});

describe("the mouse of a person", () => {
  it("is the profile's, with what was chosen, without what is not known", () => {
    const mouse = liveMouse({
      ...defaultControls,
      profile: "pacs-like",
      mouse: { right: "zoom", "shift+wheel": "tool", "ctrl+left": "juggle", wheel: "zoom" },
    });
    expect(mouse.start).toBe("scroll");
    expect(mouse.drags).toMatchObject({ left: "tool", right: "zoom", middle: "pan", "ctrl+left": "zoom" });
    expect(mouse.wheels).toEqual({ wheel: "zoom", "shift+wheel": "scroll", "ctrl+wheel": "zoom" });
    expect(liveMouse({ ...defaultControls, profile: "of another program" })).toEqual(
      liveMouse(defaultControls),
    );
  });
});
