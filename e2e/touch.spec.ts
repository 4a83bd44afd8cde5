import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { volumeFiles } from "./hanging-cases";
import { atDesk, type OwnCase, ownCase } from "./own-case";
import { expectSaved, openCase } from "./room";
import { checkScreen } from "./screen";
import { openStage, type Stage } from "./stage";
import type { Point } from "./viewer-screen";

test.describe.configure({ timeout: 240_000 });

let stage: Stage;
let own: OwnCase;

test.beforeAll(async () => {
  stage = await openStage();
  own = await ownCase(stage, "touch", volumeFiles("touch", 12));
});
test.afterAll(() => stage.$disconnect());

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const windowOf = async (page: Page) => (await cell(page).getAttribute("data-window")) ?? "";
const zoomOf = async (page: Page) => Number(/([\d.]+)×/.exec((await cell(page).textContent()) ?? "")?.[1]);

async function middleOf(page: Page): Promise<Point> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

/**
 * Fingers on the glass: each call says where all of them are now, and how many milliseconds after the last one by the
 * clock of the glass. How fast the page hears of it changes nothing.
 */
function fingersOn(cdp: CDPSession) {
  let clock = Date.now();
  const send =
    (type: "touchStart" | "touchMove" | "touchEnd") =>
    (fingers: readonly Point[], after = 30) => {
      clock += after;
      return cdp.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
        timestamp: clock / 1000,
      });
    };
  return { down: send("touchStart"), move: send("touchMove"), up: send("touchEnd") };
}

async function openByTouch(browser: Parameters<typeof atDesk>[0], viewport = { width: 1600, height: 1000 }) {
  const page = await atDesk(browser, own.reader, { hasTouch: true, viewport });
  await openCase(page, own.caseId);
  const touch = fingersOn(await page.context().newCDPSession(page));
  return { page, touch, at: await middleOf(page) };
}

test("one finger is the tool in hand, two pan and zoom without it", async ({ browser }) => {
  const { page, touch, at } = await openByTouch(browser);
  const [x, y] = at;
  await page.keyboard.press("s");
  await cell(page).focus();
  await page.keyboard.press("Home");
  await expect(cell(page)).toHaveAttribute("data-slice", "1");
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  await touch.down([at]);
  for (const step of [18, 24, 31]) await touch.move([[x, y + step]]);
  await touch.up([]);
  await expect(cell(page)).toHaveAttribute("data-slice", "6");
  expect(await zoomOf(page)).toBe(1);

  const window = await windowOf(page);
  const letters = cell(page).locator('[data-letter="left"]');
  await expect(letters).toHaveText("R");
  await touch.down([[x - 50, y]]);
  await touch.down([
    [x - 50, y],
    [x + 50, y],
  ]);
  for (const spread of [70, 90, 110])
    await touch.move([
      [x - spread, y],
      [x + spread, y],
    ]);
  await touch.up([]);
  await expect.poll(() => zoomOf(page)).toBeCloseTo(2.2, 1);
  await expect(cell(page)).toHaveAttribute("data-slice", "6");
  expect(await windowOf(page)).toBe(window);
  await page.context().close();
});

test("a long press and drag is the window; a second finger then pans and zooms", async ({ browser }) => {
  const { page, touch, at } = await openByTouch(browser);
  const [x, y] = at;
  await page.keyboard.press("s");
  const before = await windowOf(page);
  const slice = await cell(page).getAttribute("data-slice");
  const widthOf = (window: string) => Number(window.split(" ")[0]);
  await touch.down([at]);
  await touch.move([[x + 20, y]], 700);
  for (const step of [40, 60]) await touch.move([[x + step, y]]);
  await expect.poll(async () => widthOf(await windowOf(page))).toBeGreaterThan(widthOf(before));
  await expect(cell(page)).toHaveAttribute("data-slice", slice ?? "");

  const pressed = await windowOf(page);
  const zoom = await zoomOf(page);
  await touch.down([
    [x + 60, y],
    [x + 160, y],
  ]);
  for (const spread of [30, 60, 100])
    await touch.move([
      [x + 60 - spread, y],
      [x + 160 + spread, y],
    ]);
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(zoom * 2);
  expect(await windowOf(page)).toBe(pressed);
  await touch.up([]);
  await page.context().close();
});

