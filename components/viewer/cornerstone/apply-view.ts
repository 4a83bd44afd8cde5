import type { Types } from "@cornerstonejs/core";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import type { ImagePlane } from "@/lib/core/geometry/image-plane";
import { imageToWorld, type PlaneOrigin } from "@/lib/core/geometry/image-to-world";
import type { Direction } from "@/lib/core/geometry/points";
import { along, cross, unit } from "@/lib/core/geometry/vectors";
import {
  fitScale,
  type ImageShape,
  imageToScreen,
  type ScreenSize,
  type ViewState,
  viewCenter,
} from "@/lib/core/geometry/view-transform";
import type { Renderer } from "../store-state";

/**
 * Where each renderer puts Image Position (Patient): WebGL on the centre of the first pixel, the CPU renderer on its
 * top left corner. Measured; the round-trip tests hold it.
 */
export const originOf: Readonly<Record<Renderer, PlaneOrigin>> = {
  webgl: "pixel-centre",
  cpu: "pixel-corner",
};

const cameraDistance = 100;

/** After a move to another slice the library clips by the bounds of the one before: all is put in range again. */
const wholeRange = 1_000_000;

/** Makes a viewport look at its image as `view` says. Its image must be set. */
export function applyView(
  viewport: Types.IStackViewport,
  renderer: Renderer,
  plane: ImagePlane,
  shape: ImageShape,
  size: ScreenSize,
  view: ViewState,
): void {
  const focalPoint = point3(imageToWorld(plane, viewCenter(shape, size, view), originOf[renderer]));
  const pixelsPerUnit = fitScale(shape, size, view.rotation) * view.zoom;
  if (renderer === "cpu") {
    if (viewport.getRotation() !== view.rotation) viewport.setViewPresentation({ rotation: view.rotation });
    viewport.setCamera({
      // CSS pixels per pixel of the finer direction; the coarser one is stretched by the renderer itself.
      scale: pixelsPerUnit * Math.min(...shape.spacing) * window.devicePixelRatio,
      flipHorizontal: view.mirrored,
      flipVertical: false,
    });
    viewport.setCamera({ focalPoint });
    return;
  }
  const toImage = invertAffine(imageToScreen(shape, size, view));
  const origin = applyAffine(toImage, [0, 0]);
  const inWorld = (x: number, y: number): Direction => {
    const point = applyAffine(toImage, [x, y]);
    const inRow = along([0, 0, 0], plane.row, (point[0] - origin[0]) * shape.spacing[1]);
    return unit(along(inRow, plane.column, (point[1] - origin[1]) * shape.spacing[0]));
  };
  const viewUp = inWorld(0, -1);
  const viewPlaneNormal = cross(inWorld(1, 0), viewUp);
  viewport.setCamera({
    viewUp: point3(viewUp),
    viewPlaneNormal: point3(viewPlaneNormal),
    focalPoint,
    position: point3(along(focalPoint, viewPlaneNormal, cameraDistance)),
    parallelScale: size.height / 2 / pixelsPerUnit,
  });
  viewport.setCamera({ clippingRange: [-wholeRange, wholeRange] });
}

/** A copy that Cornerstone may write to. */
function point3(point: Direction): Types.Point3 {
  return [point[0], point[1], point[2]];
}
