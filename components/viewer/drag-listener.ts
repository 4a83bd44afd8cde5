import type { InstanceMetadata } from "@/lib/cases/types";
import { displayShape } from "./cornerstone/frame-plane";
import type { DragPath } from "./cornerstone/tools";
import { draggedWindow, pannedView, zoomFactor } from "./cornerstone/view-drag";
import type { ViewDragKind } from "./mouse";
import type { ViewerStore } from "./store";
import { frameAt } from "./store-rules";
import { cellIndexes } from "./store-state";
import { defaultWindow } from "./window";

/** CSS pixels of a scroll drag for one slice. */
const pixelsPerSlice = 6;

/** Turns drags in a viewport into actions of the store. */
export function createDragListener(
  store: ViewerStore,
  instances: () => Readonly<Record<string, InstanceMetadata>>,
) {
  let scrolled = 0;
  return (
    kind: ViewDragKind,
    element: HTMLDivElement,
    right: number,
    down: number,
    path?: DragPath,
  ): void => {
    const cell = cellIndexes.find((index) => String(index) === element.dataset.cell);
    if (cell === undefined) return;
    const state = store.getState();
    const stack = state.stacks.find((candidate) => candidate.id === state.cells[cell]);
    const place = stack && state.places[stack.id];
    const frame = stack && place ? frameAt(stack, place) : null;
    const metadata = frame ? instances()[frame.instanceId] : undefined;
    if (!stack || !metadata) return;
    switch (kind) {
      case "window": {
        const window = state.windows[stack.id] ?? defaultWindow(metadata);
        state.setWindow(stack.id, draggedWindow(window, metadata, right, down));
        return;
      }
      case "window-region":
      case "magnify":
        if (path) state.setGesture({ kind, cell, ...path });
        return;
      case "zoom":
        state.zoomBy(zoomFactor(down), cell);
        return;
      case "pan": {
        const size = { width: element.clientWidth, height: element.clientHeight };
        const shape = displayShape(metadata, stack);
        state.setView(cell, pannedView(state.views[cell], shape, size, right, down));
        return;
      }
      case "scroll": {
        scrolled += down;
        const steps = Math.trunc(scrolled / pixelsPerSlice);
        scrolled -= steps * pixelsPerSlice;
        if (steps !== 0) state.step(steps, cell);
        return;
      }
      default:
        kind satisfies never;
    }
  };
}
