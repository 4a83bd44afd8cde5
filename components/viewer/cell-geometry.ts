import type { InstanceMetadata, StackFrame, StackView } from "@/lib/cases/types";
import type { EdgeLetters } from "@/lib/core/dicom/orientation-letters";
import { type Affine, applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import { distanceBetween, type Spacing } from "@/lib/core/geometry/distance-between";
import { planeEdgeLetters, statedEdgeLetters } from "@/lib/core/geometry/orientation-letters";
import { imageToScreen, type ScreenSize, type ViewState } from "@/lib/core/geometry/view-transform";
import { displayShape, patientPlane } from "./cornerstone/frame-plane";

/** All that the overlays of a cell are made of: one frame, seen in one way. */
export interface CellPicture {
  readonly stack: StackView;
  readonly frame: StackFrame;
  readonly metadata: InstanceMetadata;
  readonly size: ScreenSize;
  readonly view: ViewState;
  /** Image points to CSS pixels of the cell. */
  readonly map: Affine;
}

/** The picture of a cell; `frame` is the one shown, or the one a poster stands for. */
export function cellPicture(
  stack: StackView,
  frame: StackFrame,
  metadata: InstanceMetadata,
  size: ScreenSize,
  view: ViewState,
): CellPicture {
  const map = imageToScreen(displayShape(metadata, stack), size, view);
  return { stack, frame, metadata, size, view, map };
}

/** Millimetres that one CSS pixel down the screen covers, under the spacing of a calibration. */
export function millimetresDown({ map }: Pick<CellPicture, "map">, spacing: Spacing): number {
  const toImage = invertAffine(map);
  return distanceBetween(applyAffine(toImage, [0, 0]), applyAffine(toImage, [0, 1]), spacing);
}

/** Patient directions at the edges of the screen; null where the object does not say how the patient lay. */
export function pictureLetters({
  metadata,
  frame,
  map,
}: Pick<CellPicture, "metadata" | "map"> & {
  readonly frame: Pick<StackFrame, "frame">;
}): EdgeLetters | null {
  const plane = patientPlane(metadata, frame.frame);
  if (plane) return planeEdgeLetters(plane, map);
  const stated = metadata.patientOrientation;
  return stated && statedEdgeLetters(stated[0], stated[1], map);
}

/** Whether a pixel of the picture covers more than one of the screen. */
export function isEnlarged({ map }: Pick<CellPicture, "map">, devicePixels: number): boolean {
  return Math.max(Math.hypot(map.a, map.b), Math.hypot(map.c, map.d)) * devicePixels > 1.001;
}
