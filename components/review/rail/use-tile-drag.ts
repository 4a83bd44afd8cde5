"use client";
import { type PointerEvent, useRef, useState } from "react";
import { cellIndexes } from "@/components/viewer/store-state";
import { useReview } from "../context";

/** CSS pixels that a press moves before it is a drag. */
const threshold = 6;

const viewportAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-viewport]") ?? null;

function markTarget(target: HTMLElement | null): void {
  for (const marked of document.querySelectorAll("[data-drop]")) marked.removeAttribute("data-drop");
  target?.setAttribute("data-drop", "");
}

/** Lets a tile be dragged into a viewport, with mouse, pen or finger. The keyboard has Enter and the digits. */
export function useTileDrag(stackId: string) {
  const { viewer } = useReview();
  const start = useRef<readonly [number, number] | null>(null);
  const dragged = useRef(false);
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const end = () => {
    start.current = null;
    setAt(null);
    markTarget(null);
  };
  return {
    /** Where the pointer is while it drags, CSS pixels of the window. */
    at,
    /** Whether the click that ends a drag should be passed over. */
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        start.current = [event.clientX, event.clientY];
        dragged.current = false;
        // At once: a quick hand is outside the tile before its first move.
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = start.current;
        if (!from) return;
        const far = Math.hypot(event.clientX - from[0], event.clientY - from[1]) > threshold;
        if (!dragged.current && !far) return;
        dragged.current = true;
        setAt([event.clientX, event.clientY]);
        markTarget(viewportAt(event.clientX, event.clientY));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const target = dragged.current ? viewportAt(event.clientX, event.clientY) : null;
        const cell = cellIndexes.find((index) => String(index) === target?.dataset.viewport);
        end();
        if (cell === undefined) return;
        viewer.getState().assignStack(cell, stackId);
        viewer.getState().setActiveCell(cell);
      },
      onPointerCancel: end,
    },
  };
}
