// A Chromium with a profile of its own, and what its processes hold in memory.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { within } from "./wait.mjs";

/** Of the page, CSS pixels, where nothing else is asked for. */
export const viewport = { width: 1280, height: 900 };
const flags = {
  webgl: [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
  ],
  // What a browser does by itself where there is no graphics processor: pages are put together by the processor, and WebGL
  // is emulated.
  "no-gpu": ["--disable-gpu", "--enable-unsafe-swiftshader"],
  cpu: ["--disable-gpu", "--disable-3d-apis", "--disable-webgl"],
};
const live = new Set();

function browserPath() {
  const found = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return fs.existsSync(found) ? found : chromium.executablePath();
}

function processesOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]);
    return [{ pid: Number(pid), parent, command: fs.readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
  } catch {
    return [];
  }
}

/** Processes of the browser with this profile folder (Linux; elsewhere none). */
function processes(profile) {
  if (!fs.existsSync("/proc")) return [];
  const all = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processesOf);
  const own = new Set(
    all.filter((one) => one.command.includes(`--user-data-dir=${profile}`)).map((one) => one.pid),
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of all)
      if (!own.has(pid) && own.has(parent)) {
        own.add(pid);
        grown = true;
      }
  }
  return all.filter((one) => own.has(one.pid));
}

/**
 * Starts a browser in a fresh profile.
 * @param screen size of the page, CSS pixels
 * @param mode webgl = all of the browser's drawing in software WebGL; no-gpu = only WebGL is; cpu = no WebGL at all
 */
export async function launch({ mode, args = [], screen = viewport }) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    // The flag below is the new headless mode, which draws like a window.
    headless: false,
    viewport: screen,
    timeout: 60_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      "--headless=new",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...flags[mode],
      ...args,
    ],
  });
  const browser = {
    context,
    profile,
    async close() {
      live.delete(browser);
      const pids = new Set(processes(profile).map((one) => one.pid));
      await within(context.close(), 15_000, "closing the browser").catch(() => undefined);
      for (const { pid } of processes(profile)) if (pids.has(pid)) process.kill(pid, "SIGKILL");
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  live.add(browser);
  return browser;
}

export const closeBrowsers = () => Promise.all([...live].map((browser) => browser.close()));

/** Proportional size of the renderer processes in MB: pictures and workers included, unlike the JS heap. */
function rendererMB(profile) {
  let kilobytes = 0;
  for (const { pid, command } of processes(profile)) {
    if (!command.includes("--type=renderer")) continue;
    try {
      kilobytes += Number(
        /^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0,
      );
    } catch {
      // The process has ended.
    }
  }
  return kilobytes > 0 ? Math.round(kilobytes / 1024) : null;
}

/** Memory after garbage collection. `session` must have Performance enabled. */
export async function memory(session, profile) {
  await within(session.send("HeapProfiler.collectGarbage"), 30_000, "garbage collection").catch(
    () => undefined,
  );
  const { metrics } = await within(session.send("Performance.getMetrics"), 15_000, "the heap");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  return { heapMB: Number((heap / 1e6).toFixed(1)), rendererMB: rendererMB(profile) };
}
