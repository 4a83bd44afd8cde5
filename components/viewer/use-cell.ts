import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { StackFrame, StackView } from "@/lib/cases/types";
import type { ScreenSize } from "@/lib/core/geometry/view-transform";
import { type CellViewport, createCellViewport } from "./cornerstone/cell-viewport";
import { useViewer, useViewerState } from "./stage-context";
import { type CellIndex, initialPlace } from "./store-state";

export interface CellState {
  /** The frame whose pixels are seen; null before the first and after a failure. */
  readonly shown: StackFrame | null;
  readonly size: ScreenSize | null;
}

/** Ties a stack in a cell to a Cornerstone viewport in `element`. */
export function useCell(
  cell: CellIndex,
  stack: StackView | null,
  element: RefObject<HTMLDivElement | null>,
): CellState {
  const { stage, store } = useViewer();
  const viewport = useRef<CellViewport | null>(null);
  const [shown, setShown] = useState<StackFrame | null>(null);
  const [size, setSize] = useState<ScreenSize | null>(null);
  const view = useViewerState((state) => state.views[cell]);
  const attempt = useViewerState((state) => state.attempts[cell]);
  const window_ = useViewerState((state) => (stack ? state.windows[stack.id] : undefined)) ?? null;
  const inverted = useViewerState((state) => (stack ? state.inverted[stack.id] : undefined)) ?? false;
  const smoothed = useViewerState((state) => state.smoothed);
  const look = useRef({ view, window: window_, inverted, smoothed });
  const measured = useRef<ScreenSize>({ width: 0, height: 0 });
  const hasSize = size !== null;

  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width === 0 || height === 0) return;
      measured.current = { width, height };
      setSize((before) => (before?.width === width && before.height === height ? before : measured.current));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);

  useEffect(() => {
    const target = element.current;
    if (!target || !stack || !hasSize) return;
    const { setReadiness } = store.getState();
    const created = createCellViewport({
      stage,
      viewportId: `cell-${cell}`,
      element: target,
      stack,
      look: () => look.current,
      size: () => measured.current,
      onLoading: () => setReadiness(cell, { kind: "loading" }),
      onShown: (frame) => {
        setShown(frame);
        setReadiness(cell, { kind: "ready", instanceId: frame.instanceId, frame: frame.frame });
      },
      onFailed: (failed, error) => {
        console.warn("A slice failed.", error);
        setShown(null);
        setReadiness(cell, { kind: "failed", slice: failed.position + 1 });
      },
    });
    viewport.current = created;
    return () => {
      viewport.current = null;
      created.dispose();
      setShown(null);
      if (store.getState().cells[cell] === stack.id) setReadiness(cell, { kind: "loading" });
    };
  }, [cell, stack, stage, store, element, hasSize]);

  // Straight from the store: a slice that is at hand is asked for before anything is rendered.
  useEffect(() => {
    if (!hasSize || !stack || attempt < 0) return;
    const show = (place = initialPlace) => void viewport.current?.show(place);
    show(store.getState().places[stack.id]);
    return store.subscribe(({ places }, before) => {
      if (places[stack.id] !== before.places[stack.id]) show(places[stack.id]);
    });
  }, [store, hasSize, stack, attempt]);

  useEffect(() => {
    look.current = { view, window: window_, inverted, smoothed };
    viewport.current?.refresh();
  }, [view, window_, inverted, smoothed]);

  useEffect(() => {
    if (!size) return;
    stage.resize();
  }, [size, stage]);

  return { shown, size };
}
