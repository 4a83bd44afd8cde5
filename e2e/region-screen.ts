import { expect, type Page } from "@playwright/test";
import type { RegionValue } from "../lib/reading/schema";
import type { Renderer, View } from "./region-plan";
import type { MarkedCase } from "./viewer-cases";
import { drawingOrder } from "./viewer-drawing";
import { colourAt, distance, type Point, photograph, type SeenMap, seenMap } from "./viewer-screen";

/** The viewport that is drawn on. */
export const cell = (page: Page) => page.locator('[data-viewport="0"]');

/** Opens a case with one renderer and goes on to the slice that has the markers. */
export async function openCase(
  page: Page,
  id: string,
  marked: MarkedCase,
  renderer: Renderer,
): Promise<void> {
  await page.goto(`/cases/${id}?renderer=${renderer}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  await cell(page).focus();
  for (let step = 0; step < marked.stepsOn; step++) await page.keyboard.press("ArrowRight");
  await expect(cell(page)).toHaveAttribute("data-frame", new RegExp(`:${marked.frame}$`));
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  await expect(cell(page)).toHaveAttribute("data-renderer", renderer);
}

/** The middle of the viewport, CSS pixels of the page. */
export async function middleOf(page: Page): Promise<Point> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Changes the view as a reader does: mouse for zoom and pan, keys for turns. */
export async function lookAt(page: Page, view: View): Promise<void> {
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
export async function look(page: Page, marked: MarkedCase): Promise<SeenMap> {
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

/** A reading as the server has it, in what it says of regions. */
export interface Reading {
  readonly revision: number;
  readonly items: { readonly region: readonly { id: string; value: RegionValue | null }[] };
}

export type SavedRegions = readonly { readonly id: string; readonly value: RegionValue }[];

/** The regions of a reading once they are so many, and none of those taken back is among them. */
export async function savedRegions(
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
export async function takeBack(page: Page): Promise<void> {
  await cell(page).focus();
  for (let press = 0; press < drawingOrder.length; press++) await page.keyboard.press("u");
  await expect(cell(page).locator("[data-region]")).toHaveCount(0);
}

/** How far the line drawn for a region lies from where it must be seen, image pixels. */
export async function drawnError(page: Page, points: readonly Point[], map: SeenMap): Promise<number> {
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

/** Points of regions that lie on what is drawn for them. */
export function outline(regions: readonly { readonly value: RegionValue }[]): readonly Point[] {
  return regions.flatMap(({ value }) => (value.kind === "probe" ? [] : value.points));
}
