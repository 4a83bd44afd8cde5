import { expect, it } from "vitest";
import { bindingFor } from "@/components/ui/keys";
import { createViewerStore } from "@/components/viewer/store";
import { stackOf } from "@/components/viewer/testing/stacks";
import { reviewKeys } from "./keymap";
import { turnView, viewTurns } from "./view-turns";

const plain = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false };

it("turns, mirrors and inverts the picture by its keys, and shows it as recorded again", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28)] });
  const press = (key: string, shiftKey = false) => {
    const id = bindingFor({ ...plain, key, shiftKey }, "none", reviewKeys)?.id;
    const turn = viewTurns.find((one) => one === id);
    if (turn) turnView(store, turn);
    return turn;
  };
  expect(press("q")).toBe("rotate-right");
  expect(store.getState().views[0].rotation).toBe(90);
  press("Q", true);
  press("Q", true);
  expect(store.getState().views[0].rotation).toBe(270);
  press("0");
  press("y");
  expect(store.getState().views[0]).toMatchObject({ mirrored: true, rotation: 0 });
  press("Y", true);
  expect(store.getState().views[0]).toMatchObject({ mirrored: false, rotation: 180 });
  press("W", true);
  expect(store.getState().inverted.a).toBe(true);
  press("0");
  expect(store.getState()).toMatchObject({
    inverted: { a: false },
    views: { 0: { rotation: 0, zoom: 1 } },
  });
  expect(press("w")).toBeUndefined();
});
