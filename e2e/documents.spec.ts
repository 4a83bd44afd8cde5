import { expect, type Locator, type Page, test } from "@playwright/test";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import type { ReadingContext } from "@/lib/retrieval/schema";
import { addRetrieved } from "./retrieved-case";
import { openCase } from "./room";
import { addPerson, addWordless, openStage, type Stage } from "./stage";
import { keepPicture, signIn, watchForErrors } from "./support";

let stage: Stage;
let server: Awaited<ReturnType<typeof startModelServer>>;
let made: Awaited<ReturnType<typeof addRetrieved>>;

test.beforeAll(async () => {
  stage = await openStage();
  server = await startModelServer([{ kind: "ok", reply: fittingAnswer }]);
  made = await addRetrieved(stage, "documents", server.baseUrl);
});

test.afterAll(async () => {
  await server?.stop();
  await stage?.$disconnect();
});

const drawer = (page: Page) => page.getByRole("region", { name: "Retrieved context" });

/** Goes on by Tab until a control has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** What the server keeps of the documents, as the person of the page is told. */
async function contextOf(page: Page): Promise<ReadingContext> {
  const id = await page.locator("[data-reading]").first().getAttribute("data-reading");
  const answer = await page.request.get(`/api/readings/${id}/context`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as ReadingContext;
}

test("by keyboard alone: four documents, why each was found, pin, rate, add by search", async ({ page }) => {
  const watch = watchForErrors(page);
  await signIn(page, made.one.account);
  await openCase(page, made.caseId);
  await expect(drawer(page)).toContainText("4 documents, 2 guidelines");
  const rows = drawer(page).locator("[data-row]");
  await expect(rows).toHaveCount(4);
  await page.keyboard.press("c");
  await expect(rows.first()).toBeFocused();
  await keepPicture(page, "documents-drawer");
  await page.keyboard.press("c");
  await expect(rows).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(rows.first()).toBeFocused();

  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const cards = dialog.getByRole("article");
  await expect(cards).toHaveCount(4);
  const card = cards.first();
  const summary = card.getByText("Passage", { exact: true });
  await expect(summary).toBeFocused();
  await expect(card).toContainText(/By words: rank \d+, score \d+\.\d\d \(.*kidney.*\)/);
  await expect(card).toContainText("CC0-1.0");
  const texts = await cards.allTextContents();
  expect(texts.some((text) => text.includes("wants contrast and a pause"))).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(card.getByRole("button", { name: "Pinned" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(card.getByRole("radio", { name: "Relevant", exact: true })).toBeChecked();
  await keepPicture(page, "documents-dialog");

  const field = dialog.getByLabel("Words to look for");
  await tabTo(page, field);
  await page.keyboard.type("enlarged spleen");
  await page.keyboard.press("Enter");
  const add = dialog.getByRole("button", { name: "Add", exact: true });
  await expect(add.first()).toBeVisible();
  await tabTo(page, add.first());
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Added by you")).toBeVisible();
  await expect(cards.filter({ hasText: "G3 Size of the spleen" })).toHaveCount(1);
  await keepPicture(page, "documents-added");
  await expect
    .poll(async () => (await contextOf(page)).judgements.map(({ pinned, relevance }) => [pinned, relevance]))
    .toEqual([
      [true, 2],
      [true, null],
    ]);
  await expect(dialog.getByRole("status")).toHaveText("All saved");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(rows.first()).toBeFocused();

  await page.reload();
  await expect(rows.first().getByRole("img", { name: "Pinned" })).toBeVisible();
  await expect(rows.first()).toContainText("Relevant");
  expect((await contextOf(page)).added.map(({ title }) => title)).toEqual(["Size of the spleen"]);
  expect(watch.errors).toEqual([]);
});

test("what one reader pins and rates is nowhere in what another is told", async ({ page }) => {
  await signIn(page, made.two.account);
  await openCase(page, made.caseId);
  await expect(drawer(page).locator("[data-row]")).toHaveCount(4);
  await expect(drawer(page).getByRole("img", { name: "Pinned" })).toHaveCount(0);
  const told = await contextOf(page);
  expect([told.judgements, told.added]).toEqual([[], []]);
});

test("a pin made offline is kept here and saved when the network is back", async ({ page, context }) => {
  await signIn(page, made.two.account);
  await openCase(page, made.caseId);
  await drawer(page).locator("[data-row]").nth(1).click();
  const dialog = page.getByRole("dialog");
  await context.setOffline(true);
  await dialog.getByRole("article").nth(1).getByRole("button", { name: "Pin" }).click();
  await expect(dialog.getByRole("status")).toHaveText("Offline, 1 change kept here.");
  await context.setOffline(false);
  await expect(dialog.getByRole("status")).toHaveText("All saved");
  expect((await contextOf(page)).judgements).toMatchObject([{ pinned: true }]);
});

test("a project without guidelines says how to fill its store", async ({ page }) => {
  const { project, caseIds } = await addWordless(stage, "no-guidelines", 1);
  const reader = await addPerson(stage, "Store Reader", [{ project, role: "reader" }]);
  await signIn(page, reader.account);
  await openCase(page, caseIds[0] ?? "");
  await expect(drawer(page)).toContainText(
    `npm run cli -- import --as guidelines PATH --project ${project.slug}`,
  );
  await keepPicture(page, "documents-empty");
});
