import { expect, type Page, test } from "@playwright/test";
import type { RegionValue } from "../lib/reading/schema";
import { volumeFiles } from "./hanging-cases";
import { atDesk, type OwnCase, ownCase } from "./own-case";
import { openCase, savedReading } from "./room";
import { openStage, type Stage } from "./stage";
import { keepPicture, watchForErrors } from "./support";
import { drawByMouse } from "./viewer-drawing";
import type { Point } from "./viewer-screen";

test.describe.configure({ timeout: 240_000 });

let stage: Stage;
let own: OwnCase;

test.beforeAll(async () => {
  stage = await openStage();
  own = await ownCase(stage, "region-list", volumeFiles("region-list", 8));
});
test.afterAll(() => stage.$disconnect());

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const rail = (page: Page) => page.getByRole("complementary", { name: "Series and slices" });

async function middleOf(page: Page): Promise<Point> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

async function readingIdOf(page: Page): Promise<string> {
  return (await page.locator("[data-reading]").getAttribute("data-reading")) ?? "";
}

async function regionsOf(page: Page) {
  const { items } = await savedReading(page, await readingIdOf(page));
  return items.region.flatMap(({ id, revision, value }) => (value ? [{ id, revision, value }] : []));
}

/** The kind's region as the server has it, once it is so. */
const expectSavedAs = (page: Page, kind: RegionValue["kind"], value: Partial<RegionValue>) =>
  expect
    .poll(async () => (await regionsOf(page)).find((region) => region.value.kind === kind)?.value)
    .toMatchObject(value);

test("regions are listed, named, coloured, locked and hidden, and each step is undone", async ({
  browser,
}) => {
  const page = await atDesk(browser, own.reader);
  const { errors } = watchForErrors(page);
  await openCase(page, own.caseId);
  const middle = await middleOf(page);
  for (const [index, kind] of (["bidirectional", "length", "ellipse"] as const).entries()) {
    await drawByMouse(page, kind, middle);
    await expect.poll(async () => (await regionsOf(page)).length).toBe(index + 1);
  }
  const rows = rail(page).getByRole("listitem");
  await expect(rows.filter({ hasText: /Two axes, slice \d+ \d+\.\d × \d+\.\d mm/ })).toHaveCount(1);
  await expect(rows.filter({ hasText: /Length, slice \d+ \d+\.\d mm/ })).toHaveCount(1);
  await expect(
    rows.filter({ hasText: /Ellipse, slice \d+ \d+\.\d × \d+\.\d mm \d+\.\d [cm]m²/ }),
  ).toHaveCount(1);
  await keepPicture(page, "region-list");
  const labels = await cell(page)
    .locator("[data-region]")
    .evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON() as DOMRect));
  expect(labels).toHaveLength(3);
  for (const [index, one] of labels.entries())
    for (const other of labels.slice(index + 1))
      expect(
        one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top,
      ).toBe(true);

  const row = rows.filter({ hasText: "Two axes" });
  const name = row.getByRole("button", { name: /^ROI/ });
  const selected = cell(page).locator("[data-region][data-selected=true]");
  const slice = (await cell(page).getAttribute("data-slice")) ?? "";
  await page.keyboard.press("Escape");
  await cell(page).focus();
  await page.keyboard.press("Home");
  await expect(cell(page)).toHaveAttribute("data-slice", "1");
  await name.click();
  await expect(cell(page)).toHaveAttribute("data-slice", slice);
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  await expect(selected).toHaveCount(1);

  await row.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.keyboard.type("lesion");
  await page.keyboard.press("Enter");
  await expect(selected).toContainText("lesion");
  for (const colour of ["Lime", "Violet", "Pearl", "Copper"]) {
    await row.getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitemradio", { name: colour }).click();
    await expectSavedAs(page, "bidirectional", { colour: colour.toLowerCase() as RegionValue["colour"] });
  }
  await row.getByRole("button", { name: /^Lock/ }).click();
  await expectSavedAs(page, "bidirectional", { label: "lesion", colour: "copper", locked: true });
  await keepPicture(page, "region-locked");
  await cell(page).focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("is locked. Unlock it in the list first.")).toBeVisible();
  await row.getByRole("button", { name: /^Hide/ }).click();
  await expectSavedAs(page, "bidirectional", { locked: true, hidden: true });
  await page.getByRole("button", { name: "Hide all" }).click();
  await expect(cell(page).locator("[data-region]")).toHaveCount(0);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(cell(page).locator("[data-region]")).toHaveCount(3);

  await cell(page).focus();
  // Both ways of all, hiding, locking, four colours, the name.
  for (let step = 0; step < 9; step++) await page.keyboard.press("u");
  await expectSavedAs(page, "bidirectional", { label: "", colour: "cyan", locked: false, hidden: false });
  for (const left of [2, 1, 0]) {
    await page.keyboard.press("u");
    await expect.poll(async () => (await regionsOf(page)).length).toBe(left);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a press on a label is the drawing tool's; a tool of the view moves the label", async ({ browser }) => {
  const page = await atDesk(browser, own.reader);
  await openCase(page, own.caseId);
  await drawByMouse(page, "length", await middleOf(page));
  await expect.poll(async () => (await regionsOf(page)).length).toBe(1);
  const [first] = await regionsOf(page);
  const label = cell(page).locator(`[data-region="${first?.id}"]`);
  const dragFromLabel = async (right: number, down: number) => {
    const box = await label.boundingBox();
    if (!box) throw new Error("the label is not seen");
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right, y + down, { steps: 3 });
    await page.mouse.up();
  };
  await dragFromLabel(70, 60);
  await expect.poll(async () => (await regionsOf(page)).length).toBe(2);
  await expect
    .poll(async () => (await regionsOf(page)).map(({ value }) => value.labelAt))
    .toEqual([null, null]);

  await cell(page).focus();
  await page.keyboard.press("w");
  await dragFromLabel(0, -60);
  await expect
    .poll(async () => (await regionsOf(page)).find(({ id }) => id === first?.id)?.value.labelAt)
    .toEqual([expect.any(Number), expect.any(Number)]);
  // What was drawn in one layout is taken back in another.
  const layout = page.locator("[data-viewer]");
  const before = (await layout.getAttribute("data-layout")) ?? "";
  await cell(page).focus();
  await page.keyboard.press("g");
  await expect(layout).not.toHaveAttribute("data-layout", before);
  for (const left of [2, 1, 0]) {
    await page.keyboard.press("u");
    await expect.poll(async () => (await regionsOf(page)).length).toBe(left);
  }
  await page.context().close();
});

