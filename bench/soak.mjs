// `npm run bench -- soak`: cases opened, scrolled and closed by the app's own navigation, and what is left of them.
import os from "node:os";
import { alive, untilReady } from "./browser/case-page.mjs";
import { launch, memory } from "./browser/launch.mjs";
import { importCases } from "./next-case.mjs";
import { openRoom } from "./room.mjs";
import { linesOf } from "./targets.mjs";

export const summary = "50 cases opened and closed: memory, viewports, workers, textures";

export const options = {
  rounds: { type: "string", default: "50" },
  cases: { type: "string", default: "5" },
  slices: { type: "string", default: "60" },
  cpu: { type: "boolean", default: false },
  renderer: { type: "string" },
};

const heapLimit = 600;
const counted = ["HTMLCanvasElement", "WebGL2RenderingContext", "Worker"];

async function left(page, session, profile) {
  const found = await memory(session, profile);
  const counts = {};
  for (const name of counted) counts[name] = await alive(session, name);
  return {
    ...found,
    ...counts,
    viewports: await page.locator("[data-viewport]").count(),
    workers: page.workers().length,
  };
}

/** Opens a case from the worklist, scrolls through it, and goes back. */
async function openAndClose(page, row) {
  await page.locator("tbody tr:has(a)").nth(row).locator("td").nth(2).dblclick();
  await untilReady(page, 60_000);
  const box = await page.locator('[data-viewport="0"]').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let tick = 0; tick < 12; tick++) await page.mouse.wheel(0, 100);
  await untilReady(page, 60_000);
  await page.getByRole("link", { name: "Back to the worklist" }).click();
  await page.locator("tbody tr a").first().waitFor({ timeout: 60_000 });
  await page.locator("[data-viewport]").first().waitFor({ state: "detached", timeout: 60_000 });
}

export async function run(values, closers) {
  const room = await openRoom();
  closers.push(room.close);
  const cases = Number(values.cases);
  await importCases(room, cases, Number(values.slices), closers);
  const browser = await launch({ mode: values.cpu ? "cpu" : "webgl" });
  if (values.renderer)
    await browser.context.addInitScript(
      (renderer) => localStorage.setItem("reading-room.renderer", renderer),
      values.renderer,
    );
  await room.signIn(browser.context);
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send("Performance.enable");
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${room.origin}/worklist`);
  const rows = [];
  const rounds = Number(values.rounds);
  for (let number = 1; number <= rounds; number++) {
    await openAndClose(page, (number - 1) % cases);
    if (number !== 2 && number % 10 !== 0 && number !== rounds) continue;
    rows.push({ closed: number, ...(await left(page, session, browser.profile)) });
    console.error(JSON.stringify(rows.at(-1)));
  }
  const first = rows[0];
  const last = rows.at(-1);
  console.log(
    `${rounds} cases of ${values.slices} slices opened and closed, ${values.renderer ?? (values.cpu ? "cpu" : "webgl")}, load ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log(linesOf(rows));
  const faults = [
    ...(last.heapMB >= heapLimit ? [`JS heap ${last.heapMB} MB, at most ${heapLimit}`] : []),
    ...(last.viewports > 0 ? [`${last.viewports} viewports are left`] : []),
    ...[...counted, "workers"]
      .filter((name) => last[name] > first[name])
      .map((name) => `${name}: ${first[name]} at first, ${last[name]} at the end`),
    ...errors.slice(0, 3),
  ];
  for (const fault of faults) console.log(`MISSED: ${fault}`);
  if (faults.length === 0) console.log(`OK: JS heap under ${heapLimit} MB, nothing is left over`);
  return faults.length === 0 ? 0 : 1;
}
