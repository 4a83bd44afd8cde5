import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { RegionValue } from "../lib/reading/schema";
import { addPerson, openStage, type Stage } from "./stage";
import { signIn, watchForErrors } from "./support";
import { probed, ramp, side } from "./truth/fixture";
import type { TruthRow } from "./truth/row";
import { truthTable } from "./truth/table";
import { type TruthView, truthViews } from "./truth/views";
import { casesOf, commandLine, importForReader, query } from "./viewer-database";
import { colourAt, type Picture, type Point, photograph } from "./viewer-screen";

/** Shades that a renderer may be off by: it rounds, and the screen is not the image's grid. */
const allowed = 4;
/** Every row is photographed as it opens and in the view that has both, a mirror and a turn; the first one in every view. */
const isPhotographed = (row: TruthRow, view: TruthView): boolean =>
  row === truthTable[0] || view === truthViews[0] || view === truthViews.at(-1);
const project = `truth-${Date.now()}`;
const caseName = `truth-${project}`;
let stage: Stage;
let folder = "";
let caseId = "";
let page: Page;

/** A row as it was stored: its place in the list of series, the frame that is looked at, and its regions there. */
interface StoredRow {
  readonly tile: number;
  readonly instanceId: string;
  readonly frame: number;
  readonly regions: readonly {
    readonly id: string;
    readonly kind: RegionValue["kind"];
    readonly points: readonly Point[];
  }[];
}
const stored = new Map<string, StoredRow>();

const cell = (page: Page) => page.locator('[data-viewport="0"]');

/** One case with a series for each row. */
function writeCase(): void {
  const root = join(folder, "in");
  const series = truthTable.map((row) => {
    mkdirSync(join(root, row.name), { recursive: true });
    const files = row.files().map(({ name, content }) => {
      writeFileSync(join(root, row.name, name), content);
      return `${row.name}/${name}`;
    });
    return { id: row.name, files };
  });
  const bundle = {
    schemaVersion: 1,
    caseId: caseName,
    title: "Truth",
    source: { name: "Synthetic objects", licence: "CC0-1.0" },
    series,
  };
  writeFileSync(join(root, "case.json"), JSON.stringify(bundle));
}

/** The case waits for somebody to have looked at its screen captures. */
async function release(browser: Browser, baseURL: string): Promise<void> {
  const { account } = await addPerson(stage, `${project}-admin`, []);
  await commandLine("user", "set-role", account.email, "--project", project, "--role", "admin");
  const admin = await browser.newPage();
  await signIn(admin, account);
  const headers = { Origin: baseURL };
  const data = { reason: "Drawn by the test: nobody is in it." };
  const answer = await admin.request.post(`/api/cases/${caseId}/release-hold`, { data, headers });
  expect(answer.status()).toBe(200);
  await admin.close();
}

interface FoundStack {
  readonly frames: readonly (readonly [string, number])[];
  readonly hashes: readonly string[];
  readonly times: number;
}

async function findRows(): Promise<void> {
  const stacks = await query<FoundStack>(
    `SELECT t."frames", t."times", (SELECT array_agg(i."sourceHash") FROM "Instance" i WHERE i."seriesId" = s."id") AS "hashes"
     FROM "Stack" t JOIN "Series" s ON s."id" = t."seriesId" WHERE s."caseId" = $1 ORDER BY s."position", t."position"`,
    [caseId],
  );
  for (const row of truthTable) {
    const hash = createHash("sha256")
      .update(row.files()[0]?.content ?? "")
      .digest("hex");
    const tile = stacks.findIndex(({ hashes }) => hashes.includes(hash));
    const [instanceId, frame] =
      stacks[tile]?.frames[((row.slice ?? 1) - 1) * (stacks[tile]?.times ?? 1)] ?? [];
    if (instanceId === undefined || frame === undefined) throw new Error(`no stack shows ${row.name}`);
    const regions = [
      ...row.lengths.map(({ from, to }) => ({ id: uuid(), kind: "length" as const, points: [from, to] })),
      { id: uuid(), kind: "probe" as const, points: [[probed[0] + 0.5, probed[1] + 0.5] as const] },
    ];
    stored.set(row.name, { tile, instanceId, frame, regions });
  }
}

