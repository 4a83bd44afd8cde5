"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { Cell } from "./cell";
import type { LiveRegions } from "./cornerstone/annotation-sync";
import { loadClipping } from "./cornerstone/contour-clipping";
import { setInstances } from "./cornerstone/metadata-provider";
import { openStage, type Stage } from "./cornerstone/stage";
import { activateTool, onViewDrag } from "./cornerstone/tools";
import { createDragListener } from "./drag-listener";
import { createHandlers } from "./handlers";
import { chooseRenderer, storeRenderer } from "./renderer";
import { keepSmoothing } from "./smoothing";
import { StageContext } from "./stage-context";
import type { ViewerStore } from "./store";
import { visibleCells } from "./store-rules";
import type { ViewerProps } from "./types";
import { useCine } from "./use-cine";
import { useRendererCode } from "./use-renderer-code";
import styles from "./viewer.module.css";

const noRegions: LiveRegions = new Map();

/** The part of the viewer that needs Cornerstone. */
export function ViewerStage(props: ViewerProps & { readonly store: ViewerStore }) {
  const { store, regions, readOnly, instances, mouse } = props;
  const latest = useRef(props);
  const [stage, setStage] = useState<Stage | null>(null);
  const [live, setLive] = useState<LiveRegions>(noRegions);
  const [drawing, setDrawing] = useState(false);
  const [losses, setLosses] = useState(0);
  const renderer = useStore(store, (state) => state.renderer);
  const tool = useStore(store, (state) => state.tool);
  const layout = useStore(store, (state) => state.layout);
  const activeCell = useStore(store, (state) => state.activeCell);
  const selected = useStore(store, (state) => state.selectedRegionId);

  useLayoutEffect(() => {
    latest.current = props;
    setInstances(instances);
  });

  useEffect(() => keepSmoothing(store), [store]);

  // Before the first picture of this component, so that the posters of the page before it stay until the viewports stand.
  useLayoutEffect(() => {
    if (store.getState().renderer === null) store.getState().setRenderer(chooseRenderer());
    return store.subscribe(({ renderer: now }, { renderer: before }) => {
      if (now !== null && before !== null && now !== before) storeRenderer(now);
    });
  }, [store]);

  const ready = useRendererCode(renderer);
  useLayoutEffect(() => {
    if (renderer === null || !ready) return;
    const opened = openStage(renderer, {
      onPut: (id, value) => latest.current.onRegionPut(id, value),
      onSelect: (id) => store.getState().selectRegion(id, "stay"),
      onLive: (now, begun) => {
        setLive(now);
        setDrawing(begun);
      },
      onLost: () => {
        // Once may be a driver that was reset; a device that loses it again is left to the processor.
        if (losses > 0) store.getState().setRenderer("cpu");
        setLosses(losses + 1);
      },
    });
    setStage(opened);
    const disconnect = store.getState().connect(createHandlers(opened, store, () => latest.current));
    const stopListening = onViewDrag(createDragListener(store, () => latest.current.instances));
    const released = () => {
      store.getState().endGesture();
      setTimeout(opened.sync.flush, 0);
    };
    window.addEventListener("mouseup", released);
    window.addEventListener("touchend", released);
    return () => {
      window.removeEventListener("mouseup", released);
      window.removeEventListener("touchend", released);
      stopListening();
      disconnect();
      setStage(null);
      setLive(noRegions);
      setDrawing(false);
      opened.dispose();
    };
  }, [renderer, ready, store, losses]);

  useEffect(() => stage?.sync.setRegions(regions), [stage, regions]);
  useEffect(() => stage?.sync.select(selected), [stage, selected]);
  useEffect(() => {
    const known = selected === null || live.has(selected) || regions.some(({ id }) => id === selected);
    if (!known) store.getState().selectRegion(null);
  }, [store, selected, live, regions]);
  useEffect(() => {
    if (tool === "freehand") void loadClipping();
  }, [tool]);
  useEffect(() => {
    if (stage) activateTool(stage.group, tool, !readOnly, mouse);
  }, [stage, tool, readOnly, mouse]);
  useCine(store, instances);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = grid.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      store.getState().setRoom({ width: target.clientWidth, height: target.clientHeight });
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [store]);

  return (
    <div ref={grid} className={styles.grid} data-layout={layout} data-viewer>
      {stage && (
        <StageContext.Provider value={{ ...props, stage, live, drawing }}>
          {visibleCells(layout, activeCell).map((cell) => (
            <Cell key={`${stage.engine.id}-${cell}`} cell={cell} />
          ))}
        </StageContext.Provider>
      )}
    </div>
  );
}
