import type { Gesture } from "./store-state";
import styles from "./viewer.module.css";

/** The box that is being drawn to set the window by. */
export function WindowBox({ gesture: { from, to } }: { readonly gesture: Gesture }) {
  return (
    <svg className={styles.marks} aria-hidden data-window-box>
      <rect
        x={Math.min(from[0], to[0])}
        y={Math.min(from[1], to[1])}
        width={Math.abs(to[0] - from[0])}
        height={Math.abs(to[1] - from[1])}
        fill="none"
        stroke="oklch(0.9 0.006 260)"
        strokeDasharray="3 3"
      />
    </svg>
  );
}
