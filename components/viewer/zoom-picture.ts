import type { InstanceMetadata } from "@/lib/cases/types";
import { displayShape } from "./cornerstone/frame-plane";
import { zoomedView } from "./cornerstone/view-drag";
import type { ViewerStore } from "./store";
import { frameAt } from "./store-rules";
import { cellIndexes } from "./store-state";

/** Zooms the picture of a viewport by a factor; what lies at `at` (CSS pixels of the element) stays there. */
export function zoomPictureAt(
  store: ViewerStore,
  instances: Readonly<Record<string, InstanceMetadata>>,
  element: HTMLElement,
  factor: number,
  at: readonly [number, number],
): void {
  const cell = cellIndexes.find((index) => String(index) === element.dataset.cell);
  if (cell === undefined) return;
  const { stacks, cells, places, views, setView } = store.getState();
  const stack = stacks.find((candidate) => candidate.id === cells[cell]);
  const place = stack && places[stack.id];
  const frame = stack && place ? frameAt(stack, place) : null;
  const metadata = frame ? instances[frame.instanceId] : undefined;
  if (!stack || !metadata) return;
  const shape = displayShape(metadata, stack);
  const size = { width: element.clientWidth, height: element.clientHeight };
  setView(cell, zoomedView(views[cell], shape, size, factor, at));
}
