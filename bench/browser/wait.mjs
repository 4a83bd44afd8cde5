// Waiting with a limit, used by everything that talks to a browser.
import { setTimeout as sleep } from "node:timers/promises";

/** The promise, or an error that names `what` after `milliseconds`. */
export function within(promise, milliseconds, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`timeout: ${what}`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks until the answer is yes; false when the time is over. */
export async function until(test, milliseconds, every = 50) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(every))
    if (await test()) return true;
  return false;
}

/** The middle of a list, numbers only; null of none. */
export function median(list) {
  const sorted = list.filter((value) => typeof value === "number").sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
