import { expect, type Page, test } from "@playwright/test";
import { openCase } from "./room";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { query } from "./viewer-database";
import type { Point } from "./viewer-screen";

const cell = (page: Page, index = 0) => page.locator(`[data-viewport="${index}"]`);
const tools = (page: Page) => page.getByRole("toolbar", { name: "Image tools" });

async function demoCase(word: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT c."id" FROM "CaseRecord" c JOIN "Project" p ON p."id" = c."projectId"
     WHERE p."slug" = 'demo' AND c."title" ILIKE $1`,
    [`%${word}%`],
  );
  if (!row) throw new Error(`the demo data has no case about ${word}`);
  return row.id;
}

async function open(page: Page, word: string): Promise<{ readonly errors: readonly string[] }> {
  const watch = watchForErrors(page);
  await signIn(page, accounts.readerTwo);
  await openCase(page, await demoCase(word));
  return watch;
}

async function middleOf(page: Page): Promise<Point> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

test("the picture is turned, mirrored, inverted and reset by buttons", async ({ page }) => {
  const watch = await open(page, "hepatic lobe");
  const press = (name: RegExp) =>
    page.getByRole("toolbar", { name: "View" }).getByRole("button", { name }).click();
  const expectLetters = async (top: string, left: string) => {
    await expect(cell(page).locator('[data-letter="top"]')).toHaveText(top);
    await expect(cell(page).locator('[data-letter="left"]')).toHaveText(left);
  };
  await expectLetters("A", "R");
  await press(/^Turn right/);
  await expectLetters("R", "P");
  await press(/^Turn left/);
  await press(/^Mirror left to right/);
  await expectLetters("A", "L");
  await press(/^Mirror top to bottom/);
  await expectLetters("P", "L");
  await press(/^Invert/);
  await expect(cell(page)).toContainText("Inverted");
  await keepPicture(page, "tools-turned");
  await press(/^Reset/);
  await expectLetters("A", "R");
  await expect(cell(page)).not.toContainText("Inverted");
  expect(watch.errors).toEqual([]);
});

test("the window is set by preset, by a box and from the pixels; the glass shows pixels", async ({
  page,
}) => {
  const watch = await open(page, "hepatic lobe");
  const [x, y] = await middleOf(page);
  const windowOf = async () =>
    ((await cell(page).getAttribute("data-window")) ?? "").split(" ").map(Number) as [number, number];
  await page.getByLabel("Window preset").selectOption({ label: "Liver" });
  expect(await windowOf()).toEqual([150, 90]);
  await cell(page).focus();
  const drag = async (tool: RegExp, whileDown: () => Promise<void>) => {
    await tools(page).getByRole("button", { name: tool }).click();
    await page.mouse.move(x - 60, y - 40);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
    await whileDown();
    await page.mouse.up();
  };
  const before = await windowOf();
  await drag(/^Window by a box/, () => expect(cell(page).locator("[data-window-box] rect")).toBeVisible());
  await expect(cell(page).locator("[data-window-box]")).toHaveCount(0);
  expect(await windowOf()).not.toEqual(before);
  await page.getByLabel("Window preset").selectOption({ label: "All values" });
  const [widest] = await windowOf();
  await page.getByLabel("Window preset").selectOption({ label: "Automatic" });
  const [automatic] = await windowOf();
  expect(automatic).toBeLessThan(widest);
  await drag(/^Magnify/, async () => {
    const glass = cell(page).locator("[data-magnifier] canvas");
    await expect(glass).toBeVisible();
    const bright = await glass.evaluate(
      (canvas) =>
        canvas instanceof HTMLCanvasElement &&
        [...(canvas.getContext("2d")?.getImageData(0, 0, 200, 200).data ?? [])].some(
          (value, index) => index % 4 === 0 && value > 40,
        ),
    );
    expect(bright).toBe(true);
    await keepPicture(page, "tools-magnified");
  });
  await expect(cell(page).locator("[data-magnifier]")).toHaveCount(0);
  expect(watch.errors).toEqual([]);
});

test("a series is played at a rate and backwards", async ({ page }) => {
  const watch = await open(page, "hepatic lobe");
  const slice = async () => Number(await cell(page).getAttribute("data-slice"));
  await cell(page).focus();
  await page.keyboard.press("Space");
  const rate = cell(page).getByLabel("Frames per second");
  await rate.fill("5");
  await cell(page)
    .getByRole("button", { name: /^Forwards/ })
    .click();
  await expect(cell(page).getByRole("button", { name: /^Backwards/ })).toBeVisible();
  const from = await slice();
  await expect.poll(slice).not.toBe(from);
  await keepPicture(page, "tools-playing");
  await cell(page).getByRole("button", { name: "Pause", exact: true }).click();
  await expect(cell(page).getByRole("button", { name: "Pause", exact: true })).toHaveCount(0);
  // Steps by hand land where they should: nothing else moves the slices any more.
  await cell(page).focus();
  for (const [key, wanted] of [
    ["Home", "1"],
    ["ArrowRight", "2"],
    ["ArrowRight", "3"],
    ["ArrowLeft", "2"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cell(page)).toHaveAttribute("data-slice", wanted);
    await expect(cell(page)).toHaveAttribute("data-ready", "true");
  }
  expect(watch.errors).toEqual([]);
});
