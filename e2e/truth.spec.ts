import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { RegionValue } from "../lib/reading/schema";
import { addPerson, openStage, type Stage } from "./stage";
import { signIn, watchForErrors } from "./support";
import { probed } from "./truth/fixture";
import type { TruthRow } from "./truth/row";
import { barePicture, cell, checkPicture, checkScale, geometry, linesOf, look } from "./truth/seen";
import { truthTable } from "./truth/table";
import { type TruthView, truthViews } from "./truth/views";
import { casesOf, commandLine, importForReader, query } from "./viewer-database";
import { colourAt, type Point } from "./viewer-screen";

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
          expect.soft(await linesOf(page, regions[index]?.id ?? "")).toEqual([text]);
        expect.soft(await linesOf(page, regions.at(-1)?.id ?? "")).toEqual(row.probe);
        const corners = await cell(page).locator("[data-corner]").allTextContents();
        const words = corners.flatMap((corner) => corner.split("\n"));
        expect.soft(words).toContain(row.pixelSize);
        for (const line of row.corners ?? []) expect.soft(words).toContain(line);
        await checkScale(page, row);
        for (const view of truthViews) {
          await look(page, view);
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
          if (isPhotographed(row, view)) await checkPicture(page, row, view);
        }
        expect(watch.errors).toEqual([]);
      });

    test("an enlarged picture says that it is smoothed, or shows its pixels", async () => {
      const [[row], [recorded]] = [truthTable, truthViews];
      if (!row || !recorded) throw new Error("the table is empty");
      await openRow(row);
      await look(page, recorded);
      // Along two pixels of a row: two shades where they are rectangles, more where they fade into each other.
      const shades = async () => {
        const { middle, scale } = await geometry(page, row);
        const picture = await barePicture(page);
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
