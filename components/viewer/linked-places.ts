import type { StackView } from "@/lib/cases/types";
import { clampPlace, firstPlace, visibleCells } from "./store-rules";
import type { Place, ViewerState } from "./store-state";

/**
 * What two stacks are scrolled together by: place in the patient, millimetres or slices from where the reader matched
 * them, else the share of the stack.
 */
export type LinkBasis = "place" | "millimetres" | "slices" | "share";

type Linking = Pick<
  ViewerState,
  "linked" | "links" | "match" | "layout" | "activeCell" | "cells" | "stacks" | "places"
>;

/** By what a stack follows another; null = it does not. */
function linkBasis(
  { linked, links, match }: Pick<ViewerState, "linked" | "links" | "match">,
  from: StackView,
  to: StackView,
): LinkBasis | null {
  if (!linked || from.id === to.id) return null;
  const relation = links.relation(from, to);
  if (relation === "apart") return null;
  if (relation === "registered") return "place";
  if (match[from.id] !== undefined && match[to.id] !== undefined)
    return relation === "parallel" ? "millimetres" : "slices";
  // Without a match by the reader, only what is plainly the same kind of stack goes together.
  const alike = from.kind === "volume" && to.kind === "volume" && from.plane === to.plane;
  return alike ? "share" : null;
}

/** By what a stack follows that of the active cell. */
export function linkedByActive(state: ViewerState, stack: StackView): LinkBasis | null {
  const active = state.stacks.find(({ id }) => id === state.cells[state.activeCell]);
  return active ? linkBasis(state, active, stack) : null;
}

/** Where the other visible stacks go when one moves and scrolling is linked. */
export function linkedPlaces(state: Linking, moved: StackView, place: Place): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const cell of visibleCells(state.layout, state.activeCell)) {
    const other = state.stacks.find((stack) => stack.id === state.cells[cell]);
    const position = other && linkedPosition(state, moved, place.position, other);
    if (other && typeof position === "number")
      places[other.id] = clampPlace(other, { position, time: state.places[other.id]?.time ?? 0 });
  }
  return places;
}

/** Where a stack that comes into sight goes: to those it is seen beside. Nothing where none of them leads it. */
export function joiningPlace(state: Linking, joining: string | null): Record<string, Place> {
  if (!state.linked || joining === null) return {};
  for (const cell of visibleCells(state.layout, state.activeCell)) {
    const beside = state.stacks.find((stack) => stack.id === state.cells[cell]);
    const at = beside && beside.id !== joining ? state.places[beside.id] : undefined;
    const place = beside && at ? linkedPlaces(state, beside, at)[joining] : undefined;
    if (place) return { [joining]: place };
  }
  return {};
}

/** All places, once the visible stacks have gone to that of the active cell. */
export function alignedPlaces(state: Linking): ViewerState["places"] {
  const leading = state.stacks.find(({ id }) => id === state.cells[state.activeCell]);
  const place = leading ? state.places[leading.id] : undefined;
  return leading && place ? { ...state.places, ...linkedPlaces(state, leading, place) } : state.places;
}

/** Where the stacks of a case stand when it is opened: each at its first place, those that are linked at that of the first cell. */
export function firstPlaces(
  opening: Pick<Linking, "linked" | "links" | "match" | "stacks" | "layout" | "cells">,
): ViewerState["places"] {
  const places = Object.fromEntries(opening.stacks.map((stack) => [stack.id, firstPlace(stack)]));
  return alignedPlaces({ ...opening, activeCell: 0, places });
}

function linkedPosition(state: Linking, moved: StackView, position: number, other: StackView): number | null {
  const { links, match } = state;
  const [from, to] = [match[moved.id] ?? 0, match[other.id] ?? 0];
  switch (linkBasis(state, moved, other)) {
    case "place":
      return links.nearest(moved, position, other);
    case "millimetres":
      return links.matched({ stack: moved, match: from, position }, { stack: other, match: to });
    case "slices":
      return to + position - from;
    case "share":
      return links.shared(moved, position, other);
    default:
      return null;
  }
}
