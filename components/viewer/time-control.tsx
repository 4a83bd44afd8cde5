import { ArrowLeft, ArrowRight, ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import type { StackView } from "@/lib/cases/types";
import { useViewer, useViewerState } from "./stage-context";
import type { CellIndex } from "./store-state";
import { clipRate } from "./use-cine";
import styles from "./viewer.module.css";

/** Frames per second that can be asked for. */
const slowest = 1;
const fastest = 60;

/** Playing of a clip or a volume, its rate and direction, and the time of a dynamic stack. */
export function TimeControl({ stack, cell }: { readonly stack: StackView; readonly cell: CellIndex }) {
  const { store, instances } = useViewer();
  const time = useViewerState((state) => state.places[stack.id]?.time) ?? 0;
  const playing = useViewerState((state) => state.playing === stack.id);
  const backwards = useViewerState((state) => state.backwards);
  const chosen = useViewerState((state) => state.rate);
  const { play, stepTime, setRate, toggleDirection } = store.getState();
  const rate = clipRate(stack, instances, chosen);
  return (
    <div className={styles.time}>
      <button
        type="button"
        aria-label={playing ? "Pause" : "Play"}
        onClick={() => play(playing ? null : stack.id)}
      >
        {playing ? <Pause size={14} strokeWidth={1.6} /> : <Play size={14} strokeWidth={1.6} />}
      </button>
      <button
        type="button"
        aria-label={backwards ? "Backwards. Play forwards" : "Forwards. Play backwards"}
        onClick={toggleDirection}
      >
        {backwards ? <ArrowLeft size={14} strokeWidth={1.6} /> : <ArrowRight size={14} strokeWidth={1.6} />}
      </button>
      <label className={styles.rate}>
        <input
          type="number"
          aria-label="Frames per second"
          min={slowest}
          max={fastest}
          value={Math.round(rate)}
          onKeyDown={(event) => event.stopPropagation()}
          onChange={(event) => {
            const wanted = event.target.valueAsNumber;
            if (wanted >= slowest && wanted <= fastest) setRate(wanted);
          }}
        />
        fps
      </label>
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
