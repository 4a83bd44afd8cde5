import { describe, expect, it } from "vitest";
import { allBindings } from "@/components/controls/all-bindings";
import { clashes } from "@/components/controls/conflicts";
import { bindingFor, type KeyFocus, type KeyPress } from "@/components/ui/keys";
import { reviewKeys } from "./keymap";

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
const meant = (key: string, part: Partial<KeyPress> = {}, focus: KeyFocus = "none") =>
  bindingFor(press(key, part), focus, reviewKeys)?.id ?? null;

describe("the keymap of the reading workspace", () => {
  it("gives each key one meaning", () => {
    const all = reviewKeys.flatMap((line) => line.keys);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(reviewKeys.map((line) => line.id)).size).toBe(reviewKeys.length);
    expect(clashes(allBindings)).toEqual([]);
  });
  it("follows the interface document", () => {
    const expected = {
      j: "next",
      k: "previous",
      a: "accept",
      n: "next-flag",
      Enter: "fix-flag",
      e: "edit",
      r: "reject",
      u: "undo",
      c: "context",
      v: "view",
      "[": "previous-case",
      "]": "next-case",
      m: "key-slice",
      g: "layout",
      h: "overlays",
      w: "window",
      p: "pan",
      z: "zoom",
      l: "length",
      o: "ellipse",
      f: "freehand",
      b: "rectangle",
      d: "arrow",
      i: "probe",
      "3": "digit-3",
      Delete: "delete-region",
      "?": "sheet",
      F6: "panel",
      Escape: "up",
    };
    for (const [key, id] of Object.entries(expected)) expect([key, meant(key)]).toEqual([key, id]);
    expect(meant("z", { ctrlKey: true })).toBe("undo");
    expect(meant("Enter", { ctrlKey: true })).toBe("submit");
    expect(meant("k", { metaKey: true })).toBe("commands");
  });
  it("no decision counts twice when a key is held", () => {
    for (const key of ["a", "e", "r", "x", "u", "1", "m", "Enter", "Delete"])
      expect([key, meant(key, { repeat: true })]).toEqual([key, null]);
    expect(meant("Enter", { ctrlKey: true, repeat: true })).toBeNull();
    expect(meant("ArrowDown", { repeat: true })).toBe("slice-down");
  });
  it("words being typed stay words: no single key, no case submitted, no undo but the field's own", () => {
    for (const key of ["a", "r", "1", "?", "Delete", "ArrowUp"])
      expect([key, meant(key, {}, "text")]).toEqual([key, null]);
    expect(meant("z", { ctrlKey: true }, "text")).toBeNull();
    expect(meant("Enter", { ctrlKey: true }, "text")).toBeNull();
    expect(meant("s", { ctrlKey: true }, "text")).toBe("save-text");
    expect(meant("Escape", {}, "text")).toBe("up");
  });
});
