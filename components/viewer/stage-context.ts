import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { LiveRegions } from "./cornerstone/annotation-sync";
import type { Stage } from "./cornerstone/stage";
import type { ViewerStore } from "./store";
import type { ViewerActions, ViewerState } from "./store-state";
import type { ViewerProps } from "./types";

export interface ViewerContext extends ViewerProps {
  readonly store: ViewerStore;
  readonly stage: Stage;
  readonly live: LiveRegions;
  /** A drawing has begun: every press in the picture belongs to it. */
  readonly drawing: boolean;
}

export const StageContext = createContext<ViewerContext | null>(null);

/** What the cells of a viewer share; throws outside of one. */
export function useViewer(): ViewerContext {
  const context = useContext(StageContext);
  if (!context) throw new Error("a part of the viewer was rendered outside of it");
  return context;
}

/** One thing of the viewer's store. */
export function useViewerState<T>(select: (state: ViewerState & ViewerActions) => T): T {
  return useStore(useViewer().store, select);
}
