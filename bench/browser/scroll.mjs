// Wheel ticks over the picture, and how many pictures come of them.
import { setTimeout as sleep } from "node:timers/promises";
import { until, within } from "./wait.mjs";

export const ticks = 140;

/** Asks the code of in-page.mjs; undefined when the page does not have it. */
export const ask = (page, what) =>
  within(page.evaluate(`window.__viewerBench && (${what})`), 60_000, "the page does not answer").catch(
    (error) => {
      if (/timeout|closed|crash/i.test(error.message)) throw error;
    },
  );

const wheel = (page, down) => within(page.mouse.wheel(0, down), 30_000, "wheel");
const count = (page) => ask(page, "__viewerBench.changes.count");

async function toFirstSlice(page, frames) {
  let now = 0;
  for (let before = -1, rewound = 0; rewound < frames + 16; before = now) {
    for (let tick = 0; tick < 8; tick++, rewound++) await wheel(page, -100);
    await until(
      async () => {
        now = await count(page);
        return now > before;
      },
      before < 0 ? 400 : 800,
    );
    if (now <= before || (before < 0 && now === 0)) break;
  }
}

/**
 * 140 ticks over the largest canvas from the first slice on, at most one every 16 ms and two under way, turning at the
 * ends of the stack. Times are of changes of the picture, read once a frame.
 */
export async function scroll(page, frames) {
  const box = await ask(page, "__viewerBench.box()");
  if (!box || frames < 2) return null;
  await page.mouse.move(box.x, box.y);
  await ask(page, "__viewerBench.watchChanges()");
  await toFirstSlice(page, frames);
  await sleep(500);
  await ask(page, "__viewerBench.stopChanges()");
  await sleep(50);
  await ask(page, "__viewerBench.watchChanges()");
  let sign = 1;
  let run = 0;
  let still = 0;
  let seen = 0;
  let turnedAt = 0;
  let sweep = frames - 1;
  let previous;
  let counted = Promise.resolve(-1);
  const turn = () => {
    sign = -sign;
    run = 0;
    turnedAt = seen;
    return ask(page, "__viewerBench.changes.turn()");
  };
  for (let tick = 0; tick < ticks; tick++) {
    if (run >= sweep) await turn();
    const next = performance.now() + 16;
    const handled = previous;
    previous = wheel(page, 100 * sign);
    previous.catch(() => undefined);
    // Two under way at most: to wait for each would halve the rate that a viewer can reach.
    await handled;
    run++;
    await sleep(Math.max(0, next - performance.now()));
    if (tick % 8 !== 7) continue;
    // What was asked for eight ticks ago: to wait for an answer here would cost a frame.
    const now = await counted;
    counted = count(page);
    counted.catch(() => undefined);
    still = now === seen ? still + 1 : 0;
    seen = now;
    if (still > 0 && !(await until(async () => (await count(page)) > seen, 1500))) {
      // The end came early: the stack in this viewport is shorter.
      sweep = Math.max(2, seen - turnedAt);
      await turn();
    }
  }
  await sleep(800);
  const { count: pictures, gaps } = await ask(page, "__viewerBench.stopChanges()");
  const sorted = [...gaps].sort((a, b) => a - b);
  const total = sorted.reduce((sum, gap) => sum + gap, 0);
  return {
    canvas: `${box.width}x${box.height}`,
    picturesPerSecond: total > 0 ? Number(((sorted.length / total) * 1000).toFixed(1)) : 0,
    pictures,
    p95Gap: sorted.length > 0 ? Math.round(sorted[Math.floor(sorted.length * 0.95)]) : null,
    longestGap: sorted.length > 0 ? Math.round(sorted.at(-1)) : null,
  };
}
