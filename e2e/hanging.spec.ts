import { expect, type Page, test } from "@playwright/test";
import { chestFiles, figuresAndCt, importFiles, mammographyFiles, priorFiles } from "./hanging-cases";
import { addPerson, openStage, type Person, type Stage } from "./stage";
import { keepPicture, signIn, watchForErrors } from "./support";
import { photograph } from "./viewer-screen";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const stamp = Date.now().toString(36);
let stage: Stage;
let reader: Person;
let projectId = "";

test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.$disconnect());

/** Imports a case and gives the reader of this journey access to it. @returns its id. */
async function caseOf(name: string, files: Parameters<typeof importFiles>[1]): Promise<string> {
  const slug = `hanging-${stamp}`;
  const before = projectId
    ? (await stage.caseRecord.findMany({ where: { projectId }, select: { id: true } })).map(({ id }) => id)
    : [];
  await importFiles(slug, files);
  if (!projectId) {
    ({ id: projectId } = await stage.project.findUniqueOrThrow({ where: { slug }, select: { id: true } }));
    reader = await addPerson(stage, `Hanging ${stamp}`, [
      { project: { id: projectId, slug, sourceId: "" }, role: "reader" },
    ]);
  }
  const fresh = await stage.caseRecord.findFirstOrThrow({
    where: { projectId, id: { notIn: before } },
    select: { id: true },
  });
  await stage.caseRecord.update({ where: { id: fresh.id }, data: { title: name, readersWanted: 5 } });
  return fresh.id;
}

const viewport = (page: Page, cell: number) => page.locator(`[data-viewport="${cell}"]`);

async function open(page: Page, caseId: string, cells: number): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  for (let cell = 0; cell < cells; cell++)
    await expect(viewport(page, cell)).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
}

/** What each viewport says it shows, without its number. */
const shown = async (page: Page): Promise<readonly string[]> =>
  (
    await page
      .locator("[data-viewport]")
      .all()
      .then((all) => Promise.all(all.map((one) => one.getAttribute("aria-label"))))
  ).map((label) => label?.replace(/, viewport \d$/, "") ?? "");

async function hungBy(page: Page): Promise<string> {
  return (await page.getByRole("button", { name: /^Layouts\. Hung by:/ }).getAttribute("aria-label")) ?? "";
}

/** Mean brightness of a strip of a viewport, as parts of its width and height. */
async function brightness(page: Page, cell: number, x: number, y: number): Promise<number> {
  const { width, height, pixels } = await photograph(page, cell);
  let sum = 0;
  const size = 6;
  for (let dy = 0; dy < size; dy++)
    for (let dx = 0; dx < size; dx++) {
      const column = Math.min(width - 1, Math.round(x * (width - size)) + dx);
      const row = Math.min(height - 1, Math.round(y * (height - size)) + dy);
      sum += pixels[(row * width + column) * 3] ?? 0;
    }
  return sum / size ** 2;
}

test("four mammograms hang with the chest walls in the middle", async ({ page }) => {
  const { errors } = watchForErrors(page);
  const caseId = await caseOf("Mammography", mammographyFiles(`mg-${stamp}`));
  await signIn(page, reader.account);
  await open(page, caseId, 4);
  expect(await hungBy(page)).toContain("mammography, four views");
  await page.keyboard.press("h");
  // The bright chest wall lies against the inner edge; the outer edge is black; the upper half is the brighter one.
  for (const cell of [0, 1, 2, 3]) {
    const inner = cell % 2 === 0 ? 0.995 : 0.005;
    expect(await brightness(page, cell, inner, 0.3), `wall of ${cell}`).toBeGreaterThan(180);
    expect(await brightness(page, cell, 1 - inner, 0.3), `outside of ${cell}`).toBeLessThan(30);
    const deep = cell % 2 === 0 ? 0.8 : 0.2;
    expect(await brightness(page, cell, deep, 0.35)).toBeGreaterThan(
      30 + (await brightness(page, cell, deep, 0.65)),
    );
  }
  await page.keyboard.press("h");
  for (const cell of [0, 1, 2, 3]) {
    const east = await viewport(page, cell).locator('[class*="east"]').textContent();
    expect(east).toBe(cell % 2 === 0 ? "P" : "A");
  }
  await keepPicture(page, "hanging-mammography");
  expect(errors).toEqual([]);
});

test("a chest hangs with the frontal view on the left", async ({ page }) => {
  const caseId = await caseOf("Chest", chestFiles(`cxr-${stamp}`));
  await signIn(page, reader.account);
  await open(page, caseId, 2);
  expect(await hungBy(page)).toContain("chest PA and lateral");
  const frames = await Promise.all([0, 1].map((cell) => viewport(page, cell).getAttribute("data-frame")));
  const views = await Promise.all(
    frames.map(async (frame) => {
      const { metadata } = await stage.instance.findUniqueOrThrow({
        where: { id: frame?.split(":")[0] ?? "" },
        select: { metadata: true },
      });
      return (metadata as { viewPosition?: string }).viewPosition;
    }),
  );
  expect(views).toEqual(["PA", "LL"]);
  await keepPicture(page, "hanging-chest");
});

