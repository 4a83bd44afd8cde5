import type { Stage } from "./cornerstone/stage";
import { pixelWindows } from "./pixel-windows";
import { movedRegion } from "./region-change";
import type { ViewerStore } from "./store";
import type { ViewerHandlers } from "./store-state";
import type { ViewerProps } from "./types";

/** What the store's actions need of the mounted viewer; `props` gives those of now. */
export function createHandlers(stage: Stage, store: ViewerStore, props: () => ViewerProps): ViewerHandlers {
  const pixels = pixelWindows(store, () => props().instances);
  const region = (id: string) => props().regions.find((candidate) => candidate.id === id);
  return {
    ...pixels,
    frameOfRegion: (id) => region(id)?.value ?? null,
    deleteRegion: (id) => {
      const found = region(id);
      if (!found || props().readOnly) return false;
      props().onRegionDelete(id);
      return !found.value.locked;
    },
    moveRegion: (id, columns, rows) => {
      const found = region(id);
      if (!found || found.value.locked || props().readOnly) return false;
      props().onRegionPut(id, movedRegion(found.value, columns, rows));
      return true;
    },
    cancelDrawing: () => stage.engine.getViewports().some((viewport) => stage.sync.cancel(viewport.element)),
  };
}