/** Lines and probes of every row, as the reader's own regions. */
async function putRegions(baseURL: string): Promise<void> {
  const evidence = { label: "", labelAt: null, hidden: false, renderer: "cpu", derivedFrom: null } as const;
  const changes = [...stored.values()].flatMap(({ instanceId, frame, regions }) =>
    regions.map(({ id, kind, points }) => ({
      op: "put",
      part: "region",
      id,
      base: 0,
      value: { instanceId, frame, kind, points, ...evidence },
    })),
  );
  const [reading] = await query<{ id: string }>('SELECT "id" FROM "Reading" WHERE "caseId" = $1', [caseId]);
  const answer = await page.request.put(`/api/readings/${reading?.id}/changes`, {
    data: { key: uuid(), changes },
    headers: { Origin: baseURL },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function openCase(renderer: string): Promise<void> {
  await page.goto(`/cases/${caseId}?renderer=${renderer}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
  await expect(cell(page)).toHaveAttribute("data-renderer", renderer);
  const layout = page.locator("[data-viewer]");
  while ((await layout.getAttribute("data-layout")) !== "1x1") await page.keyboard.press("g");
}

async function openRow(row: TruthRow): Promise<StoredRow> {
  const found = stored.get(row.name);
  if (!found) throw new Error(`${row.name} was not imported`);
  const tile = page.getByRole("toolbar", { name: "Series" }).getByRole("button").nth(found.tile);
  await tile.click();
  await expect(tile).toHaveAttribute("aria-current", "true");
  await page.mouse.move(2, 2);
  await cell(page).focus();
  await page.keyboard.press("Home");
  for (let step = 1; step < (row.slice ?? 1); step++) await page.keyboard.press("ArrowDown");
  await expect(cell(page)).toHaveAttribute("data-frame", `${found.instanceId}:${found.frame}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  return found;
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
      expect
        .soft(Math.abs(value - (seen[channel] ?? 0)), `${view.name}, channel ${channel}`)
        .toBeLessThan(allowed);
    return;
  }
  const { curve } = row;
  const [perColumn, perRow] = row.slope ?? [2, 1];
  // A slope is the same wherever one starts: from the probed pixel to the middle of the picture, then out to the sides.
  const inMiddle =
    (curve ? ramp(...probed) : row.seen) +
    perColumn * (side / 2 - 0.5 - probed[0]) +
    perRow * (side / 2 - 0.5 - probed[1]);
  const [right, down] = view.slope(perColumn, perRow);
  for (const [x, y] of [
    [0, 0],
    [10, 0],
    [-10, 0],
    [0, 10],
    [0, -10],
  ] as const) {
    const value = inMiddle + right * x + down * y;
    const wanted = curve ? curve(value) : value;
    expect.soft(Math.abs(at(x, y)[0] - wanted), `${view.name}, ${x} right, ${y} down`).toBeLessThan(allowed);
  }
}

async function checkScale(row: TruthRow): Promise<void> {
  const bar = cell(page).locator("[data-scale]");
  if (row.scaleNote === null) {
    await expect.soft(bar).toHaveCount(0);
    return;
  }
  await expect
    .soft(bar)
    .toHaveText(new RegExp(`^(5 cm|1 cm|1 mm)${row.scaleNote.replace(/[()]/g, "\\$&")}$`));
  if (row.slope === null) return;
  const { scale, columnSize } = await geometry(row);
  const millimetres = Number(await bar.getAttribute("data-scale"));
  const height = (await bar.boundingBox())?.height ?? 0;
  expect.soft(Math.abs(height - (millimetres / columnSize) * scale)).toBeLessThan(1.5);
}

test.describe.configure({ mode: "default", timeout: 240_000 });
// Recording every step takes most of the time where there is no graphics processor.
test.use({ trace: "off", viewport: { width: 1280, height: 800 } });

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "reading-room-truth-"));
  writeCase();
  stage = await openStage();
  const { account } = await addPerson(stage, `${project}-reader`, []);
  await importForReader(project, account, join(folder, "in"));
  caseId = (await casesOf(project)).get(caseName) ?? "";
  await release(browser, baseURL ?? "");
  await findRows();
  page = await browser.newPage();
  await signIn(page, account);
  expect((await page.request.get(`/cases/${caseId}`)).status()).toBe(200);
  await putRegions(baseURL ?? "");
});
test.afterAll(async () => {
  await page?.close();
  await stage?.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

for (const renderer of ["cpu", "webgl"] as const)
  test.describe(renderer, () => {
    test.beforeAll(() => openCase(renderer));
    for (const row of truthTable)
      test(`${row.name}: letters, lengths, values and picture`, async () => {
        const watch = watchForErrors(page);
        const { regions } = await openRow(row);
        for (const [index, { text }] of row.lengths.entries())
          expect.soft(await linesOf(regions[index]?.id ?? "")).toEqual([text]);
        expect.soft(await linesOf(regions.at(-1)?.id ?? "")).toEqual(row.probe);
        const corners = await cell(page).locator("[data-corner]").allTextContents();
        const words = corners.flatMap((corner) => corner.split("\n"));
        expect.soft(words).toContain(row.pixelSize);
        for (const line of row.corners ?? []) expect.soft(words).toContain(line);
        await checkScale(row);
        for (const view of truthViews) {
          await look(view);
          const seen = await cell(page)
            .locator("[data-letter]")
            .evaluateAll((edges) =>
              Object.fromEntries(edges.map((edge) => [edge.getAttribute("data-letter"), edge.textContent])),
            );
          expect.soft(seen, view.name).toEqual(row.letters === null ? {} : view.letters(row.letters));
          const mirrored = cell(page)
            .locator("[data-corner]")
            .getByText(/Mirrored/);
          await expect.soft(mirrored).toHaveCount(view.mirrored ? 1 : 0);
          if (isPhotographed(row, view)) await checkPicture(row, view);
        }
        expect(watch.errors).toEqual([]);
      });

    test("an enlarged picture says that it is smoothed, or shows its pixels", async () => {
      const [[row], [recorded]] = [truthTable, truthViews];
      if (!row || !recorded) throw new Error("the table is empty");
      await openRow(row);
      await look(recorded);
      // Along two pixels of a row: two shades where they are rectangles, more where they fade into each other.
      const shades = async () => {
        const { middle, scale } = await geometry(row);
        const picture = await barePicture();
        const along = Array.from({ length: Math.floor(2 * scale) - 4 }, (_, x) =>
          colourAt(picture, [middle[0] + x + 2, middle[1] + 0.5 * scale]),
        );
        return new Set(along.map((colour) => colour?.[0])).size;
      };
      const said = cell(page)
        .locator("[data-corner]")
        .getByText(/Smoothed/);
      const button = page.getByRole("button", { name: "Smooth enlarged pictures" });
      await expect(said).toHaveCount(1);
      expect(await shades()).toBeGreaterThan(2);
      await button.click();
      await expect(said).toHaveCount(0);
      expect(await shades()).toBe(2);
      await page.reload();
      await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
      await expect(button).toHaveAttribute("aria-pressed", "false");
      await button.click();
      await expect(said).toHaveCount(1);
    });

    test("nothing on the page names the patient", async () => {
      expect(await page.content()).not.toMatch(/DEMO\^|\bTRUTH\b|20260105/);
    });
  });
