"use client";
import type { KeyboardEvent, ReactNode } from "react";
import { visibleCells } from "@/components/viewer/store-rules";
import { useReview } from "../context";
import { useTileDrag } from "./use-tile-drag";

/**
 * A tile that can be put into a viewport: a click or Enter into the active one, a digit into that one (counted as they are
 * seen), a drag into where it ends.
 */
export function TileButton({
  stackId,
  label,
  name,
  current,
  reachable,
  className,
  children,
}: {
  readonly stackId: string;
  /** What the pointer carries. */
  readonly label: string;
  /** Read in place of the content. */
  readonly name?: string;
  readonly current: boolean;
  readonly reachable: boolean;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { viewer } = useReview();
  const { at, wasDragged, handlers } = useTileDrag(stackId);

  function putByDigit(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-6]$/.test(event.key)) return;
    const { layout, activeCell, assignStack, setActiveCell } = viewer.getState();
    const cell = visibleCells(layout, activeCell)[Number(event.key) - 1];
    // A digit rates elsewhere: here it never does.
    event.preventDefault();
    if (cell === undefined) return;
    assignStack(cell, stackId);
    setActiveCell(cell);
  }

  return (
    <button
      type="button"
      data-roving=""
      data-tile={stackId}
      tabIndex={reachable ? 0 : -1}
      aria-current={current ? "true" : undefined}
      aria-label={name}
      onClick={() => {
        if (wasDragged()) return;
        const { activeCell, assignStack } = viewer.getState();
        assignStack(activeCell, stackId);
      }}
      onKeyDown={putByDigit}
      {...handlers}
      className={`touch-none ${className}`}
    >
      {children}
      {at ? (
        <span
          aria-hidden="true"
          style={{ left: at[0] + 10, top: at[1] + 10 }}
          className="pointer-events-none fixed z-20 rounded-chip bg-(--raised) px-2 py-1 text-12 text-fg1 shadow-e2"
        >
          {label}
        </span>
      ) : null}
    </button>
  );
}
