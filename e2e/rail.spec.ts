import { expect, type Locator, type Page, test } from "@playwright/test";
import { compoundFigure, figuresAndCt } from "./hanging-cases";
import { atDesk, type OwnCase, ownCase } from "./own-case";
import { openCase } from "./room";
import { checkScreen } from "./screen";
import { openStage, type Stage } from "./stage";
import { keepPicture, watchForErrors } from "./support";
import type { Point } from "./viewer-screen";

test.describe.configure({ timeout: 240_000 });

let stage: Stage;
let mixed: OwnCase;
let whole: OwnCase;

test.beforeAll(async () => {
  stage = await openStage();
  mixed = await ownCase(stage, "rail-mixed", await figuresAndCt("rail-mixed"));
  whole = await ownCase(stage, "rail-figure", await compoundFigure("rail-figure"));
});
test.afterAll(() => stage.$disconnect());

const viewport = (page: Page, cell: number) => page.locator(`[data-viewport="${cell}"]`);
const rail = (page: Page) => page.getByRole("complementary", { name: "Series and slices" });
const ctTile = (page: Page) => rail(page).locator("[data-tile]", { hasText: "CT axial" });

async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not seen");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test("a tile is dragged into a viewport, or put there by the digit of the viewport", async ({ browser }) => {
  const page = await atDesk(browser, mixed.reader);
  const { errors } = watchForErrors(page);
  await openCase(page, mixed.caseId);
  await expect(page.locator("[data-viewport]")).toHaveCount(4);
  const tile = ctTile(page);
  const stack = (await tile.getAttribute("data-tile")) ?? "";
  await page.mouse.move(...(await middleOf(tile)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(viewport(page, 2))), { steps: 5 });
  await expect(page.locator('[data-viewport="2"][data-drop]')).toHaveCount(1);
  await keepPicture(page, "rail-drag");
  await page.mouse.up();
  await expect(viewport(page, 2)).toHaveAttribute("data-stack", stack);
  await expect(viewport(page, 2)).toHaveAttribute("data-active", "true");
  await expect(viewport(page, 2)).toHaveAttribute("data-ready", "true");
  await expect(page.locator("[data-drop]")).toHaveCount(0);
  // Dropped beside the viewports it goes nowhere.
  const before = await viewport(page, 0).getAttribute("data-stack");
  await page.mouse.move(...(await middleOf(tile)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(page.getByRole("complementary", { name: "Review" }))), {
    steps: 5,
  });
  await page.mouse.up();
  await expect(viewport(page, 0)).toHaveAttribute("data-stack", before ?? "");

  await tile.focus();
  await page.keyboard.press("1");
  await expect(viewport(page, 0)).toHaveAttribute("data-stack", stack);
  await expect(viewport(page, 0)).toHaveAttribute("data-active", "true");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a series that was seen is called seen after a reload too, for this reader alone", async ({
  browser,
}) => {
  const page = await atDesk(browser, mixed.reader);
  await openCase(page, mixed.caseId);
  await ctTile(page).focus();
  await page.keyboard.press("1");
  const first = viewport(page, 0);
  await first.focus();
  await page.keyboard.press("Home");
  for (const slice of ["1", "2", "3"]) {
    await expect(first).toHaveAttribute("data-slice", slice);
    await expect(first).toHaveAttribute("data-ready", "true");
    await page.keyboard.press("ArrowDown");
  }
  const state = ctTile(page).locator("[data-tile-state]");
  await expect(state).toHaveAttribute("data-tile-state", "seen");
  await openCase(page, mixed.caseId);
  await expect(state).toHaveAttribute("data-tile-state", "seen");
  await expect(state).toContainText("Seen");
  await page.context().close();

  const fresh = await atDesk(browser, mixed.reader);
  await openCase(fresh, mixed.caseId);
  await expect(ctTile(fresh).locator("[data-tile-state]")).toHaveAttribute("data-tile-state", "ready");
  await fresh.context().close();
});

test("one figure of four is cut into 1a to 1d, by mouse and by keyboard", async ({ browser }) => {
  const page = await atDesk(browser, whole.reader);
  const { errors } = watchForErrors(page);
  for (const size of [
    { width: 1024, height: 768 },
    { width: 1280, height: 800 },
    { width: 1600, height: 1000 },
  ]) {
    await page.setViewportSize(size);
    await openCase(page, whole.caseId);
    if (size.width === 1024) await page.getByRole("button", { name: "Series and slices" }).click();
    const button = rail(page).getByRole("button", { name: "Cut into panels" });
    const [inner, outer] = [await button.boundingBox(), await rail(page).boundingBox()];
    if (!inner || !outer) throw new Error("the button is not seen");
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    await keepPicture(page, `rail-cut-${size.width}`);
  }
  await page.keyboard.press("Shift+C");
  const cropper = page.locator("[data-cropper]");
  const frames = cropper.locator("[data-panel-frame]");
  await expect(frames).toHaveCount(4);
  await checkScreen(page, "rail-cropper");
  expect(await frames.evaluateAll((all) => all.map((one) => one.getAttribute("data-panel-frame")))).toEqual([
    "1a",
    "1b",
    "1c",
    "1d",
  ]);
  // Two are made one and split again; the keyboard moves and enlarges the last by pixels of the figure.
  await frames.nth(0).click({ position: { x: 60, y: 60 } });
  await frames.nth(1).click({ position: { x: 60, y: 60 }, modifiers: ["Shift"] });
  await page.keyboard.press("m");
  await expect(frames).toHaveCount(3);
  await page.keyboard.press("s");
  await expect(frames).toHaveCount(4);
  const last = frames.nth(3);
  const told = async () =>
    /(\d+) by (\d+) pixels at (\d+), (\d+)/
      .exec((await last.getAttribute("aria-label")) ?? "")
      ?.slice(1)
      .map(Number);
  const [width = 0, height = 0, left = 0, top = 0] = (await told()) ?? [];
  await last.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(told).toEqual([width + 1, height, left - 1, top - 10]);
  await page.getByRole("button", { name: "Save 4 panels" }).click();

  await expect(cropper).toHaveCount(0);
  await expect(viewport(page, 0)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  await expect(rail(page)).toContainText("4 panels");
  await page.getByRole("button", { name: /^Layouts\./ }).click();
  await page.getByRole("menuitemradio", { name: "Four viewports" }).click();
  await expect(page.locator("[data-viewport]")).toHaveCount(4);
  const kept = await stage.image.findMany({
    where: { caseId: whole.caseId, parentId: { not: null } },
    orderBy: { figure: "asc" },
    select: { figure: true, crop: true },
  });
  expect(kept.map(({ figure }) => figure)).toEqual(["1a", "1b", "1c", "1d"]);
  expect(kept[3]?.crop).toEqual([left - 1, top - 10, width + 1, height]);
  await keepPicture(page, "rail-panels");
  expect(errors).toEqual([]);
  await page.context().close();
});
