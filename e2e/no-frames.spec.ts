import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { volumeFiles } from "./hanging-cases";
import { atDesk, type OwnCase, ownCase } from "./own-case";
import { openStage, type Stage } from "./stage";

test.describe.configure({ timeout: 240_000 });

const slices = 24;

/** The look ahead of the worklist and the page's worker may ask once each, the viewport three times. */
const mostTries = 5;

/** Longer than the longest rest between two tries; milliseconds. */
const quiet = 4_000;

let stage: Stage;
let own: OwnCase;

test.beforeAll(async () => {
  stage = await openStage();
  own = await ownCase(stage, "no-frames", volumeFiles("no-frames", slices));
});
test.afterAll(() => stage.$disconnect());

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const frames = "**/api/instances/*/frames/*";

/** Breaks the line to the frames that `broken` picks, and keeps what was asked for. */
async function breakFrames(page: Page, broken: (url: string) => boolean): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(frames, async (route) => {
    const url = route.request().url();
    const breaks = broken(url);
    asked.push(url);
    await (breaks ? route.abort("failed") : route.continue());
  });
  return asked;
}

test("with no frame to be had the slice is named and offered again, and nothing goes on by itself", async ({
  browser,
}) => {
  const page = await atDesk(browser, own.reader);
  const asked = await breakFrames(page, () => true);
  await page.goto(`/cases/${own.caseId}`);
  const alert = cell(page).getByRole("alert");
  await expect(alert).toContainText(/^Slice \d+ failed\./, { timeout: 30_000 });
  const retry = alert.getByRole("button", { name: "Retry" });
  await expect(retry).toBeVisible();
  const after = asked.length;
  expect(new Set(asked).size).toBe(1);
  expect(after).toBeGreaterThanOrEqual(3);
  expect(after).toBeLessThanOrEqual(mostTries);
  await sleep(quiet);
  expect(asked.length).toBe(after);
  await page.screenshot({ timeout: 20_000 });

  await cell(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBe(after + 3);
  await expect(alert).toBeVisible();
  await page.unroute(frames);
  await retry.click();
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  await page.context().close();
});

test("a line that breaks later is not asked for every slice there is", async ({ browser }) => {
  const page = await atDesk(browser, own.reader);
  let first: string | null = null;
  const asked = await breakFrames(page, (url) => {
    first ??= url;
    return url !== first;
  });
  await page.goto(`/cases/${own.caseId}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  const triesOfWorst = () =>
    Math.max(...[...new Set(asked)].filter((url) => url !== first).map((url) => count(asked, url)), 0);
  await expect.poll(triesOfWorst, { timeout: 30_000 }).toBe(3);
  await sleep(2 * quiet);
  const after = asked.length;
  expect(new Set(asked).size).toBeLessThan(slices / 2);
  await sleep(quiet);
  expect(asked.length).toBe(after);
  await page.context().close();
});

const count = (all: readonly string[], one: string): number => all.filter((url) => url === one).length;
