import { bindingFor, type KeyBinding, type KeyFocus, type KeyPress } from "@/components/ui/keys";
import type { ViewportKey } from "./keymap";
import type { ViewerStore } from "./store";
import type { CellIndex } from "./store-state";

/** Columns and rows of a move, image pixels; slices where no region is selected. */
const moves: Partial<Readonly<Record<ViewportKey, readonly [number, number]>>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
  "far-up": [0, -10],
  "far-down": [0, 10],
  "far-left": [-10, 0],
  "far-right": [10, 0],
};

const slicesOfFarMove = 5;

/** Does what a key of a focused viewport means. False lets the key go on to the keymap of the screen. */
export function runViewportKey(id: ViewportKey, store: ViewerStore, cell: CellIndex): boolean {
  const state = store.getState();
  const move = moves[id];
  if (move) {
    const [across, down] = move;
    if (state.nudgeSelected(across, down)) return true;
    const stack = state.stacks.find((candidate) => candidate.id === state.cells[cell]);
    const far = Math.abs(across + down) > 1;
    if (across !== 0 && (stack?.times ?? 1) > 1) state.stepTime(Math.sign(across), cell);
    else state.step(Math.sign(across + down) * (far ? slicesOfFarMove : 1), cell);
    return true;
  }
  switch (id) {
    case "first":
    case "last":
      state.goToEnd(id, cell);
      return true;
    case "back-10":
      state.step(-10, cell);
      return true;
    case "on-10":
      state.step(10, cell);
      return true;
    case "retry":
      if (state.readiness[cell].kind !== "failed") return false;
      state.retry(cell);
      return true;
    case "let-go":
      if (state.cancelDrawing()) return true;
      if (state.selectedRegionId === null) return false;
      state.selectRegion(null);
      return true;
    default:
      return false;
  }
}

export interface ViewportKeyboard {
  readonly bindings: readonly KeyBinding<ViewportKey>[];
  /** False = the reader switched keys without Ctrl or Alt off. */
  readonly singleKeys: boolean;
}

/** A key pressed while a viewport, or something in it, has the focus. Returns whether it was taken. */
export function handleViewportKey(
  press: KeyPress,
  focus: KeyFocus,
  { bindings, singleKeys }: ViewportKeyboard,
  store: ViewerStore,
  cell: CellIndex,
): boolean {
  const binding = bindingFor(press, focus, bindings, singleKeys);
  return binding !== null && runViewportKey(binding.id, store, cell);
}
