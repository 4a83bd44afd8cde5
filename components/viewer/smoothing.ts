import type { ViewerStore } from "./store";

const storageKey = "reading-room.smoothed";

/** Takes what the reader chose on this device, and keeps what is chosen from now on. Returns what ends that. */
export function keepSmoothing(store: ViewerStore): () => void {
  try {
    store.getState().setSmoothed(window.localStorage.getItem(storageKey) !== "no");
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
  return store.subscribe(({ smoothed }, before) => {
    if (smoothed === before.smoothed) return;
    try {
      window.localStorage.setItem(storageKey, smoothed ? "yes" : "no");
    } catch {
      // As above.
    }
  });
}
