import { describe, expect, it } from "vitest";
import {
  ariaKeys,
  bindingFor,
  isSingleKey,
  type KeyBinding,
  type KeyPress,
  keyCaps,
  keyName,
  workingKey,
} from "./keys";

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...part,
});
const table: readonly KeyBinding[] = [
  { id: "accept", keys: ["a"], label: "Accept", group: "Review" },
  { id: "override", keys: ["Shift+a"], label: "Override", group: "Review" },
  { id: "slice", keys: ["ArrowUp"], label: "Slice", group: "Image", repeats: true },
  { id: "sheet", keys: ["?"], label: "Sheet", group: "Everywhere" },
  { id: "submit", keys: ["Ctrl+Enter"], label: "Submit", group: "Everywhere", inText: true },
  { id: "open", keys: ["Enter"], label: "Open", group: "Everywhere" },
  { id: "out", keys: ["Escape"], label: "Up", group: "Everywhere", inText: true },
];
const meant = (...args: Parameters<typeof keyName>) => bindingFor(args[0], "none", table)?.id ?? null;

describe("key names", () => {
  it("take Shift for letters and named keys, not for symbols", () => {
    expect(keyName(press("A", { shiftKey: true }))).toBe("Shift+a");
    expect(keyName(press("?", { shiftKey: true }))).toBe("?");
    expect(keyName(press("ArrowUp", { shiftKey: true }))).toBe("Shift+ArrowUp");
    expect(keyName(press("Enter", { metaKey: true }))).toBe("Ctrl+Enter");
    expect(keyCaps("Shift+ArrowUp")).toEqual(["Shift", "ArrowUp"]);
    expect(keyCaps("[")).toEqual(["["]);
  });
  it("caps lock does not make another key", () => expect(keyName(press("A"))).toBe("a"));
});

describe("scopes", () => {
  it("single keys rest in a text field", () => {
    expect(bindingFor(press("a"), "text", table)).toBeNull();
    expect(bindingFor(press("Enter", { ctrlKey: true }), "text", table)?.id).toBe("submit");
    expect(bindingFor(press("Escape"), "text", table)?.id).toBe("out");
  });
  it("a key that types something types it, whatever it was chosen for", () => {
    const moved = [
      { id: "commands", keys: ["c", "ArrowUp", "Delete", "Alt+c"], label: "", group: "", inText: true },
    ];
    for (const key of ["c", "ArrowUp", "Delete"])
      expect([key, bindingFor(press(key), "text", moved)]).toEqual([key, null]);
    expect(bindingFor(press("c", { altKey: true }), "text", moved)?.id).toBe("commands");
    expect(bindingFor(press("c"), "none", moved)?.id).toBe("commands");
  });
  it("arrows stay inside a widget that uses them", () => {
    expect(bindingFor(press("ArrowUp"), "arrows", table)).toBeNull();
    expect(bindingFor(press("a"), "arrows", table)?.id).toBe("accept");
  });
  it("Enter on a button presses the button", () => {
    expect(bindingFor(press("Enter"), "button", table)).toBeNull();
    expect(meant(press("Enter"))).toBe("open");
  });
  it("a held key repeats slices, never a decision", () => {
    expect(meant(press("a", { repeat: true }))).toBeNull();
    expect(meant(press("ArrowUp", { repeat: true }))).toBe("slice");
  });
  it("single keys can be switched off, the sheet stays reachable", () => {
    expect(bindingFor(press("a"), "none", table, false)).toBeNull();
    expect(bindingFor(press("A", { shiftKey: true }), "none", table, false)).toBeNull();
    expect(bindingFor(press("?"), "none", table, false)?.id).toBe("sheet");
    expect(bindingFor(press("ArrowUp"), "none", table, false)?.id).toBe("slice");
    expect(isSingleKey("Shift+a")).toBe(true);
  });
  it("words being composed are left alone", () =>
    expect(meant(press("a", { isComposing: true }))).toBeNull());
});

describe("hints", () => {
  it("name the first key that works now", () => {
    expect(workingKey(["u", "Ctrl+z"], true)).toBe("u");
    expect(workingKey(["u", "Ctrl+z"], false)).toBe("Ctrl+z");
    expect(workingKey(["Shift+u"], false)).toBeUndefined();
    expect(workingKey([], true)).toBeUndefined();
  });
  it("are told to assistive technology in its own words", () => {
    expect(ariaKeys("Ctrl+Enter")).toBe("Control+Enter");
    expect(ariaKeys("Shift+w")).toBe("Shift+W");
    expect(ariaKeys("+")).toBe("Plus");
    expect(ariaKeys("Ctrl++")).toBe("Control+Plus");
  });
});
