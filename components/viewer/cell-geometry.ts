import type { InstanceMetadata, StackFrame, StackView } from "@/lib/cases/types";
import type { Affine } from "@/lib/core/geometry/affine";
import { fitScale, imageToScreen, type ScreenSize, type ViewState } from "@/lib/core/geometry/view-transform";
import { displaySpacing } from "./cornerstone/frame-plane";

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
  const shape = { ...metadata, spacing: displaySpacing(metadata) };
  return { stack, frame, metadata, size, view, map: imageToScreen(shape, size, view) };
}

/** CSS pixels per unit of the spacing (millimetres where calibrated). */
export function screenScale({ metadata, size, view }: CellPicture): number {
  return fitScale({ ...metadata, spacing: displaySpacing(metadata) }, size, view.rotation) * view.zoom;
}
