import { getShouldUseCPURendering } from "@cornerstonejs/core";
import * as asked from "@cornerstonejs/core/utilities/renderingCapabilities";

const none = {
  webgl: false,
  webgl2: false,
  maxTextureSize: 0,
  renderer: "",
  softwareRasterizer: false,
  norm16: false,
  norm16Linear: false,
  float: false,
  floatLinear: false,
  halfFloat: false,
  halfFloatLinear: false,
};

/**
 * Stands in the bundle for what the library asks the browser about WebGL at its start (see next.config.ts): where the
 * processor draws nothing is asked, which takes a fifth of a second of the page's thread where WebGL is emulated.
 * Functions, since the library imports this module before what it imports itself.
 */
export function getRenderingCapabilities(): typeof none {
  return getShouldUseCPURendering() ? none : asked.getRenderingCapabilities();
}

export function detectRenderingCapabilities(): typeof none {
  return asked.detectRenderingCapabilities();
}
