import { useMemo, useRef } from "react";
import type { StackView } from "@/lib/cases/types";
import { useViewer, useViewerState } from "./stage-context";
import type { CellIndex } from "./store-state";
import styles from "./viewer.module.css";

/** Where in the stack the cell is, with a mark for each key slice; can be dragged. The keyboard has its own way. */
export function SliceTrack({ stack, cell }: { readonly stack: StackView; readonly cell: CellIndex }) {
  const { store, keyFrames } = useViewer();
  const track = useRef<HTMLDivElement>(null);
  const position = useViewerState((state) => state.places[stack.id]?.position) ?? 0;
  const marks = useMemo(
    () =>
      new Set(
        stack.frames
          .filter((frame) => keyFrames.has(`${frame.instanceId}:${frame.frame}`))
          .map((frame) => frame.position),
      ),
    [stack, keyFrames],
  );
  if (stack.positions < 2) return null;
  const percent = (index: number) => `${(index / (stack.positions - 1)) * 100}%`;
  const goToPointer = (height: number) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const part = Math.min(1, Math.max(0, (height - box.top) / box.height));
    store.getState().goTo(stack.id, Math.round(part * (stack.positions - 1)));
  };
  return (
    <div
      ref={track}
      className={styles.track}
      aria-hidden
      data-track={cell}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goToPointer(event.clientY);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) goToPointer(event.clientY);
      }}
    >
      {[...marks].map((mark) => (
        <i key={mark} style={{ top: percent(mark) }} />
      ))}
      <b style={{ translate: `0 ${percent(position)}` }} />
    </div>
  );
}
