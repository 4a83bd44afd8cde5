import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { RegionKind } from "../lib/reading/schema";
import { drawingsOn, fit, type Renderer, renderers, views } from "./region-plan";
import {
  cell,
  drawnError,
  look,
  lookAt,
  middleOf,
  openCase,
  outline,
  type Reading,
  type SavedRegions,
  savedRegions,
  takeBack,
} from "./region-screen";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { type MarkedCase, markedCases, writeMarkedCase } from "./viewer-cases";
import { casesOf, commandLine, importForReader, query } from "./viewer-database";
import { drawByMouse, drawingOrder, expectedPoints, largestError } from "./viewer-drawing";
import { distance, type Point } from "./viewer-screen";

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
  readonly regions: SavedRegions;
}
const kept = new Map<string, Kept>();

const project = `round-trip-${Date.now()}`;
const elsewhere = `${project}-elsewhere`;
let folder = "";
let cases: ReadonlyMap<string, string>;
let page: Page;

const idOf = (known: ReadonlyMap<string, string>, caseId: string): string => {
  const id = known.get(caseId);
  if (!id) throw new Error(`${caseId} was not imported`);
  return id;
};

function note(row: Row): void {
  rows.push(row);
  expect.soft(row.error, `${row.picture}, ${row.renderer}, ${row.view}, ${row.what}`).toBeLessThan(allowed);
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
