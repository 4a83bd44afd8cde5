import type { ViewerStore } from "./store";
import type { CellIndex } from "./store-state";

const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Keys that mean something only inside a focused viewport; the rest is the workspace's keymap. Arrows move the selected
 * region (Shift: 10 pixels), else the slice (Shift: 5). Returns whether the key was taken.
 */
export function handleViewportKey(
  event: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">,
  store: ViewerStore,
  cell: CellIndex,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const state = store.getState();
  const nudge = nudges[event.key];
  if (nudge) {
    const far = event.shiftKey ? 10 : 1;
    if (state.nudgeSelected(nudge[0] * far, nudge[1] * far)) return true;
    const stack = state.stacks.find((candidate) => candidate.id === state.cells[cell]);
    const sideways = nudge[0] !== 0 && (stack?.times ?? 1) > 1;
    if (sideways) state.stepTime(nudge[0], cell);
    else state.step((nudge[0] + nudge[1]) * (event.shiftKey ? 5 : 1), cell);
    return true;
  }
  switch (event.key) {
    case "Home":
      state.goToEnd("first", cell);
      return true;
    case "End":
      state.goToEnd("last", cell);
      return true;
    case "PageUp":
      state.step(-10, cell);
      return true;
    case "PageDown":
      state.step(10, cell);
      return true;
    case "Enter":
      if (state.readiness[cell].kind !== "failed") return false;
      state.retry(cell);
      return true;
    case "Escape":
      if (state.cancelDrawing()) return true;
      if (state.selectedRegionId === null) return false;
      state.selectRegion(null);
      return true;
    default:
      return false;
  }
}
