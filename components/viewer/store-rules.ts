import type { FrameRef, StackFrame, StackView } from "@/lib/cases/types";
import { initialView, type ViewState } from "@/lib/core/geometry/view-transform";
import { fits, shapeOf } from "@/lib/hanging/rules/room";
import type { HungView } from "@/lib/hanging/types";
import type { WindowValue } from "./presets";
import {
  type CellIndex,
  type CellReadiness,
  cellIndexes,
  type PerCell,
  type Place,
  type ViewerState,
} from "./store-state";
import type { ViewerLayout } from "./types";

const smallestZoom = 0.1;
const largestZoom = 40;

/** A zoom that can still be worked with. */
export const clampZoom = (zoom: number): number => Math.min(largestZoom, Math.max(smallestZoom, zoom));

/** The layouts that the key goes through; the menu has more. */
const nextLayout: Readonly<Record<ViewerLayout, ViewerLayout>> = {
  "1x1": "1x2",
  "1x2": "2x2",
  "2x1": "2x2",
  "2x2": "1x1",
  "2x3": "1x1",
};

/** The layout that the key brings: the next one with room for its viewports, any where the room is not known. */
export function layoutAfter(layout: ViewerLayout, room: ViewerState["room"]): ViewerLayout {
  let next = nextLayout[layout];
  while (room && !fits(next, room)) next = nextLayout[next];
  return next;
}

/** The cells a layout shows, so many at once that the active cell is among them. */
export function visibleCells(layout: ViewerLayout, active: CellIndex): readonly CellIndex[] {
  const [rows, columns] = shapeOf(layout);
  const size = rows * columns;
  const first = Math.min(Math.floor(active / size) * size, cellIndexes.length - size);
  return cellIndexes.slice(first, first + size);
}

/** The same thing made for each cell. */
export function perCell<T>(make: (cell: CellIndex) => T): PerCell<T> {
  return [make(0), make(1), make(2), make(3), make(4), make(5)];
}

export function withCell<T>(all: PerCell<T>, cell: CellIndex, value: T): PerCell<T> {
  return perCell((index) => (index === cell ? value : all[index]));
}

/** What cells show before a picture: nothing, or a wait. */
export function waitingReadiness(cells: PerCell<string | null>): PerCell<CellReadiness> {
  return perCell((cell) => ({ kind: cells[cell] === null ? "empty" : "loading" }));
}

/** Whether a stack has nothing to go through but time. */
export const isClip = ({ positions, times }: Pick<StackView, "positions" | "times">): boolean =>
  positions === 1 && times > 1;

/** A stack as it is hung: turned by the rule, else as recorded. */
export const hungView = (hung: HungView | undefined): ViewState => ({ ...initialView, ...hung });

/** The stack that stands `delta` series further in the order of the case, round again at its ends; null where there is no other. */
export function neighbourSeries(
  stacks: readonly StackView[],
  current: string | null,
  delta: 1 | -1,
): StackView | null {
  const at = stacks.findIndex((stack) => stack.id === current);
  if (at < 0) return stacks[0] ?? null;
  const group = (stack: StackView | undefined) => (stack?.kind === "figure" ? stack.seriesId : stack?.id);
  for (let step = 1; step < stacks.length; step++) {
    const next = stacks[(at + delta * step + stacks.length * step) % stacks.length];
    if (group(next) !== group(stacks[at]))
      return stacks.find((stack) => group(stack) === group(next)) ?? null;
  }
  return null;
}

/** Another picture of the same figure, `delta` further; held inside the figure. Null where there is none to go to. */
export function neighbourPicture(
  stacks: readonly StackView[],
  current: StackView,
  delta: number,
): StackView | null {
  if (current.kind !== "figure" || current.positions > 1) return null;
  const figure = stacks.filter((stack) => stack.kind === "figure" && stack.seriesId === current.seriesId);
  const to = Math.max(0, Math.min(figure.length - 1, figure.indexOf(current) + delta));
  const next = figure[to];
  return next && next.id !== current.id ? next : null;
}

/** The place held inside the stack; indices are whole numbers. */
export function clampPlace(stack: Pick<StackView, "positions" | "times">, place: Place): Place {
  const clamp = (index: number, count: number) =>
    Math.max(0, Math.min(Math.max(1, count) - 1, Math.round(index)));
  return { position: clamp(place.position, stack.positions), time: clamp(place.time, stack.times) };
}

/** Where a stack stands at first: the middle of a volume, the beginning of everything else. */
export function firstPlace({ kind, positions }: Pick<StackView, "kind" | "positions">): Place {
  return { position: kind === "volume" ? Math.floor((positions - 1) / 2) : 0, time: 0 };
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

/** The window of a stack, and of the others seen beside it of the same modality where windows are linked. */
export function linkedWindows(
  state: ViewerState,
  stackId: string,
  value: WindowValue | null,
): Record<string, WindowValue> {
  const windows = { ...state.windows };
  const changed = state.stacks.find(({ id }) => id === stackId);
  const seen = new Set(visibleCells(state.layout, state.activeCell).map((cell) => state.cells[cell]));
  for (const { id, modality } of state.stacks) {
    const follows = state.windowLinked && seen.has(id) && modality === changed?.modality;
    if (id !== stackId && !follows) continue;
    if (value) windows[id] = value;
    else delete windows[id];
  }
  return windows;
}
