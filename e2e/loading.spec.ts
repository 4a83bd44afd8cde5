import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { accounts, keepPicture, signIn } from "./support";
import { query } from "./viewer-database";
import { photograph } from "./viewer-screen";

interface Deep {
  readonly caseId: string;
  readonly positions: number;
}

/** A demo case whose first series has many slices, and the one after it. */
async function deepCase(): Promise<Deep> {
  const [row] = await query<Deep>(
    `SELECT c."id" AS "caseId", st."positions" FROM "Stack" st JOIN "Series" s ON s."id" = st."seriesId"
     JOIN "CaseRecord" c ON c."id" = s."caseId" JOIN "Project" p ON p."id" = c."projectId"
     WHERE p."demo" AND st."kind" = 'volume' AND s."position" = 0 ORDER BY st."positions" DESC, c."id" LIMIT 1`,
  );
  if (!row || row.positions < 12) throw new Error("the demo has no series of twelve slices or more");
  return row;
}

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const ready = (page: Page) =>
  expect(page.locator('[data-viewport="0"][data-ready="true"]')).toBeVisible({ timeout: 30_000 });
const frameOf = (url: string) => /instances\/([^/]+)\/frames\/(\d+)/.exec(url)?.slice(1).join(":") ?? "";
const shownSlice = async (page: Page) => Number(await cell(page).getAttribute("data-slice"));

async function reader(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await signIn(page, accounts.readerTwo);
  const storageState = await context.storageState();
  await context.close();
  return (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options, storageState })
  ).newPage();
}

test("the first picture is in the HTML, and the pixels take its place without a jump", async ({
  browser,
}) => {
  const { caseId } = await deepCase();
  const plain = await reader(browser, { javaScriptEnabled: false });
  await plain.goto(`/cases/${caseId}`);
  const poster = plain.locator("[data-preview] img").first();
  await expect(poster).toBeVisible();
  await expect(plain.getByText("Preview")).toBeVisible();
  // The page's own script has the first frame decoded.
  expect(await plain.content()).toMatch(/"url":"\/api\/instances\/[^"]+\/frames\/\d+".*new Worker\(/);
  await expect(plain.locator("[data-viewport]")).toHaveCount(0);
  const place = await poster.boundingBox();
  const still = await plain.screenshot();
  await plain.context().close();

  const page = await reader(browser);
  await page.goto(`/cases/${caseId}`);
  await ready(page);
  await page.keyboard.press("h");
  if (!place) throw new Error("the poster has no place");
  // Away from the words in the corners.
  const clip = {
    left: Math.round(place.x + place.width * 0.2),
    top: Math.round(place.y + place.height * 0.2),
    width: Math.round(place.width * 0.6),
    height: Math.round(place.height * 0.6),
  };
  const grey = (png: Buffer) => sharp(png).extract(clip).greyscale().raw().toBuffer();
  const [before, after] = await Promise.all([grey(still), grey(await page.screenshot())]);
  const difference =
    before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length;
  console.log(`poster against pixels: ${difference.toFixed(2)} of 255 on average`);
  expect(difference).toBeLessThan(6);
  await page.context().close();
});

