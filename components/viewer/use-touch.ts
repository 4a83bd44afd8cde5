import { type RefObject, useEffect } from "react";
import { createDragListener } from "./drag-listener";
import { useViewer } from "./stage-context";
import type { CellIndex } from "./store-state";
import { createTouchGesture, type Finger } from "./touch-gesture";
import { zoomPictureAt } from "./zoom-picture";

/** Fingers in a viewport: two pan and zoom, a long press and drag is the window, a double tap shows it alone. */
export function useTouch(element: RefObject<HTMLDivElement | null>, cell: CellIndex): void {
  const { store, instances } = useViewer();
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const drag = createDragListener(store, () => instances);
    const look = () => {
      const { cells, windows, places, views } = store.getState();
      const stackId = cells[cell];
      return stackId === null
        ? null
        : { stackId, window: windows[stackId] ?? null, place: places[stackId], view: views[cell] };
    };
    let before = look();
    const gesture = createTouchGesture({
      takeOver: () => {
        const { cancelDrawing, setWindow, setView, goTo } = store.getState();
        cancelDrawing();
        if (!before) return;
        setWindow(before.stackId, before.window);
        setView(cell, before.view);
        if (before.place) goTo(before.stackId, before.place.position, before.place.time);
      },
      pinch: (factor, { x, y }, right, down) => {
        zoomPictureAt(store, instances, target, factor, [x, y]);
        drag("pan", target, right, down);
      },
      window: (right, down) => drag("window", target, right, down),
      doubleTap: () => store.getState().toggleMaximised(cell),
    });
    const fingers = ({ touches }: TouchEvent): readonly Finger[] => {
      const { left, top } = target.getBoundingClientRect();
      return [...touches]
        .filter((touch) => touch.target instanceof Node && target.contains(touch.target))
        .map((touch) => ({ x: touch.clientX - left, y: touch.clientY - top }));
    };
    const listeners = new AbortController();
    const listen = (
      name: "touchstart" | "touchmove" | "touchend" | "touchcancel",
      act: (event: TouchEvent) => void,
    ) => target.addEventListener(name, act, { capture: true, passive: false, signal: listeners.signal });
    listen("touchstart", (event) => {
      if (event.touches.length === 1) before = look();
      gesture.start(fingers(event), event.timeStamp);
      if (gesture.owned()) event.stopPropagation();
    });
    listen("touchmove", (event) => {
      gesture.move(fingers(event), event.timeStamp);
      if (!gesture.owned()) return;
      event.preventDefault();
      event.stopPropagation();
    });
    listen("touchend", (event) => {
      // The browser would make mouse events of it, a second double click among them.
      if (event.cancelable) event.preventDefault();
      gesture.end(fingers(event), event.timeStamp);
    });
    listen("touchcancel", gesture.cancel);
    return () => listeners.abort();
  }, [element, store, instances, cell]);
}
