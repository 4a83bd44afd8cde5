// One round of one target: a fresh profile, a cold opening, scrolling, a warm opening.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inPage } from "./in-page.mjs";
import { launch, memory } from "./launch.mjs";
import { Network } from "./network.mjs";
import { ask, scroll } from "./scroll.mjs";
import { until, within } from "./wait.mjs";

const quiet = 700;

/** A page of the browser whose requests and errors are followed. */
export async function openPage(browser) {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  const network = new Network();
  const root = await browser.context.browser()?.newBrowserCDPSession();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error).slice(0, 200)));
  await network.watch(session, {});
  if (root)
    await network
      .watch(root, { own: false, workers: ["service_worker", "shared_worker"] })
      .catch(() => undefined);
  await session.send("Performance.enable");
  await page.addInitScript(inPage);
  return { page, session, network, root, errors };
}

async function openTarget(browser, url, timeout) {
  const opened = await openPage(browser);
  const { page, network, errors } = opened;
  await page.goto(url, { waitUntil: "commit", timeout });
  const drawn = await until(() => ask(page, "__viewerBench.interactive != null"), timeout);
  const at = Date.now();
  const rested =
    drawn && (await until(() => Date.now() - at >= quiet && network.quietFor() >= quiet, timeout));
  const seen = (await ask(page, "({ ...__viewerBench, origin: performance.timeOrigin })")) ?? {};
  const since = (time) =>
    time == null ? null : Math.round(seen.origin + time - network.start.wallTime * 1000);
  if (!drawn) errors.unshift(`no picture in ${timeout / 1000} s`);
  return {
    ...opened,
    drawn,
    result: {
      firstPicture: since(seen.picture),
      firstPictureIn: seen.pictureKind,
      firstInteractive: since(seen.interactive),
      networkQuiet: rested ? Math.round((network.last - network.start.timestamp) * 1000) : null,
      megabytes: Number((network.bytes / 1e6).toFixed(2)),
      codeKB: Math.round(network.codeBytes / 1024),
      requests: network.requests,
    },
  };
}

/** Gives a fresh profile the cookies and the local storage of the one that signed in. */
export async function restore(context, state) {
  if (!state) return;
  await context.addCookies(state.cookies);
  await context.addInitScript((origins) => {
    for (const { origin, localStorage: kept } of origins)
      if (origin === location.origin)
        for (const { name, value } of kept)
          if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
  }, state.origins);
}

/** @returns times in ms after the request of the page, bytes that crossed the network, and errors. */
export async function round(target, { mode, args, screen, frames, timeout, shots }) {
  const out = { errors: [] };
  const browser = await launch({ mode, args, screen });
  try {
    await restore(browser.context, target.state);
    for (const pass of ["cold", "warm"]) {
      const opened = await openTarget(browser, target.url, timeout);
      out[pass] = opened.result;
      if (opened.drawn && pass === "cold") {
        await sleep(1000);
        Object.assign(out.cold, await memory(opened.session, browser.profile));
        const before = opened.network.bytes;
        out.scroll = await within(scroll(opened.page, frames), 180_000, "scrolling").catch((error) => {
          out.errors.push(error.message);
          return null;
        });
        if (out.scroll) out.scroll.megabytes = Number(((opened.network.bytes - before) / 1e6).toFixed(2));
      }
      if (shots) await picture(opened.page, path.join(shots, `${target.name}-${pass}.png`));
      out.errors.push(...opened.errors.slice(0, 3).map((error) => `${pass}: ${error}`));
      await opened.root?.detach().catch(() => undefined);
      await within(opened.page.close(), 15_000, "closing a page").catch(() => undefined);
    }
  } catch (error) {
    out.errors.push(String(error.message).split("\n")[0].slice(0, 200));
    const page = browser.context.pages().at(-1);
    if (shots && page) await picture(page, path.join(shots, `${target.name}-error.png`));
  } finally {
    await browser.close();
  }
  return out;
}

const picture = (page, file) => page.screenshot({ path: file, timeout: 20_000 }).catch(() => undefined);