test("a double tap shows one viewport alone and brings the layout back", async ({ browser }) => {
  const { page, touch } = await openByTouch(browser);
  const grid = page.locator("[data-viewer]");
  await page.keyboard.press("g");
  await expect(grid).toHaveAttribute("data-layout", "1x2");
  const tapTwice = async () => {
    const at = await middleOf(page);
    for (const after of [1000, 120]) {
      await touch.down([at], after);
      await touch.up([], 60);
    }
  };
  const untilLayout = async (layout: string) => {
    await tapTwice();
    await expect(grid).toHaveAttribute("data-layout", layout);
  };
  await untilLayout("1x1");
  await untilLayout("1x2");
  await page.context().close();
});

test("a finger draws a box, and a second finger takes back what it had begun", async ({ browser }) => {
  const { page, touch, at } = await openByTouch(browser);
  const [x, y] = at;
  const rows = page.locator("aside[data-panel=series] button[aria-label^='More for']");
  await page.keyboard.press("b");
  await touch.down([at]);
  for (const step of [15, 30]) await touch.move([[x + step, y + step]]);
  await touch.down([
    [x + 30, y + 30],
    [x + 120, y + 30],
  ]);
  await touch.up([]);
  await expect(cell(page).locator("[data-region]")).toHaveCount(0);
  await expect(rows).toHaveCount(0);
  await touch.down([at]);
  for (const step of [15, 30, 60]) await touch.move([[x + step, y + step]]);
  await touch.up([]);
  await expect(rows).toHaveCount(1);
  await expectSaved(page);
  await page.context().close();
});

test("on a tablet of 1180 by 820 fingers alone scroll, pan, zoom and measure", async ({ browser }) => {
  const { page, touch, at } = await openByTouch(browser, { width: 1180, height: 820 });
  const [x, y] = at;
  const tap = (name: string | RegExp) => page.getByRole("button", { name }).tap();
  const slice = Number(await cell(page).getAttribute("data-slice"));
  await tap(/^Scroll/);
  await expect(page.getByRole("button", { name: /^Scroll/ })).toHaveAttribute("aria-pressed", "true");
  // On a slow machine the browser joins moves, and what is left of a short swipe may be less than a slice.
  await expect(async () => {
    await touch.down([at]);
    for (const step of [18, 30, 45, 60]) await touch.move([[x, y + step]]);
    await touch.up([]);
    await expect
      .poll(async () => Number(await cell(page).getAttribute("data-slice")), { timeout: 3000 })
      .not.toBe(slice);
  }).toPass();
  await expect(cell(page)).toHaveAttribute("data-ready", "true");

  await touch.down([
    [x - 50, y],
    [x + 50, y],
  ]);
  for (const spread of [70, 90, 110])
    await touch.move([
      [x - spread, y + spread - 50],
      [x + spread, y + spread - 50],
    ]);
  await touch.up([]);
  await expect.poll(() => zoomOf(page)).toBeCloseTo(2.2, 1);

  const regions = cell(page).locator("[data-region]");
  const before = await regions.count();
  await tap(/^Length/);
  await touch.down([at]);
  for (const step of [15, 30, 60]) await touch.move([[x + step, y + step]]);
  await touch.up([]);
  await expect(regions).toHaveCount(before + 1);
  await expect(regions.last()).toContainText(/\d (mm|px)/);
  await expectSaved(page);

  await tap("Series and slices");
  const series = page.getByRole("complementary", { name: "Series and slices" });
  // In a low window the list is folded to a line.
  await series.getByRole("button", { name: /^ROIs/ }).tap();
  await expect(series.getByRole("button", { name: /^More for/ })).not.toHaveCount(0);
  await page.getByRole("button", { name: "Close series", exact: true }).tap();
  await expect(series).toBeHidden();
  await checkScreen(page, "tablet-length");
  await page.context().close();
});
