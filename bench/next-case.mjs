// `npm run bench -- next-case`: from the click on the next case to its picture.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openingTimes, untilReady, watchOpening } from "./browser/case-page.mjs";
import { launch } from "./browser/launch.mjs";
import { median } from "./browser/wait.mjs";
import { openRoom } from "./room.mjs";
import { drawSeries } from "./series/make-series.mjs";
import { linesOf } from "./targets.mjs";

export const summary = "how soon the next case shows its picture after the click";

export const options = {
  cases: { type: "string", default: "6" },
  slices: { type: "string", default: "60" },
  cpu: { type: "boolean", default: false },
};

/** Milliseconds a reader looks at a case at least. */
const reading = 3000;
const limit = 300;

/** Draws and imports cases of one series each. */
export async function importCases(room, count, slices, closers) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-cases-"));
  closers.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  for (let number = 1; number <= count; number++) drawSeries(path.join(folder, `case-${number}`), slices);
  const { seconds } = await room.importFolder(folder);
  console.error(`${count} cases of ${slices} slices imported in ${seconds} s`);
}

export async function run(values, closers) {
  const room = await openRoom();
  closers.push(room.close);
  const count = Number(values.cases);
  await importCases(room, count, Number(values.slices), closers);
  const browser = await launch({ mode: values.cpu ? "cpu" : "webgl" });
  await room.signIn(browser.context);
  const page = await browser.context.newPage();
  const load = os.loadavg()[0].toFixed(1);

  await page.goto(`${room.origin}/worklist`);
  const title = page.locator("tbody tr:has(a)").nth(0).locator("td").nth(2);
  await title.hover();
  await sleep(reading);
  await page.evaluate(watchOpening);
  await title.dblclick();
  const fromWorklist = await openingTimes(page, 60_000);

  const times = [];
  for (let number = 2; number <= count; number++) {
    await untilReady(page, 60_000);
    await sleep(reading);
    await page.evaluate(watchOpening);
    await page.getByRole("button", { name: "Next case" }).click();
    times.push(await openingTimes(page, 60_000));
    console.error(`case ${number}:`, JSON.stringify(times.at(-1)));
  }
  const pictures = times.map((one) => one.picture);
  const ready = times.map((one) => one.ready);
  const worst = Math.max(...pictures);
  console.log(`${count} cases of ${values.slices} slices, ${values.cpu ? "cpu" : "webgl"}, load ${load}`);
  console.log(
    linesOf([
      {
        what: "next case: picture, ms",
        median: median(pictures),
        worst,
        target: `worst at most ${limit}`,
        verdict: worst <= limit ? "OK" : "MISSED",
      },
      {
        what: "next case: real pixels, ms",
        median: median(ready),
        worst: Math.max(...ready),
        target: "",
        verdict: "",
      },
      {
        what: "from the worklist: picture, ms",
        median: fromWorklist.picture,
        worst: fromWorklist.picture,
        target: `at most ${limit}`,
        verdict: fromWorklist.picture <= limit ? "OK" : "MISSED",
      },
      {
        what: "from the worklist: real pixels, ms",
        median: fromWorklist.ready,
        worst: fromWorklist.ready,
        target: "",
        verdict: "",
      },
    ]),
  );
  return 0;
}
