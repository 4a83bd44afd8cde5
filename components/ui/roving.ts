import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  horizontal: { ArrowLeft: -1, ArrowRight: 1 },
  vertical: { ArrowUp: -1, ArrowDown: 1 },
  both: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 },
};

/**
 * Moves the focus among the `[data-roving]` elements of a toolbar, grid row, tab list or radio group by arrow keys, Home
 * and End. Call it from `onKeyDown` of the container; returns the element that has the focus now, or null.
 * @param columns in a grid, how many elements a row holds (up and down then jump that many)
 */
export function moveRovingFocus(
  event: KeyboardEvent<HTMLElement>,
  orientation: "horizontal" | "vertical" | "both",
  columns = 1,
): HTMLElement | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-roving]")];
  const at = all.findIndex((element) => element.contains(document.activeElement));
  if (at < 0) return null;
  const step = steps[orientation]?.[event.key];
  const jump = event.key === "ArrowUp" || event.key === "ArrowDown" ? columns : 1;
  let to = -1;
  if (event.key === "Home") to = 0;
  else if (event.key === "End") to = all.length - 1;
  else if (step !== undefined) to = columns > 1 ? at + step * jump : (at + step + all.length) % all.length;
  const next = all[to];
  if (step !== undefined || next) event.preventDefault();
  if (!next) return null;
  next.focus();
  return next;
}