test("an arrow asks for its words as soon as it is drawn, and goes without them when the next thing is drawn", async ({
  browser,
}) => {
  const page = await atDesk(browser, own.reader);
  await openCase(page, own.caseId);
  const middle = await middleOf(page);
  await drawByMouse(page, "arrow", middle);
  const words = rail(page).getByRole("combobox", { name: "Name of region 1" });
  await expect(words).toBeFocused();
  await page.keyboard.type("cyst, unchanged");
  await page.keyboard.press("Enter");
  await expectSavedAs(page, "arrow", { label: "cyst, unchanged" });
  await expect(words).toHaveCount(0);
  await page.keyboard.press("u");
  await expectSavedAs(page, "arrow", { label: "" });
  await page.keyboard.press("u");
  await expect.poll(async () => (await regionsOf(page)).length).toBe(0);

  await drawByMouse(page, "arrow", middle);
  await expect(words).toBeFocused();
  await drawByMouse(page, "length", middle);
  await expect(words).toHaveCount(0);
  await expect.poll(async () => (await regionsOf(page)).length).toBe(2);
  await expectSavedAs(page, "arrow", { label: "" });
  for (const left of [1, 0]) {
    await page.keyboard.press("u");
    await expect.poll(async () => (await regionsOf(page)).length).toBe(left);
  }
  await page.context().close();
});

test("the server keeps a locked region where it is, whoever asks", async ({ browser }) => {
  const page = await atDesk(browser, own.reader);
  await openCase(page, own.caseId);
  await drawByMouse(page, "rectangle", await middleOf(page));
  await expect.poll(async () => (await regionsOf(page)).length).toBe(1);
  await rail(page).getByRole("button", { name: /^Lock/ }).click();
  await expectSavedAs(page, "rectangle", { locked: true });

  const [region] = await regionsOf(page);
  if (!region) throw new Error("nothing was drawn");
  const url = `/api/readings/${await readingIdOf(page)}/changes`;
  const { id, revision: base, value } = region;
  const points = value.points.map(([x, y]) => [x + 2, y]);
  const put = { op: "put", part: "region", id, base };
  const origin = new URL(page.url()).origin;
  for (const change of [
    { ...put, value: { ...value, points } },
    { ...put, value: { ...value, points, locked: false } },
    { op: "delete", part: "region", id, base },
  ]) {
    const answer = await page.request.put(url, {
      headers: { origin },
      data: { key: crypto.randomUUID(), changes: [change], undoes: null },
    });
    expect(answer.status()).toBe(409);
    expect(((await answer.json()) as { readonly message: string }).message).toBe(
      "This region is locked. Unlock it before you move or delete it.",
    );
  }
  expect(await regionsOf(page)).toEqual([region]);

  // Unlocked and moved at once, faster than either is sent: both arrive, one after the other.
  await rail(page).getByRole("button", { name: "ROI 1", exact: true }).click();
  await rail(page)
    .getByRole("button", { name: /^Unlock/ })
    .click();
  await cell(page).focus();
  await page.keyboard.press("ArrowRight");
  await expectSavedAs(page, "rectangle", {
    locked: false,
    points: value.points.map(([x, y]) => [x + 1, y]),
  });
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await regionsOf(page)).length).toBe(0);
  await page.context().close();
});
