import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import type { StackView } from "@/lib/cases/types";
import { useViewer, useViewerState } from "./stage-context";
import type { CellIndex } from "./store-state";
import styles from "./viewer.module.css";

/** Time of a dynamic stack, and playing of a clip. */
export function TimeControl({ stack, cell }: { readonly stack: StackView; readonly cell: CellIndex }) {
  const { store } = useViewer();
  const time = useViewerState((state) => state.places[stack.id]?.time) ?? 0;
  const playing = useViewerState((state) => state.playing === stack.id);
  const { play, stepTime } = store.getState();
  return (
    <div className={styles.time}>
      <button
        type="button"
        aria-label={playing ? "Pause" : "Play"}
        onClick={() => play(playing ? null : stack.id)}
      >
        {playing ? <Pause size={14} strokeWidth={1.6} /> : <Play size={14} strokeWidth={1.6} />}
      </button>
      {stack.times > 1 && (
        <>
          <button type="button" aria-label="Earlier" onClick={() => stepTime(-1, cell)}>
            <ChevronLeft size={14} strokeWidth={1.6} />
          </button>
          <span className={styles.halo}>
            t {time + 1} / {stack.times}
          </span>
          <button type="button" aria-label="Later" onClick={() => stepTime(1, cell)}>
            <ChevronRight size={14} strokeWidth={1.6} />
          </button>
        </>
      )}
    </div>
  );
}
