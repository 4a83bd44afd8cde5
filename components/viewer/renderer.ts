import type { Renderer } from "./store-state";

const storageKey = "reading-room.renderer";
const foundKey = "reading-room.renderer-found";

/**
 * A script's expression: whether this device drew with WebGL when it last chose, for code that is fetched ahead. A guess:
 * `chooseRenderer` decides.
 */
export const knownWebgl = `(()=>{try{const get=key=>localStorage.getItem(key);
return/^webgl/.test(new URLSearchParams(location.search).get("renderer")??get("${storageKey}")??get("${foundKey}"))}catch{return false}})()`;

/** Names that software rasterisers give themselves in WebGL. */
const software = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

/**
 * The renderer of this device: `?renderer=` first, then what the reader chose here before, else WebGL where a real
 * graphics processor answers and the processor itself where not (software WebGL scrolls slower than drawing without).
 */
export function chooseRenderer(): Renderer {
  const asked = new URLSearchParams(window.location.search).get("renderer") ?? stored(storageKey);
  if (asked === "webgl" || asked === "cpu") return asked;
  // To ask costs a tenth of a second without a graphics processor, so a browser is asked once.
  const found = stored(foundKey);
  if (found === `webgl ${navigator.userAgent}`) return "webgl";
  if (found === `cpu ${navigator.userAgent}`) return "cpu";
  const name = graphicsProcessor();
  const renderer = name === null || software.test(name) ? "cpu" : "webgl";
  store(foundKey, `${renderer} ${navigator.userAgent}`);
  return renderer;
}

/** Keeps the reader's choice for this device. */
export function storeRenderer(renderer: Renderer): void {
  store(storageKey, renderer);
}

function store(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: it holds for this page only.
  }
}

function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
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
