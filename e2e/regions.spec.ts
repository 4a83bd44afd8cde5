import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { RegionKind, RegionValue } from "../lib/reading/schema";
import { drawingsOn, fit, type Renderer, renderers, type View, views } from "./region-plan";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { type MarkedCase, markedCases, writeMarkedCase } from "./viewer-cases";
import { casesOf, commandLine, importForReader, query } from "./viewer-database";
import { drawByMouse, drawingOrder, expectedPoints, largestError } from "./viewer-drawing";
import { colourAt, distance, type Point, photograph, type SeenMap, seenMap } from "./viewer-screen";

/** Image pixels: half a pixel is what a wrong convention of one renderer would give. */
const allowed = 0.5;

interface Row {
  readonly picture: string;
  readonly renderer: Renderer;
  readonly view: string;
  readonly what: string;
  readonly error: number;
}
const rows: Row[] = [];

interface Kept {
  readonly marked: MarkedCase;
  readonly renderer: Renderer;
  readonly readingId: string;
  readonly regions: readonly { readonly id: string; readonly value: RegionValue }[];
}
const kept = new Map<string, Kept>();

const project = `round-trip-${Date.now()}`;
const elsewhere = `${project}-elsewhere`;
let folder = "";
let cases: ReadonlyMap<string, string>;
let page: Page;

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const idOf = (known: ReadonlyMap<string, string>, caseId: string): string => {
  const id = known.get(caseId);
  if (!id) throw new Error(`${caseId} was not imported`);
  return id;
};

