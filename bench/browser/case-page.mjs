// Looks at the reading workspace from outside: what it shows, and when.
import { within } from "./wait.mjs";

/** The first viewport shows real pixels. By locator: a handle would keep its element alive for as long as the page lives. */
export async function untilReady(page, timeout) {
  await page.locator('[data-viewport="0"][data-ready="true"]').waitFor({ timeout });
}

/**
 * Installs a stopwatch in the page: it starts with the next press of the mouse or a key, and stops when a picture of
 * another case is seen (a poster counts), and again when that case's first viewport is ready.
 */
export function watchOpening() {
  const watch = { began: null, picture: null, ready: null };
  window.__opening = watch;
  const before = document.querySelector("[data-reading]")?.getAttribute("data-reading") ?? "";
  const seen = (image) =>
    image.complete && image.naturalWidth > 0 && image.getBoundingClientRect().width >= 200;
  const look = () => {
    const now = document.querySelector("[data-reading]")?.getAttribute("data-reading") ?? before;
    const ready =
      now !== before && document.querySelector('[data-viewport="0"]')?.getAttribute("data-ready") === "true";
    const places = [
      document.querySelector("[data-opening]"),
      now !== before ? document.querySelector("[data-panel=images]") : null,
    ];
    const poster = places.some((place) => [...(place?.querySelectorAll("img") ?? [])].some(seen));
    if (watch.picture === null && (poster || ready)) watch.picture = performance.now();
    if (ready) watch.ready = performance.now();
    else requestAnimationFrame(look);
  };
  const begin = () => {
    if (watch.began !== null) return;
    watch.began = performance.now();
    requestAnimationFrame(look);
  };
  for (const kind of ["pointerdown", "keydown"])
    window.addEventListener(kind, begin, { capture: true, once: true });
}

/** What the stopwatch says, ms from the press. */
export async function openingTimes(page, timeout) {
  await page.waitForFunction(() => window.__opening.ready !== null, null, { timeout });
  return page.evaluate(() => ({
    picture: Math.round(window.__opening.picture - window.__opening.began),
    ready: Math.round(window.__opening.ready - window.__opening.began),
  }));
}

/** How many objects of a class of the browser's are alive after garbage collection. */
export async function alive(session, name) {
  const { result } = await session.send("Runtime.evaluate", { expression: `${name}.prototype` });
  const { objects } = await within(
    session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId }),
    60_000,
    `counting ${name}`,
  );
  const { result: count } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.length; }",
    returnByValue: true,
  });
  await session.send("Runtime.releaseObject", { objectId: objects.objectId });
  return count.value;
}
