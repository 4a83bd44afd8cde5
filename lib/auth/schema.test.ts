import { describe, expect, it } from "vitest";
import { controlsSchema, defaultControls, storedControls } from "./schema";

const own = {
  version: 1,
  profile: "pacs-like",
  singleKeys: false,
  keys: { "review.accept": ["Shift+F2", "ö"], "review.undo": [] },
  mouse: { "shift+left": "pan" },
} as const;

describe("keys and mouse of a person", () => {
  it("are read back as they were stored, names of tomorrow included", () => {
    expect(storedControls({ theme: "dark", controls: own })).toEqual(own);
    const later = { ...own, keys: { "adjudication.take": ["1"] } };
    expect(storedControls({ controls: later })).toEqual(later);
  });
  it("are the usual ones where nothing or something unknown is stored", () => {
    for (const settings of [null, undefined, {}, { controls: { ...own, version: 2 } }, { controls: 3 }])
      expect(storedControls(settings)).toEqual(defaultControls);
  });
  it.each([
    { ...own, keys: { "review.accept": ["a b"] } },
    { ...own, keys: { "review.accept": "a" } },
    { ...own, keys: { "<b>": ["a"] } },
    { ...own, keys: { "review.accept": ["a", "b", "c", "d", "e"] } },
    { ...own, keys: Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`review.k${at}`, ["a"]])) },
    { ...own, mouse: { left: "Format C" } },
    { ...own, admin: true },
  ])("are refused when they are no keys: %#", (controls) => {
    expect(controlsSchema.safeParse(controls).success).toBe(false);
  });
  it.each(["a", "?", "+", "Ctrl++", "Ctrl+Alt+Shift+z", "Shift+ArrowUp", "F12", "Space", "Ctrl+Enter"])(
    "may name the key %s",
    (name) =>
      expect(controlsSchema.safeParse({ ...own, keys: { "review.accept": [name] } }).success).toBe(true),
  );
});
