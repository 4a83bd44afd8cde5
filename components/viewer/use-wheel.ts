import { type RefObject, useEffect } from "react";
import { useViewer } from "./stage-context";
import type { CellIndex } from "./store-state";

/** Pixels of a fine wheel or touchpad that make one slice; a coarse wheel gives more in one notch. */
const pixelsPerSlice = 40;

/** The wheel always goes through the slices. */
export function useWheel(element: RefObject<HTMLElement | null>, cell: CellIndex): void {
  const { store } = useViewer();
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let gathered = 0;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      const coarse =
        event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= pixelsPerSlice;
      gathered = coarse ? Math.sign(event.deltaY) * pixelsPerSlice : gathered + event.deltaY;
      const steps = Math.trunc(gathered / pixelsPerSlice);
      gathered -= steps * pixelsPerSlice;
      if (steps !== 0) store.getState().step(steps, cell);
    };
    target.addEventListener("wheel", turned, { passive: false });
    return () => target.removeEventListener("wheel", turned);
  }, [element, store, cell]);
}
