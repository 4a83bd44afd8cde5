import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { RegionValue } from "../lib/reading/schema";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { probed, side } from "./truth/fixture";
import type { TruthRow } from "./truth/row";
import { truthTable } from "./truth/table";
import { type TruthView, truthViews } from "./truth/views";
import { casesOf, commandLine, importForReader, query } from "./viewer-database";
import { colourAt, type Picture, type Point, photograph } from "./viewer-screen";

const renderers = ["cpu", "webgl"] as const;
/** Shades that a renderer may be off by: it rounds, and the screen is not the image's grid. */
const allowed = 4;
const project = `truth-${Date.now()}`;
let folder = "";
let cases: ReadonlyMap<string, string>;
let page: Page;

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const caseName = (row: TruthRow) => `${row.name}-${project}`;

function writeRow(row: TruthRow): void {
  const root = join(folder, "in", row.name);
  mkdirSync(root, { recursive: true });
  const files = row.files();
  for (const { name, content } of files) writeFileSync(join(root, name), content);
  const bundle = {
    schemaVersion: 1,
    caseId: caseName(row),
    title: row.name,
    source: { name: "Synthetic objects", licence: "CC0-1.0" },
    series: [{ id: "s1", files: files.map(({ name }) => name) }],
  };
  writeFileSync(join(root, "case.json"), JSON.stringify(bundle));
}

/** Screen captures wait for somebody to have looked at them. */
async function release(browser: Browser, baseURL: string): Promise<void> {
  const held = await query<{ id: string }>(
    `SELECT c."id" FROM "CaseRecord" c JOIN "Project" p ON p."id" = c."projectId"
     WHERE p."slug" = $1 AND c."state" = 'held'`,
    [project],
  );
  await commandLine("user", "set-role", accounts.admin.email, "--project", project, "--role", "admin");
  const admin = await browser.newPage();
  await signIn(admin, accounts.admin);
  for (const { id } of held) {
    const headers = { Origin: baseURL };
    const answer = await admin.request.post(`/api/cases/${id}/release-hold`, { data: {}, headers });
    expect(answer.status()).toBe(200);
  }
  await admin.close();
}

