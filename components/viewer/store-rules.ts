import type { FrameRef, StackFrame, StackView } from "@/lib/cases/types";
import {
  type CellIndex,
  type CellReadiness,
  cellIndexes,
  type PerCell,
  type Place,
  type ViewerState,
} from "./store-state";
import type { ViewerLayout } from "./types";

/** The cells a layout shows. One column pair stays together, so that the active cell is always seen. */
export function visibleCells(layout: ViewerLayout, active: CellIndex): readonly CellIndex[] {
  switch (layout) {
    case "1x1":
      return [active];
    case "1x2":
      return active < 2 ? [0, 1] : [2, 3];
    case "2x2":
      return cellIndexes;
    default:
      return layout satisfies never;
  }
}

export function withCell<T>(all: PerCell<T>, cell: CellIndex, value: T): PerCell<T> {
  return [
    cell === 0 ? value : all[0],
    cell === 1 ? value : all[1],
    cell === 2 ? value : all[2],
    cell === 3 ? value : all[3],
  ];
}

/** What cells show before a picture: nothing, or a wait. */
export function waitingReadiness(cells: PerCell<string | null>): PerCell<CellReadiness> {
  const waiting = (stack: string | null): CellReadiness => ({ kind: stack === null ? "empty" : "loading" });
  return [waiting(cells[0]), waiting(cells[1]), waiting(cells[2]), waiting(cells[3])];
}

/** The place held inside the stack; indices are whole numbers. */
export function clampPlace(stack: Pick<StackView, "positions" | "times">, place: Place): Place {
  const clamp = (index: number, count: number) =>
    Math.max(0, Math.min(Math.max(1, count) - 1, Math.round(index)));
  return { position: clamp(place.position, stack.positions), time: clamp(place.time, stack.times) };
}

/** Index into the frames of a stack: position-major, then time; null where that frame is missing. */
export function frameIndex(stack: StackView, place: Place): number | null {
  const expected = place.position * Math.max(1, stack.times) + place.time;
  const there = stack.frames[expected];
  if (there && there.position === place.position && there.time === place.time) return expected;
  const found = stack.frames.findIndex(
    (frame) => frame.position === place.position && frame.time === place.time,
  );
  return found < 0 ? null : found;
}

/** The frame of a stack at a place; null where that frame is missing. */
export function frameAt(stack: StackView, place: Place): StackFrame | null {
  const index = frameIndex(stack, place);
  return index === null ? null : (stack.frames[index] ?? null);
}

/** The stack and place of a frame; the preferred stack wins where several hold it. */
export function locateFrame(
  stacks: readonly StackView[],
  frame: FrameRef,
  preferred: string | null,
): (Place & { readonly stackId: string }) | null {
  const ordered = [...stacks].sort((first, second) => rank(first, preferred) - rank(second, preferred));
  for (const stack of ordered) {
    const found = stack.frames.find(
      (candidate) => candidate.instanceId === frame.instanceId && candidate.frame === frame.frame,
    );
    if (found) return { stackId: stack.id, position: found.position, time: found.time };
  }
  return null;
}

function rank(stack: StackView, preferred: string | null): number {
  return stack.id === preferred ? 0 : 1;
}

/** Where the other visible stacks go when one moves and scrolling is linked. */
export function linkedPlaces(state: ViewerState, moved: StackView, place: Place): Record<string, Place> {
  if (!state.linked || !state.handlers) return {};
  const places: Record<string, Place> = {};
  for (const cell of visibleCells(state.layout, state.activeCell)) {
    const other = state.stacks.find((stack) => stack.id === state.cells[cell]);
    if (!other || other.id === moved.id) continue;
    const position = state.handlers.nearestPosition(moved, place.position, other);
    if (position !== null) places[other.id] = { position, time: state.places[other.id]?.time ?? 0 };
  }
  return places;
}
