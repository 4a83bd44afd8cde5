import { nearestSlice } from "@/lib/core/geometry/slices";
import { patientPlane } from "./cornerstone/frame-plane";
import type { Stage } from "./cornerstone/stage";
import { pixelWindows } from "./pixel-windows";
import { movedRegion } from "./region-change";
import type { ViewerStore } from "./store";
import { frameAt } from "./store-rules";
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
      if (!props().readOnly && region(id)) props().onRegionDelete(id);
    },
    moveRegion: (id, columns, rows) => {
      const found = region(id);
      if (!found || found.value.locked || props().readOnly) return false;
      props().onRegionPut(id, movedRegion(found.value, columns, rows));
      return true;
    },
    cancelDrawing: () => stage.engine.getViewports().some((viewport) => stage.sync.cancel(viewport.element)),
    nearestPosition: (from, position, to) => {
      const { instances } = props();
      const here = frameAt(from, { position, time: 0 });
      const metadata = here && instances[here.instanceId];
      const plane = here && metadata ? patientPlane(metadata, here.frame) : null;
      if (!metadata || !plane || metadata.frameOfReferenceUid === null) return null;
      const candidates = to.frames.flatMap((frame) => {
        const other = instances[frame.instanceId];
        const there = other ? patientPlane(other, frame.frame) : null;
        const shared = other?.frameOfReferenceUid === metadata.frameOfReferenceUid;
        return there && shared && frame.time === 0 ? [{ position: frame.position, plane: there }] : [];
      });
      const nearest = nearestSlice(
        plane,
        metadata,
        candidates.map((candidate) => candidate.plane),
      );
      return nearest === null ? null : (candidates[nearest]?.position ?? null);
    },
  };
}
