import { expect, type Page, test } from "@playwright/test";
import type { ReadingDocuments } from "@/lib/drafting/schema";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { judgeDocument } from "@/lib/retrieval/mutations/judge-document";
import { addRetrieved } from "./retrieved-case";
import { expectSaved, openCase } from "./room";
import { addPerson, addWordless, openStage, type Stage } from "./stage";
import { keepPicture, signIn, tabTo, watchForErrors } from "./support";

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

/** Says that the first document of the draft is relevant, as the first reader. */
async function rateFirst({ caseId, one }: typeof made): Promise<void> {
  const opened = await openReading(one.actor, caseId);
  if (!opened.ok) throw new Error("not opened");
  const first = await stage.draftContext.findFirstOrThrow({
    where: { draft: { set: { caseId } }, position: 1 },
    select: { chunk: { select: { documentId: true } } },
  });
  const { documentId } = first.chunk;
  await judgeDocument(one.actor, opened.readingId, { documentId, relevance: 2 });
}

/** What the server keeps of the documents, as the person of the page is told. */
async function contextOf(page: Page): Promise<ReadingDocuments> {
  const id = await page.locator("[data-reading]").first().getAttribute("data-reading");
  const answer = await page.request.get(`/api/readings/${id}/context`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as ReadingDocuments;
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
  const pictures = dialog.getByRole("img", { name: /^First picture of Cyst, case/ });
  await expect(pictures).toHaveCount(2);
  await expect
    .poll(() => pictures.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(120);
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

test("while the documents are still being read the search says so, and the next one finds", async ({
  page,
}) => {
  await signIn(page, made.two.account);
  await openCase(page, made.caseId);
  await drawer(page).locator("[data-row]").first().click();
  const dialog = page.getByRole("dialog");
  const search = dialog.getByRole("region", { name: "Add by search" });
  // What the route answers while a large store is read for the first time.
  const message = "The documents are still being read. Search again in a few seconds.";
  await page.route("**/context/search?*", (route) =>
    route.fulfill({
      status: 503,
      headers: { "Retry-After": "2" },
      json: { error: "documents-loading", message, read: 1000, of: 90_000 },
    }),
  );
  await search.getByLabel("Words to look for").fill("enlarged spleen");
  await page.keyboard.press("Enter");
  await expect(search).toContainText(message);
  await expect(search.getByText(message)).toBeInViewport();
  await keepPicture(page, "documents-loading");
  await page.unroute("**/context/search?*");
  await search.getByRole("button", { name: "Search" }).click();
  await expect(search).toContainText(/\d+ found for “enlarged spleen”\./);
  await expect(search).not.toContainText(message);
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

test("by keyboard alone: the draft is written anew with these documents, for one reader, who takes it", async ({
  page,
  browser,
}) => {
  server.play([{ kind: "ok", reply: () => ({ caption: "A drawn cyst, told anew." }) }]);
  await signIn(page, made.one.account);
  await openCase(page, made.caseId);
  await expect(drawer(page).locator("[data-row]")).toHaveCount(4);
  await page.keyboard.press("c");
  await expect(drawer(page).locator("[data-row]").first()).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByRole("button", { name: "Regenerate with these" }));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await contextOf(page)).own.length).toBe(1);
  await page.keyboard.press("Escape");
  const own = page.getByRole("region", { name: "Draft 1 written for you" });
  await expect(own).toContainText("A drawn cyst, told anew.");
  await expect(own).toContainText("4 documents");
  await keepPicture(page, "documents-anew");
  await tabTo(page, own.getByRole("button", { name: "Take this draft" }));
  await page.keyboard.press("Enter");
  await expect(own.getByText("Taken", { exact: true })).toBeVisible();
  await expectSaved(page);
  await keepPicture(page, "documents-taken");
  await page.reload();
  await expect(own.getByText("Taken", { exact: true })).toBeVisible();

  const other = await browser.newPage();
  await signIn(other, made.two.account);
  await openCase(other, made.caseId);
  await expect(drawer(other).locator("[data-row]")).toHaveCount(4);
  expect((await contextOf(other)).own).toEqual([]);
  await expect(other.getByText("A drawn cyst, told anew.")).toHaveCount(0);
  await other.close();
});

test("the page of drafting says how well documents were found, once the readings are submitted", async ({
  page,
}) => {
  const admin = await addPerson(stage, "Documents Admin", [{ project: made.project, role: "admin" }]);
  await signIn(page, admin.account);
  await page.goto(`/settings/drafting?project=${made.project.slug}`);
  const retrieval = page.getByRole("region", { name: "Retrieval" });
  await expect(retrieval).toContainText("No rated documents yet.");
  await rateFirst(made);
  await stage.reading.updateMany({
    where: { caseId: made.caseId },
    data: { state: "submitted", submittedAt: new Date(Date.now() - 120_000) },
  });
  await page.reload();
  await expect(retrieval.getByRole("row", { name: "1 1.000 1.000" })).toBeVisible();
  await expect(retrieval).toContainText("1 draft with a relevant document");
  await keepPicture(page, "documents-scores");
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