async function openCase(page: Page, id: string, marked: MarkedCase, renderer: Renderer): Promise<void> {
  await page.goto(`/cases/${id}?renderer=${renderer}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  await cell(page).focus();
  for (let step = 0; step < marked.stepsOn; step++) await page.keyboard.press("ArrowRight");
  await expect(cell(page)).toHaveAttribute("data-frame", new RegExp(`:${marked.frame}$`));
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  await expect(cell(page)).toHaveAttribute("data-renderer", renderer);
}

async function middleOf(page: Page): Promise<Point> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Changes the view as a reader does: mouse for zoom and pan, keys for turns. */
async function lookAt(page: Page, view: View): Promise<void> {
  await cell(page).focus();
  await page.keyboard.press("0");
  const [x, y] = await middleOf(page);
  const drag = async (button: "middle" | "right", right: number, down: number) => {
    await page.mouse.move(Math.round(x), Math.round(y));
    await page.mouse.down({ button });
    await page.mouse.move(Math.round(x) + right, Math.round(y) + down, { steps: 5 });
    await page.mouse.up({ button });
  };
  if (view.zoomDrag) await drag("right", 0, view.zoomDrag);
  for (const key of view.keys ?? []) await page.keyboard.press(key);
  if (view.pan) await drag("middle", ...view.pan);
}

/** Looks at the bare picture, without anything drawn over it. */
async function look(page: Page, marked: MarkedCase): Promise<SeenMap> {
  await cell(page).focus();
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "off");
  await page.mouse.move(5, 5);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const map = seenMap(await photograph(page), marked.markers);
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "on");
  expect(map.residual, "the markers lie where one map puts them").toBeLessThan(0.15);
  return map;
}

interface Reading {
  readonly revision: number;
  readonly items: { readonly region: readonly { id: string; value: RegionValue | null }[] };
}

type SavedRegions = readonly { readonly id: string; readonly value: RegionValue }[];

/** The regions of a reading once they are so many, and none of those taken back is among them. */
async function savedRegions(
  page: Page,
  readingId: string,
  count: number,
  takenBack: SavedRegions = [],
): Promise<SavedRegions> {
  let found: SavedRegions = [];
  await expect
    .poll(
      async () => {
        const reading = (await (await page.request.get(`/api/readings/${readingId}`)).json()) as Reading;
        found = reading.items.region.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
        const left = found.filter(({ id }) => takenBack.some((region) => region.id === id));
        return { regions: found.length, left: left.length };
      },
      { timeout: 15_000, intervals: [300] },
    )
    .toEqual({ regions: count, left: 0 });
  return found;
}

/** Takes every region back with the keyboard; the server is told with what is drawn next. */
async function takeBack(page: Page): Promise<void> {
  await cell(page).focus();
  for (let press = 0; press < drawingOrder.length; press++) await page.keyboard.press("u");
  await expect(cell(page).locator("[data-region]")).toHaveCount(0);
}

function note(row: Row): void {
  rows.push(row);
  expect.soft(row.error, `${row.picture}, ${row.renderer}, ${row.view}, ${row.what}`).toBeLessThan(allowed);
}

/** How far the line drawn for a region lies from where it must be seen, image pixels. */
async function drawnError(page: Page, points: readonly Point[], map: SeenMap): Promise<number> {
  // A label may lie over the line of another region.
  await page.locator("[data-region]").evaluateAll((labels) => {
    for (const label of labels) if (label instanceof HTMLElement) label.style.visibility = "hidden";
  });
  const picture = await photograph(page);
  const errors = points.map((point) => {
    const [x, y] = map.toScreen(point);
    let nearest = Number.POSITIVE_INFINITY;
    for (let down = -8; down <= 8; down++)
      for (let right = -8; right <= 8; right++) {
        const at: Point = [Math.floor(x) + right + 0.5, Math.floor(y) + down + 0.5];
        const [red = 255, green = 0, blue = 0] = colourAt(picture, at) ?? [];
        if (green - red > 60 && blue - red > 60) nearest = Math.min(nearest, distance(at, [x, y]));
      }
    // A line is 1.5 pixels wide and the pixels looked at are whole ones.
    return Math.max(0, nearest - 1) / map.scale;
  });
  return Math.max(...errors);
}

test.describe.configure({ mode: "default", timeout: 240_000 });
// Recording every step and a large window take most of the time where there is no graphics processor.
test.use({ trace: "off", viewport: { width: 1280, height: 800 } });

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), "reading-room-regions-"));
  for (const renderer of renderers)
    for (const make of Object.values(markedCases)) await writeMarkedCase(join(folder, "in"), make(renderer));
  await importForReader(project, accounts.readerOne, join(folder, "in"));
  cases = await casesOf(project);
  page = await browser.newPage();
  await signIn(page, accounts.readerOne);
});
test.afterAll(async () => {
  await page?.close();
  rmSync(folder, { recursive: true, force: true });
  const worst = new Map<string, { error: number; what: string }>();
  for (const { picture, renderer, view, what, error } of rows) {
    const key = `${renderer} | ${picture} | ${what.startsWith("seen") ? what : view}`;
    const before = worst.get(key);
    if (!before || before.error < error) worst.set(key, { error, what });
  }
  console.log("Largest error of regions, image pixels:");
  for (const [key, { error, what }] of worst) console.log(`  ${error.toFixed(3)} | ${key} | ${what}`);
});

test("every pair of kind, view, picture and renderer is drawn", () => {
  const drawn = new Set<string>();
  const pictures = Object.keys(markedCases);
  for (const [place, picture] of pictures.entries())
    for (const renderer of renderers)
      for (const { view, kinds } of drawingsOn(place, renderer))
        for (const kind of kinds)
          for (const pair of pairsOf([kind, view.name, picture, renderer])) drawn.add(pair);
  const wanted = drawingOrder.flatMap((kind) =>
    views.flatMap(({ name }) =>
      pictures.flatMap((picture) =>
        renderers.flatMap((renderer) => pairsOf([kind, name, picture, renderer])),
      ),
    ),
  );
  expect([...new Set(wanted)].filter((pair) => !drawn.has(pair))).toEqual([]);
});

const pairsOf = (names: readonly string[]): readonly string[] =>
  names.flatMap((one, place) => names.slice(place + 1).map((other) => `${one}, ${other}`));

for (const renderer of renderers)
  for (const [place, [picture, make]] of Object.entries(markedCases).entries())
    test(`regions on ${picture}, ${renderer}: drawn, saved, seen again`, async () => {
      const watch = watchForErrors(page);
      const marked = make(renderer);
      const caseId = idOf(cases, marked.caseId);
      await openCase(page, caseId, marked, renderer);
      const [reading] = await query<{ id: string }>('SELECT "id" FROM "Reading" WHERE "caseId" = $1', [
        caseId,
      ]);
      const readingId = reading?.id ?? "";
      const drawings = drawingsOn(place, renderer);
      let regions: SavedRegions = [];
      for (const { view, kinds } of drawings) {
        await lookAt(page, view);
        const map = await look(page, marked);
        const expected = new Map<RegionKind, readonly Point[]>();
        const middle = await middleOf(page);
        for (const kind of kinds) {
          const aims = await drawByMouse(page, kind, middle);
          expected.set(kind, expectedPoints(kind, aims, map));
        }
        regions = await savedRegions(page, readingId, kinds.length, regions);
        for (const { value } of regions) {
          const wanted = expected.get(value.kind) ?? [];
          const error = largestError(value.kind, value.points, wanted);
          note({ picture, renderer, view: view.name, what: value.kind, error });
          expect(value).toMatchObject({ frame: marked.frame, renderer });
        }
        if (view !== fit) await takeBack(page);
      }
      if (picture === "square pixels") await keepPicture(page, `regions-${renderer}`);

      const other = renderer === "webgl" ? "cpu" : "webgl";
      for (const again of [renderer, other] as const) {
        await openCase(page, caseId, marked, again);
        const map = await look(page, marked);
        const error = await drawnError(page, outline(regions), map);
        note({ picture, renderer, view: fit.name, what: `seen again in ${again}`, error });
      }
      expect(await savedRegions(page, readingId, regions.length)).toEqual(regions);
      kept.set(marked.caseId, { marked, renderer, readingId, regions });
      expect(watch.errors).toEqual([]);
    });

/** Points of regions that lie on what is drawn for them. */
function outline(regions: readonly { readonly value: RegionValue }[]): readonly Point[] {
  return regions.flatMap(({ value }) => (value.kind === "probe" ? [] : value.points));
}

test("regions come out of an export and into another project unchanged", async ({ baseURL }) => {
  test.skip(kept.size === 0, "nothing was drawn");
  for (const { readingId } of kept.values()) {
    const reading = (await (await page.request.get(`/api/readings/${readingId}`)).json()) as Reading;
    const answer = await page.request.post(`/api/readings/${readingId}/submit`, {
      data: { revision: reading.revision },
      headers: { Origin: baseURL ?? "" },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  const out = join(folder, "out");
  await commandLine("export", "--project", project, "--out", out);
  const exported = readFileSync(join(out, "regions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportedRegion);
  expect(exported.length).toBe([...kept.values()].reduce((sum, { regions }) => sum + regions.length, 0));
  for (const [caseId, { regions, marked }] of kept) {
    const lines = exported.filter(({ externalId }) => externalId === caseId);
    for (const { id, value } of regions) {
      const line = lines.find(({ region }) => region === id);
      expect(line).toMatchObject({ kind: value.kind, frame: value.frame, points: value.points });
    }
    await writeMarkedCase(join(folder, "again"), marked, lines);
  }

  await importForReader(elsewhere, accounts.readerOne, join(folder, "again"));
  await signIn(page, accounts.readerOne);
  const there = await casesOf(elsewhere);
  for (const { marked, renderer, regions } of kept.values()) {
    await openCase(page, idOf(there, marked.caseId), marked, renderer);
    const map = await look(page, marked);
    const box = await cell(page).boundingBox();
    const drawn = await cell(page)
      .locator("[data-source-region]")
      .evaluateAll((regions) =>
        regions.map((region) =>
          [...region.querySelectorAll("[stroke-dasharray]")]
            .map((shape) =>
              shape instanceof SVGCircleElement
                ? `${shape.getAttribute("cx")},${shape.getAttribute("cy")}`
                : (shape.getAttribute("points") ?? ""),
            )
            .join(" "),
        ),
      );
    const corners = drawn.map((points) =>
      points.split(" ").map((pair): Point => {
        const [x = 0, y = 0] = pair.split(",").map(Number);
        return map.toImage([x + (box?.x ?? 0), y + (box?.y ?? 0)]);
      }),
    );
    expect(drawn.length).toBe(regions.length);
    for (const { value } of regions) {
      const error = Math.min(
        ...corners.map((shape) =>
          Math.max(...value.points.map((point) => Math.min(...shape.map((one) => distance(one, point))))),
        ),
      );
      note({ picture: marked.caseId, renderer, view: fit.name, what: "seen elsewhere", error });
    }
  }
});

interface ExportedRegion {
  readonly externalId: string;
  readonly region: string;
  readonly kind: string;
  readonly frame: number;
  readonly points: readonly Point[];
}
