import type { InstanceMetadata } from "@/lib/cases/types";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import type { ImagePoint } from "@/lib/core/geometry/points";
import {
  type ImageShape,
  imageToScreen,
  type ScreenSize,
  type ViewState,
  viewCenter,
} from "@/lib/core/geometry/view-transform";
import type { WindowValue } from "../presets";
import { clampZoom } from "../store-rules";
import { valueRange } from "../window";

/** The view after the picture was dragged by CSS pixels: what was under the pointer stays under it. */
export function pannedView(
  view: ViewState,
  shape: ImageShape,
  size: ScreenSize,
  right: number,
  down: number,
): ViewState {
  const toImage = invertAffine(imageToScreen(shape, size, view));
  const from = applyAffine(toImage, [0, 0]);
  const to = applyAffine(toImage, [right, down]);
  const [x, y] = viewCenter(shape, size, view);
  const center: ImagePoint = [x - (to[0] - from[0]), y - (to[1] - from[1])];
  return { ...view, center };
}

/** The view enlarged by a factor, with what lies at a point of the viewport (CSS pixels) left where it is. */
export function zoomedView(
  view: ViewState,
  shape: ImageShape,
  size: ScreenSize,
  factor: number,
  at: readonly [number, number],
): ViewState {
  const under = (seen: ViewState) => applyAffine(invertAffine(imageToScreen(shape, size, seen)), at);
  const zoomed = { ...view, zoom: clampZoom(view.zoom * factor) };
  const before = under(view);
  const after = under(zoomed);
  const [x, y] = viewCenter(shape, size, zoomed);
  return { ...zoomed, center: [x + before[0] - after[0], y + before[1] - after[1]] };
}

/** Factor of the zoom for a drag: up makes larger, 100 pixels about e-fold. */
export function zoomFactor(down: number): number {
  return Math.exp(-down / 100);
}

/** The window after a drag: right widens it, down raises its middle; a full sweep of values takes 1024 pixels. */
export function draggedWindow(
  window: WindowValue,
  metadata: InstanceMetadata,
  right: number,
  down: number,
): WindowValue {
  const [least, most] = valueRange(metadata);
  const perPixel = Math.max(most - least, window.width / 4) / 1024;
  const narrowest = Math.min(1, perPixel);
  return {
    center: window.center + down * perPixel,
    width: Math.max(narrowest, window.width + right * perPixel),
  };
}
