import { setImmediate as nextTurn } from "node:timers/promises";

/** Work of so many milliseconds is done in one go; then requests of people have their turn. */
const longestWork = 8;

/** To be awaited between small pieces of long work. */
export function pauses(): () => Promise<void> | void {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestWork) return;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
