// `npm run bench -- long-series`: a series of very many slices is imported, opened, scrolled end to end.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "./browser/case-page.mjs";
import { launch, memory } from "./browser/launch.mjs";
import { openPage } from "./browser/round.mjs";
import { scroll } from "./browser/scroll.mjs";
import { openRoom } from "./room.mjs";
import { drawSeries } from "./series/make-series.mjs";
import { linesOf } from "./targets.mjs";

export const summary = "a series of 1,500 or more slices scrolls without a crash";

export const options = {
  slices: { type: "string", default: "1500" },
  side: { type: "string", default: "512" },
  noise: { type: "string", default: "40" },
  cpu: { type: "boolean", default: false },
};

export async function run(values, closers) {
  const slices = Number(values.slices);
  const side = Number(values.side);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-long-"));
  closers.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  drawSeries(folder, slices, { side, noise: Number(values.noise) });
  const room = await openRoom();
  closers.push(room.close);
  const { seconds } = await room.importFolder(folder);
  console.error(`${slices} slices imported in ${seconds} s`);
  const browser = await launch({ mode: values.cpu ? "cpu" : "webgl" });
  const [url] = await room.signIn(browser.context);
  const { page, session, network, errors } = await openPage(browser);
  page.on("crash", () => errors.push("the page crashed"));
  const began = Date.now();
  await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
  await untilReady(page, 120_000);
  const opened = Date.now() - began;
  const cell = page.locator('[data-viewport="0"]');
  const jump = async (key, slice) => {
    const at = Date.now();
    await cell.focus();
    await page.keyboard.press(key);
    await page
      .locator(`[data-viewport="0"][data-slice="${slice}"][data-ready="true"]`)
      .waitFor({ timeout: 60_000 });
    return Date.now() - at;
  };
  const toEnd = await jump("End", slices);
  const toStart = await jump("Home", 1);
  const scrolled = await scroll(page, slices);
  // All of it, ten slices a step, as fast as the frames come.
  for (let at = 1; at + 10 <= slices; at += 10) await page.keyboard.press("PageDown");
  await sleep(500);
  await untilReady(page, 60_000);
  const reached = Number(await cell.getAttribute("data-slice"));
  const { heapMB, rendererMB } = await memory(session, browser.profile);
  console.log(
    `${slices} slices ${side} x ${side}, ${values.cpu ? "cpu" : "webgl"}, load ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log(
    linesOf([
      { what: "import, s", value: seconds },
      { what: "open to first pixels, ms", value: opened },
      { what: "to the last slice, ms", value: toEnd },
      { what: "to the first slice, ms", value: toStart },
      { what: "scroll: pictures/s", value: scrolled?.picturesPerSecond ?? null },
      { what: "scroll: longest gap, ms", value: scrolled?.longestGap ?? null },
      { what: "slice reached by PageDown", value: reached },
      { what: "JS heap, MB", value: heapMB },
      { what: "renderer memory, MB", value: rendererMB },
      { what: "transferred, MB", value: network.bytes / 1e6 },
    ]),
  );
  for (const error of errors.slice(0, 3)) console.log(`MISSED: ${error}`);
  if (errors.length === 0) console.log("OK: no crash, no error");
  return errors.length === 0 ? 0 : 1;
}
