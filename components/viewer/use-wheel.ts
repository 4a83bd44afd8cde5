import { type RefObject, useEffect } from "react";
import { zoomFactor } from "./cornerstone/view-drag";
import { createDragListener } from "./drag-listener";
import { wheelGesture } from "./mouse";
import { useViewer } from "./stage-context";
import type { CellIndex } from "./store-state";
import { zoomPictureAt } from "./zoom-picture";

/** Pixels of a fine wheel or touchpad that make one slice; a coarse wheel gives more in one notch. */
const pixelsPerSlice = 40;
/** CSS pixels of a drag that one notch of the wheel is worth, where the wheel does not go through the slices. */
const dragPerNotch = 12;

/** The wheel does what the person's mouse map says: slices at first. */
export function useWheel(element: RefObject<HTMLDivElement | null>, cell: CellIndex): void {
  const { store, mouse, instances } = useViewer();
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const drag = createDragListener(store, () => instances);
    let gathered = 0;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      // The library has no tool for the wheel, and would lay out the page to say where it was turned.
      event.stopImmediatePropagation();
      // With Shift some systems turn the wheel sideways.
      const delta = event.deltaY === 0 ? event.deltaX : event.deltaY;
      const coarse = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(delta) >= pixelsPerSlice;
      const kind = mouse.wheels[wheelGesture(event)];
      if (kind !== "scroll") {
        const down = (coarse ? Math.sign(delta) : delta / pixelsPerSlice) * dragPerNotch;
        const { left, top } = target.getBoundingClientRect();
        if (kind === "zoom")
          zoomPictureAt(store, instances, target, zoomFactor(down), [
            event.clientX - left,
            event.clientY - top,
          ]);
        else drag(kind, target, 0, down);
        return;
      }
      gathered = coarse ? Math.sign(delta) * pixelsPerSlice : gathered + delta;
      const steps = Math.trunc(gathered / pixelsPerSlice);
      gathered -= steps * pixelsPerSlice;
      if (steps !== 0) store.getState().step(steps, cell);
    };
    const listens = { passive: false, capture: true };
    target.addEventListener("wheel", turned, listens);
    return () => target.removeEventListener("wheel", turned, listens);
  }, [element, store, cell, mouse, instances]);
}