test("frames come from where the reader is outward, and leaving stops them", async ({ browser }) => {
  const { caseId, positions } = await deepCase();
  const page = await reader(browser);
  const asked: string[] = [];
  const stopped: string[] = [];
  let hold = false;
  page.on(
    "requestfailed",
    (request) => request.url().includes("/frames/") && stopped.push(frameOf(request.url())),
  );
  await page.route("**/api/instances/*/frames/*", async (route) => {
    asked.push(frameOf(route.request().url()));
    if (hold) await new Promise(() => undefined);
    await route.continue();
  });
  await page.goto(`/cases/${caseId}`);
  await ready(page);
  const [frames] = await query<{ frames: readonly (readonly [string, number])[] }>(
    `SELECT st."frames" FROM "Stack" st JOIN "Series" s ON s."id" = st."seriesId"
     WHERE s."caseId" = $1 AND s."position" = 0 ORDER BY st."position", st."id" LIMIT 1`,
    [caseId],
  );
  const order = (frames?.frames ?? []).map(([instanceId, frame]) => `${instanceId}:${frame}`);
  const first = (await shownSlice(page)) - 1;
  await expect.poll(() => new Set(asked).size, { timeout: 30_000 }).toBeGreaterThan(8);
  const places = [...new Set(asked)].map((frame) => order.indexOf(frame)).filter((at) => at >= 0);
  expect(places[0]).toBe(first);
  const distances = places.slice(0, 8).map((at) => Math.abs(at - first));
  expect(distances).toEqual([...distances].sort((a, b) => a - b));

  await expect.poll(() => new Set(asked).size, { timeout: 30_000 }).toBeGreaterThanOrEqual(positions);
  await page.reload();
  hold = true;
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThan(positions);
  stopped.length = 0;
  await page.getByRole("link", { name: "Back to the worklist" }).click();
  await expect(page).toHaveURL(/\/worklist/);
  await expect.poll(() => stopped.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.context().close();
});

test("a slice that fails names itself and can be tried again, and the others are seen", async ({
  browser,
}) => {
  const { caseId } = await deepCase();
  const page = await reader(browser);
  await page.goto(`/cases/${caseId}`);
  await ready(page);
  const [frames] = await query<{ frames: readonly (readonly [string, number])[] }>(
    `SELECT st."frames" FROM "Stack" st JOIN "Series" s ON s."id" = st."seriesId"
     WHERE s."caseId" = $1 AND s."position" = 0 ORDER BY st."position", st."id" LIMIT 1`,
    [caseId],
  );
  const first = await shownSlice(page);
  const bad = frames?.frames[first + 1];
  const broken = `**/api/instances/${bad?.[0]}/frames/${bad?.[1]}`;
  await page.route(broken, (route) =>
    route.fulfill({ status: 200, contentType: "image/jphc", body: "no pixels" }),
  );
  await page.reload();
  await ready(page);
  await cell(page).focus();
  await page.keyboard.press("ArrowDown");
  await ready(page);
  await page.keyboard.press("ArrowDown");
  await expect(cell(page).getByRole("alert")).toContainText(`Slice ${first + 2} failed.`);
  await expect(cell(page).getByRole("button", { name: "Retry" })).toBeVisible();
  await keepPicture(page, "slice-failed");
  await page.keyboard.press("ArrowDown");
  await ready(page);
  expect(await shownSlice(page)).toBe(first + 3);
  await page.keyboard.press("ArrowUp");
  await expect(cell(page).getByRole("alert")).toBeVisible();
  await page.unroute(broken);
  await page.keyboard.press("Enter");
  await ready(page);
  expect(await shownSlice(page)).toBe(first + 2);
  await page.context().close();
});

test("a lost graphics context is drawn again, and one that is lost again is left to the processor", async ({
  browser,
}) => {
  const { caseId } = await deepCase();
  const page = await reader(browser);
  await page.addInitScript(() => {
    const kept: WebGL2RenderingContext[] = [];
    Object.assign(window, { keptContexts: kept });
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      const context: unknown = Reflect.apply(original, this, given);
      if (context instanceof WebGL2RenderingContext && !kept.includes(context)) kept.push(context);
      return context;
    } as typeof original;
  });
  const lose = () =>
    page.evaluate(() => {
      const { keptContexts } = window as unknown as { keptContexts: WebGL2RenderingContext[] };
      const open = keptContexts.filter((context) => !context.isContextLost());
      for (const context of open) context.getExtension("WEBGL_lose_context")?.loseContext();
      return open.length;
    });
  const brightest = async () =>
    (await photograph(page)).pixels.reduce((most, value) => Math.max(most, value), 0);
  await page.goto(`/cases/${caseId}?renderer=webgl`);
  await ready(page);
  await page.keyboard.press("h");
  expect(await brightest()).toBeGreaterThan(60);
  expect(await lose()).toBeGreaterThan(0);
  await expect(cell(page)).toHaveAttribute("data-renderer", "webgl");
  await ready(page);
  await page.keyboard.press("ArrowDown");
  await ready(page);
  await expect.poll(brightest).toBeGreaterThan(60);
  await lose();
  await expect(cell(page)).toHaveAttribute("data-renderer", "cpu");
  await ready(page);
  await expect.poll(brightest).toBeGreaterThan(60);
  await page.context().close();
});

test("the next case is looked at ahead without being begun, and shows its picture at once", async ({
  browser,
}) => {
  const page = await reader(browser);
  const looks: string[] = [];
  // A look that has come to its end has begun whatever it begins.
  page.on("requestfinished", async (request) => {
    const answer = request.url().includes("/first-look") ? await request.response() : null;
    if (answer?.ok()) looks.push(request.url());
  });
  await page.goto("/worklist");
  const readings = async () => {
    const own = `SELECT count(*) FROM "Reading" JOIN "User" u ON u."id" = "readerId" WHERE u."email" = $1`;
    return (await query<{ count: string }>(own, [accounts.readerTwo.email]))[0]?.count;
  };
  const before = await readings();
  await expect.poll(() => looks.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.locator("tbody tr:has(a)").nth(1).hover();
  await expect.poll(() => looks.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(await readings()).toBe(before);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const shell = document.querySelector("[data-opening] [data-preview] img");
      if (shell) Object.assign(window, { shellSeen: true });
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.locator("tbody tr:has(a)").nth(1).dblclick();
  await expect(page).toHaveURL(/\/cases\//);
  expect(await page.evaluate(() => "shellSeen" in window)).toBe(true);
  await expect(page.locator("[data-opening]")).toHaveCount(0);
  await page.context().close();
});
