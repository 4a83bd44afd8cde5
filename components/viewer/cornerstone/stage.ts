import { Enums, eventTarget, RenderingEngine, setCanvasCreator } from "@cornerstonejs/core";
import { ToolGroupManager, type Types, utilities } from "@cornerstonejs/tools";
import type { RegionValue } from "@/lib/reading/schema";
import type { Renderer } from "../store-state";
import { type AnnotationSync, type AnnotationSyncOptions, createAnnotationSync } from "./annotation-sync";
import { startCornerstone } from "./start";
import { createToolGroup, toolGroupId } from "./tools";

/** What the cells of one mounted viewer share. */
export interface Stage {
  readonly renderer: Renderer;
  readonly engine: RenderingEngine;
  readonly group: Types.IToolGroup;
  readonly sync: AnnotationSync;
  /** One for each cell: what looks at its picture as the store says. */
  readonly refreshers: Set<() => void>;
  /** After an element changed its size: Cornerstone forgets every camera then. */
  readonly resize: () => void;
  readonly dispose: () => void;
}

export interface StageListeners {
  /** The graphics processor was taken away: nothing is drawn any more until a stage is opened anew. */
  readonly onLost: () => void;
  readonly onPut: (id: string, value: RegionValue) => void;
  readonly onSelect: (id: string) => void;
  readonly onLive: AnnotationSyncOptions["onLive"];
}

let opened = 0;

/** Starts Cornerstone for a renderer and opens an engine with our tools. */
export function openStage(renderer: Renderer, listeners: StageListeners): Stage {
  startCornerstone(renderer);
  setCanvasCreator(renderer === "cpu" ? canvasInMemory : () => document.createElement("canvas"));
  opened += 1;
  const engine = new RenderingEngine(`reading-room-${opened}`);
  const group = createToolGroup();
  const redraw = () => {
    if (engine.hasBeenDestroyed) return;
    utilities.triggerAnnotationRenderForViewportIds(engine.getViewports().map((viewport) => viewport.id));
  };
  const sync = createAnnotationSync({ renderer, redraw, ...listeners });
  const refreshers = new Set<() => void>();
  const lost = (event: Event) => {
    if (event instanceof CustomEvent && event.detail.renderingEngineId === engine.id) listeners.onLost();
  };
  eventTarget.addEventListener(Enums.Events.WEBGL_CONTEXT_LOST, lost);
  return {
    renderer,
    engine,
    group,
    sync,
    refreshers,
    resize: () => {
      if (engine.hasBeenDestroyed || engine.getViewports().length === 0) return;
      if (renderer === "cpu") for (const viewport of engine.getViewports()) fitCanvas(viewport.canvas);
      else engine.resize(true, false);
      for (const refresh of refreshers) refresh();
    },
    dispose: () => {
      eventTarget.removeEventListener(Enums.Events.WEBGL_CONTEXT_LOST, lost);
      sync.dispose();
      ToolGroupManager.destroyToolGroup(toolGroupId);
      engine.destroy();
    },
  };
}

/**
 * A canvas whose pixels stay in memory, for what the processor draws. A browser that emulates a graphics processor would draw
 * it there, which takes several times as long. Who asks for a context first decides.
 */
function canvasInMemory(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.getContext("2d", { willReadFrequently: true });
  return canvas;
}

/**
 * Gives the canvas of the CPU renderer one pixel for each of the screen's. The library makes it so at first and forgets
 * the screen's pixel ratio when the size changes, but goes on counting with it.
 */
export function fitCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = Math.round(canvas.clientWidth * window.devicePixelRatio);
  canvas.height = Math.round(canvas.clientHeight * window.devicePixelRatio);
}
