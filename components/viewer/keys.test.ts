import { expect, it } from "vitest";
import { viewportKeys } from "./keymap";
import { handleViewportKey } from "./keys";
import { createViewerStore } from "./store";
import { stackOf } from "./testing/stacks";

const plain = {
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
};
const usual = { bindings: viewportKeys, singleKeys: true };

it("moves through slices, through times sideways, and leaves other keys alone", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28), stackOf("b", 3, 4)] });
  const press = (key: string, shiftKey = false, cell: 0 | 1 = 0) =>
    handleViewportKey({ ...plain, key, shiftKey }, "none", usual, store, cell);
  const at = (id: string) => store.getState().places[id];
  expect(press("ArrowDown")).toBe(true);
  expect(at("a")?.position).toBe(14);
  press("ArrowUp", true);
  expect(at("a")?.position).toBe(9);
  press("Home");
  expect(at("a")?.position).toBe(0);
  press("PageDown");
  expect(at("a")?.position).toBe(10);
  press("End");
  expect(at("a")?.position).toBe(27);
  press("ArrowRight", false, 1);
  expect(at("b")).toEqual({ position: 1, time: 1 });
  expect(press("a")).toBe(false);
  expect(press("Enter")).toBe(false);
  expect(handleViewportKey({ ...plain, key: "ArrowDown", ctrlKey: true }, "none", usual, store, 0)).toBe(
    false,
  );
});

it("tries a failed slice again with Enter and lets go of a region with Escape", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28)] });
  store.getState().setReadiness(0, { kind: "failed", slice: 14 });
  expect(handleViewportKey({ ...plain, key: "Enter" }, "none", usual, store, 0)).toBe(true);
  expect(store.getState().attempts[0]).toBe(1);
  store.getState().selectRegion("r");
  expect(handleViewportKey({ ...plain, key: "Escape" }, "none", usual, store, 0)).toBe(true);
  expect(store.getState().selectedRegionId).toBeNull();
  expect(handleViewportKey({ ...plain, key: "Escape" }, "none", usual, store, 0)).toBe(false);
});

it("takes the keys it is given instead, and not the usual ones", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28)] });
  const moved = viewportKeys.map((line) => (line.id === "first" ? { ...line, keys: ["b"] } : line));
  const press = (key: string, singleKeys = true) =>
    handleViewportKey({ ...plain, key }, "none", { bindings: moved, singleKeys }, store, 0);
  expect(press("Home")).toBe(false);
  expect(press("b", false)).toBe(false);
  expect(store.getState().places.a?.position).toBe(13);
  expect(press("b")).toBe(true);
  expect(store.getState().places.a?.position).toBe(0);
});

it("a key held down steps on and on, but tries a failed slice again only once", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28)] });
  const held = (key: string) => handleViewportKey({ ...plain, key, repeat: true }, "none", usual, store, 0);
  expect(held("ArrowDown")).toBe(true);
  store.getState().setReadiness(0, { kind: "failed", slice: 14 });
  expect(held("Enter")).toBe(false);
});