test("the current study hangs left of the prior one", async ({ page }) => {
  const caseId = await caseOf("Prior", priorFiles(`prior-${stamp}`));
  await signIn(page, reader.account);
  await open(page, caseId, 2);
  expect(await hungBy(page)).toContain("current left, prior right");
  const series = await Promise.all(
    [0, 1].map(async (cell) => {
      const id = (await viewport(page, cell).getAttribute("data-stack")) ?? "";
      const stack = await stage.stack.findUniqueOrThrow({
        where: { id },
        select: { series: { select: { externalId: true } } },
      });
      return stack.series.externalId;
    }),
  );
  expect(series).toEqual(["current", "prior"]);
  await expect(viewport(page, 0)).not.toContainText("Prior");
  await expect(viewport(page, 1)).toContainText(/Prior, \d+ days? earlier/);
  await expect(
    page.getByRole("toolbar", { name: "Series" }).getByText(/^Prior, \d+ days? earlier$/),
  ).toHaveCount(1);
});

test("six figures and a CT open in order, and the CT is one key away", async ({ page }) => {
  const caseId = await caseOf("Figures", await figuresAndCt(`figures-${stamp}`));
  await signIn(page, reader.account);
  await open(page, caseId, 4);
  expect(await shown(page)).toEqual(["Figure 1a", "Figure 1b", "Figure 1c", "Figure 1d"]);
  await keepPicture(page, "hanging-figures");
  await page.keyboard.press(".");
  await expect(viewport(page, 0)).toHaveAttribute("aria-label", /^CT axial, viewport 1$/);
  await page.keyboard.press(",");
  await expect(viewport(page, 0)).toHaveAttribute("aria-label", /^Figure 1/);

  await page.setViewportSize({ width: 1300, height: 860 });
  await open(page, caseId, 2);
  expect(await shown(page)).toEqual(["Figure 1a", "Figure 1b"]);
  await page.setViewportSize({ width: 1100, height: 800 });
  await open(page, caseId, 1);
  expect(await shown(page)).toEqual(["Figure 1a"]);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, caseId, 4);
  await page.getByRole("button", { name: /^Layouts\./ }).click();
  await page.getByRole("menuitemradio", { name: "Six viewports" }).click();
  await expect(page.locator("[data-viewport]")).toHaveCount(6);
  expect((await shown(page)).slice(4)).toEqual(["Figure 1e", "Figure 1f"]);
});

test("a layout of one's own survives a reload and another browser", async ({ page, browser }) => {
  const [first] = await stage.caseRecord.findMany({
    where: { projectId, title: "Figures" },
    select: { id: true },
  });
  const caseId = first?.id ?? "";
  await signIn(page, reader.account);
  await open(page, caseId, 4);
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await expect(page.locator("[data-viewport]")).toHaveCount(2);
  await page.keyboard.press(".");
  await expect(viewport(page, 0)).toHaveAttribute("aria-label", /^CT axial/);
  await page.keyboard.press("Shift+G");
  await page.keyboard.type("CT beside 1b");
  await keepPicture(page, "hanging-save-layout");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Layout saved: CT beside 1b")).toBeVisible();

  await open(page, caseId, 2);
  expect(await shown(page)).toEqual(["CT axial", "Figure 1b"]);
  const other = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const elsewhere = await other.newPage();
  await signIn(elsewhere, reader.account);
  await open(elsewhere, caseId, 2);
  expect(await shown(elsewhere)).toEqual(["CT axial", "Figure 1b"]);
  expect(await hungBy(elsewhere)).toContain("CT beside 1b");

  await elsewhere.keyboard.press("\\");
  await expect(elsewhere.locator("[data-viewport]")).toHaveCount(4);
  expect(await shown(elsewhere)).toEqual(["Figure 1a", "Figure 1b", "Figure 1c", "Figure 1d"]);
  await elsewhere.getByRole("button", { name: /^Layouts\./ }).click();
  await keepPicture(elsewhere, "hanging-menu");
  await elsewhere.getByRole("menuitemradio", { name: /CT beside 1b/ }).click();
  await expect(elsewhere.locator("[data-viewport]")).toHaveCount(2);
  await elsewhere.keyboard.press("Shift+G");
  await elsewhere.getByRole("button", { name: "Delete CT beside 1b" }).click();
  await expect(elsewhere.getByText("None yet.")).toBeVisible();
  await other.close();
  await open(page, caseId, 4);
  expect(await hungBy(page)).toContain("figures in order");
});