async function openRow(row: TruthRow, renderer: string): Promise<void> {
  await page.goto(`/cases/${cases.get(caseName(row))}?renderer=${renderer}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  await expect(cell(page)).toHaveAttribute("data-renderer", renderer);
  const layout = page.locator("[data-viewer]");
  while ((await layout.getAttribute("data-layout")) !== "1x1") await page.keyboard.press("g");
  await cell(page).focus();
  await page.keyboard.press("Home");
  for (let step = 1; step < (row.slice ?? 1); step++) await page.keyboard.press("ArrowDown");
  await expect(cell(page)).toHaveAttribute("data-slice", String(row.slice ?? 1));
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
}

/** Lines and a probe of the row on the frame that is shown, as a reader's own regions. */
async function putRegions(row: TruthRow, baseURL: string): Promise<readonly string[]> {
  const [instanceId = "", frame = ""] = (await cell(page).getAttribute("data-frame"))?.split(":") ?? [];
  const region = (kind: RegionValue["kind"], points: readonly Point[]) => ({
    op: "put",
    part: "region",
    id: uuid(),
    base: 0,
    value: {
      instanceId,
      frame: Number(frame),
      kind,
      points,
      label: "",
      labelAt: null,
      hidden: false,
      renderer: "cpu",
      derivedFrom: null,
    },
  });
  const changes = [
    ...row.lengths.map(({ from, to }) => region("length", [from, to])),
    region("probe", [[probed[0] + 0.5, probed[1] + 0.5]]),
  ];
  const caseId = cases.get(caseName(row));
  const [reading] = await query<{ id: string }>('SELECT "id" FROM "Reading" WHERE "caseId" = $1', [caseId]);
  const answer = await page.request.put(`/api/readings/${reading?.id}/changes`, {
    data: { key: uuid(), changes },
    headers: { Origin: baseURL },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return changes.map(({ id }) => id);
}

/** What stands in the label of a region below its name. */
const linesOf = async (region: string): Promise<readonly string[]> =>
  ((await cell(page).locator(`[data-region="${region}"]`).textContent()) ?? "").split("\n").slice(1);

/** Turns and mirrors as the keys of the viewport do. */
async function look(view: TruthView): Promise<void> {
  await cell(page).focus();
  await page.keyboard.press("0");
  for (const key of view.keys) await page.keyboard.press(key);
}

async function barePicture(): Promise<Picture> {
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "off");
  await page.mouse.move(2, 2);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const picture = await photograph(page);
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "on");
  return picture;
}

/** CSS pixels per millimetre or pixel of a picture that just fits, and the middle of the viewport. */
async function geometry(row: TruthRow): Promise<{ middle: Point; scale: number; columnSize: number }> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  const columnSize = Number.parseFloat(row.pixelSize) || 1;
  const scale = Math.min(box.width, box.height) / side;
  return { middle: [box.x + box.width / 2, box.y + box.height / 2], scale, columnSize };
}

async function checkPicture(row: TruthRow, view: TruthView): Promise<void> {
  const { middle, scale } = await geometry(row);
  const picture = await barePicture();
  const at = (right: number, down: number) =>
    colourAt(picture, [middle[0] + right * scale, middle[1] + down * scale]) ?? [-1, -1, -1];
  if (row.slope === null) return;
  if (typeof row.seen !== "number") {
    const { seen } = row;
    if (view.rotation !== 0 || view.mirrored) return;
    const colour = at(probed[0] + 0.5 - side / 2, probed[1] + 0.5 - side / 2);
    for (const [channel, value] of colour.entries())
      expect(Math.abs(value - (seen[channel] ?? 0)), `${view.name}, channel ${channel}`).toBeLessThan(
        allowed,
      );
    return;
  }
  const [perColumn, perRow] = row.slope ?? [2, 1];
  // A slope is the same wherever one starts: from the probed pixel to the middle of the picture, then out to the sides.
  const inMiddle =
    row.seen + perColumn * (side / 2 - 0.5 - probed[0]) + perRow * (side / 2 - 0.5 - probed[1]);
  const [right, down] = view.slope(perColumn, perRow);
  for (const [x, y] of [
    [0, 0],
    [10, 0],
    [-10, 0],
    [0, 10],
    [0, -10],
  ] as const) {
    const wanted = inMiddle + right * x + down * y;
    expect.soft(Math.abs(at(x, y)[0] - wanted), `${view.name}, ${x} right, ${y} down`).toBeLessThan(allowed);
  }
}

async function checkScale(row: TruthRow): Promise<void> {
  const bar = cell(page).locator("[data-scale]");
  if (row.scaleNote === null) {
    await expect(bar).toHaveCount(0);
    return;
  }
  await expect(bar).toHaveText(new RegExp(`^(5 cm|1 cm|1 mm)${row.scaleNote.replace(/[()]/g, "\\$&")}$`));
  if (row.slope === null) return;
  const { scale, columnSize } = await geometry(row);
  const millimetres = Number(await bar.getAttribute("data-scale"));
  const height = (await bar.boundingBox())?.height ?? 0;
  expect(Math.abs(height - (millimetres / columnSize) * scale)).toBeLessThan(1.5);
}

test.describe.configure({ mode: "default", timeout: 90_000 });
// Recording every step takes most of the time where there is no graphics processor.
test.use({ trace: "off", viewport: { width: 1280, height: 800 } });

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "reading-room-truth-"));
  for (const row of truthTable) writeRow(row);
  await importForReader(project, accounts.readerOne, join(folder, "in"));
  await release(browser, baseURL ?? "");
  cases = await casesOf(project);
  page = await browser.newPage();
  await signIn(page, accounts.readerOne);
});
test.afterAll(async () => {
  await page?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const row of truthTable)
  test(`${row.name}: letters, lengths, values and picture`, async ({ baseURL }) => {
    const watch = watchForErrors(page);
    await openRow(row, renderers[0]);
    const ids = await putRegions(row, baseURL ?? "");
    for (const renderer of renderers) {
      await openRow(row, renderer);
      for (const [index, { text }] of row.lengths.entries())
        expect(await linesOf(ids[index] ?? "")).toEqual([text]);
      expect(await linesOf(ids.at(-1) ?? "")).toEqual(row.probe);
      const corners = await cell(page).locator("[data-corner]").allTextContents();
      const words = corners.flatMap((corner) => corner.split("\n"));
      expect(words).toContain(row.pixelSize);
      for (const line of row.corners ?? []) expect(words).toContain(line);
      await checkScale(row);
      for (const view of truthViews) {
        await look(view);
        const letters = row.letters && view.letters(row.letters);
        if (letters)
          for (const [edge, text] of Object.entries(letters))
            await expect(cell(page).locator(`[data-letter="${edge}"]`), view.name).toHaveText(text);
        else await expect(cell(page).locator("[data-letter]")).toHaveCount(0);
        const said = cell(page).getByText(/Mirrored/);
        await expect(said).toHaveCount(view.mirrored ? 1 : 0);
        await checkPicture(row, view);
      }
      await keepPicture(page, `truth-${row.name}-${renderer}`);
    }
    const content = await page.content();
    expect(content).not.toContain("DEMO^");
    expect(content).not.toContain(`TRUTH-${row.name.toUpperCase()}`);
    expect(watch.errors).toEqual([]);
  });
