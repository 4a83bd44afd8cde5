import type { Orientation, PlaneGeometry, StackInput } from "./types";
import { dot, planeNormal } from "./vectors";

/** Positions closer than this along the normal are one position, millimetres. */
const SAME_POSITION = 0.01;

/** A frame of an instance on its way into a stack. */
export interface LooseFrame {
  readonly input: StackInput;
  readonly frame: number;
  readonly geometry: PlaneGeometry | null;
  readonly temporal: number | null;
}

/** A position along the normal with the frames that lie there, in order of time. */
export interface SlicePosition {
  /** Millimetres along the normal. */
  readonly along: number;
  readonly frames: readonly LooseFrame[];
}

const unknownLast = (value: number | null) => value ?? Number.MAX_SAFE_INTEGER;

/** Temporal position, then acquisition number and time, then instance number, then frame number. */
export function compareInTime(a: LooseFrame, b: LooseFrame): number {
  return (
    unknownLast(a.temporal) - unknownLast(b.temporal) ||
    unknownLast(a.input.acquisitionNumber) - unknownLast(b.input.acquisitionNumber) ||
    unknownLast(a.input.orderingTime) - unknownLast(b.input.orderingTime) ||
    unknownLast(a.input.instanceNumber) - unknownLast(b.input.instanceNumber) ||
    a.frame - b.frame ||
    (a.input.id < b.input.id ? -1 : a.input.id > b.input.id ? 1 : 0)
  );
}

/**
 * Frames of one orientation gathered by position, ascending along row x column: axial slices run from feet to head,
 * sagittal from right to left or left to right as the rows and columns say. File names play no part.
 */
export function orderByPosition(
  frames: readonly LooseFrame[],
  orientation: Orientation,
): readonly SlicePosition[] {
  const normal = planeNormal(orientation);
  const along = (frame: LooseFrame) => (frame.geometry ? dot(frame.geometry.position, normal) : 0);
  const placed = frames
    .map((frame) => ({ frame, along: along(frame) }))
    .sort((a, b) => a.along - b.along || compareInTime(a.frame, b.frame));
  const positions: { along: number; frames: LooseFrame[] }[] = [];
  for (const { frame, along: distance } of placed) {
    const last = positions.at(-1);
    if (last && distance - last.along <= SAME_POSITION) last.frames.push(frame);
    else positions.push({ along: distance, frames: [frame] });
  }
  return positions.map((position) => ({
    along: position.along,
    frames: position.frames.toSorted(compareInTime),
  }));
}
