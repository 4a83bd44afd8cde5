import type { WindowValue } from "./presets";

/** Narrowest window: one step of whole values. */
const narrowest = 1;

/**
 * The window that shows values from black to white, a share of them left out at either end; null where there are none.
 * Smallest value black, largest white, as LINEAR counts them (PS3.3 C.11.2.1.2).
 */
export function windowOver(values: readonly number[], leftOut: number): WindowValue | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const skipped = Math.min(Math.floor(sorted.length * leftOut), Math.floor((sorted.length - 1) / 2));
  const least = sorted[skipped] ?? 0;
  const most = sorted[sorted.length - 1 - skipped] ?? 0;
  return { center: (least + most + 1) / 2, width: Math.max(narrowest, most - least + 1) };
}
