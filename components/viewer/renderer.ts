import type { Renderer } from "./store-state";

const storageKey = "reading-room.renderer";

/** Names that software rasterisers give themselves in WebGL. */
const software = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

/**
 * The renderer of this device: `?renderer=` first, then what the reader chose here before, else WebGL where a real
 * graphics processor answers and the processor itself where not (software WebGL scrolls slower than drawing without).
 */
export function chooseRenderer(): Renderer {
  const asked = new URLSearchParams(window.location.search).get("renderer") ?? storedRenderer();
  if (asked === "webgl" || asked === "cpu") return asked;
  const name = graphicsProcessor();
  return name === null || software.test(name) ? "cpu" : "webgl";
}

/** Keeps the reader's choice for this device. */
export function storeRenderer(renderer: Renderer): void {
  try {
    window.localStorage.setItem(storageKey, renderer);
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
}

function storedRenderer(): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function graphicsProcessor(): string | null {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return null;
  const extension = context.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = context.getParameter(extension?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return typeof name === "string" ? name : "";
}
