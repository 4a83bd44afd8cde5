import type { Clock } from "../types/model";

/** A clock on which sleeping takes no time; chance is always one half. `slept` tells how long was waited. */
export function fastClock(): Clock & { readonly slept: number[] } {
  let ahead = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now() + ahead,
    random: () => 0.5,
    async sleep(ms) {
      slept.push(ms);
      ahead += ms;
    },
  };
}
