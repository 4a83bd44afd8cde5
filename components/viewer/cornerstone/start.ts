import { cache, getWebWorkerManager, init as initCore, setUseCPURendering } from "@cornerstonejs/core";
import { init as initTools } from "@cornerstonejs/tools";
import { takeDecoder } from "../decoder";
import type { Renderer } from "../store-state";
import { registerFrameLoader } from "./frame-loader";
import { registerMetadataProvider } from "./metadata-provider";
import { registerTools } from "./tools";

const cacheBytes = 768 * 1024 * 1024;

let started = false;
let current: Renderer | null = null;

/**
 * Starts Cornerstone once a page and sets the renderer.
 * Images decoded for the other renderer are dropped: colour is laid out differently.
 */
export function startCornerstone(renderer: Renderer): void {
  if (!started) {
    started = true;
    // One context for all viewports: the library's seven for each engine reach the browser's limit after two cases.
    initCore({ debug: {}, rendering: { useCPURendering: renderer === "cpu", webGlContextCount: 1 } });
    const processors = navigator.hardwareConcurrency || 2;
    // Under the name that the image library gives its tasks to; what else its own start does is for loaders we do not use.
    getWebWorkerManager().registerWorker("dicomImageLoader", takeDecoder, {
      maxWorkerInstances: Math.max(1, Math.min(4, processors - 1)),
    });
    initTools();
    cache.setMaxCacheSize(cacheBytes);
    registerMetadataProvider();
    registerFrameLoader();
    registerTools();
  }
  if (current === renderer) return;
  if (current !== null) cache.purgeCache();
  setUseCPURendering(renderer === "cpu", false);
  current = renderer;
}

/** How many frames of a size may be fetched ahead: half of the cache. */
export function prefetchReach(bytesPerFrame: number): number {
  return Math.max(2, Math.min(400, Math.floor(cacheBytes / 2 / Math.max(1, bytesPerFrame))));
}
