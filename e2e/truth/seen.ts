import { expect, type Page } from "@playwright/test";
import { colourAt, type Picture, type Point, photograph } from "../viewer-screen";
import { probed, ramp, side } from "./fixture";
import type { TruthRow } from "./row";
import type { TruthView } from "./views";

/** Shades that a renderer may be off by: it rounds, and the screen is not the image's grid. */
const allowed = 4;

/** The viewport that is looked at. */
export const cell = (page: Page) => page.locator('[data-viewport="0"]');

/** What stands in the label of a region below its name. */
export const linesOf = async (page: Page, region: string): Promise<readonly string[]> =>
  ((await cell(page).locator(`[data-region="${region}"]`).textContent()) ?? "").split("\n").slice(1);

/** Turns and mirrors as the keys of the viewport do. */
export async function look(page: Page, view: TruthView): Promise<void> {
  await cell(page).focus();
  await page.keyboard.press("0");
  for (const key of view.keys) await page.keyboard.press(key);
}

/** The viewport without what is drawn over the picture. */
export async function barePicture(page: Page): Promise<Picture> {
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "off");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const picture = await photograph(page);
  await page.keyboard.press("h");
  await expect(cell(page)).toHaveAttribute("data-overlays", "on");
  return picture;
}

/** CSS pixels per millimetre or pixel of a picture that just fits, and the middle of the viewport. */
export async function geometry(
  page: Page,
  row: TruthRow,
): Promise<{ middle: Point; scale: number; columnSize: number }> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  const columnSize = Number.parseFloat(row.pixelSize) || 1;
  const scale = Math.min(box.width, box.height) / side;
  return { middle: [box.x + box.width / 2, box.y + box.height / 2], scale, columnSize };
}

/** Fails where the shades of the picture are not those of the row in this view. */
export async function checkPicture(page: Page, row: TruthRow, view: TruthView): Promise<void> {
  const { middle, scale } = await geometry(page, row);
  const picture = await barePicture(page);
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

/** Fails where the scale bar has another length or another note than the row says. */
export async function checkScale(page: Page, row: TruthRow): Promise<void> {
  const bar = cell(page).locator("[data-scale]");
  if (row.scaleNote === null) {
    await expect.soft(bar).toHaveCount(0);
    return;
  }
  await expect
    .soft(bar)
    .toHaveText(new RegExp(`^(5 cm|1 cm|1 mm)${row.scaleNote.replace(/[()]/g, "\\$&")}$`));
  if (row.slope === null) return;
  const { scale, columnSize } = await geometry(page, row);
  const millimetres = Number(await bar.getAttribute("data-scale"));
  const height = (await bar.boundingBox())?.height ?? 0;
  expect.soft(Math.abs(height - (millimetres / columnSize) * scale)).toBeLessThan(1.5);
}
