import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectSaved, openCase, savedReading, typeEdit, valuesOf } from "./room";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn } from "./support";

let stage: Stage;
let cases: readonly string[];
let reader: Person;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addDiscs(stage, "conflict", 2);
  cases = caseIds;
  reader = await addPerson(stage, "Cleo Conflict", [{ project, role: "reader" }]);
});

test.afterAll(async () => stage?.$disconnect());

/** The same person at another computer: a browser of its own, with nothing shared. */
async function atAnotherDesk(browser: Browser, baseURL: string | undefined, caseId: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await signIn(page, reader.account);
  await openCase(page, caseId, "findings");
  return page;
}

const dialogOf = (page: Page) =>
  page.getByRole("dialog", { name: "This case was changed in another window" });

async function wordsOf(page: Page, readingId: string): Promise<string> {
  const [value] = valuesOf(await savedReading(page, readingId), "decision");
  return value && "result" in value && value.result.form === "text" ? value.result.text : "";
}

test("two who change one text see both versions, and either can stay", async ({ browser, baseURL }) => {
  const [caseId = ""] = cases;
  const one = await atAnotherDesk(browser, baseURL, caseId);
  const two = await atAnotherDesk(browser, baseURL, caseId);
  const { id: readingId } = await stage.reading.findFirstOrThrow({ where: { caseId }, select: { id: true } });

  await typeEdit(one, " First desk.");
  await one.keyboard.press("Control+s");
  await expectSaved(one);
  await typeEdit(two, " Second desk.");
  await expect(dialogOf(two)).toBeVisible();
  await expect(dialogOf(two)).toContainText("First desk.");
  await expect(dialogOf(two)).toContainText("Second desk.");
  await checkScreen(two, "conflict");
  await dialogOf(two).getByRole("button", { name: "Save this choice" }).click();
  await expect(dialogOf(two)).toBeHidden();
  await expectSaved(two);
  expect(await wordsOf(two, readingId)).toMatch(/Second desk\.$/);

  await typeEdit(one, " Once more.");
  await expect(dialogOf(one)).toContainText("Second desk.");
  await dialogOf(one).getByText("Take theirs").click();
  await dialogOf(one).getByRole("button", { name: "Save this choice" }).click();
  await expectSaved(one);
  expect(await wordsOf(one, readingId)).toMatch(/Second desk\.$/);
  const panel = one.locator("aside[data-panel=review]");
  await expect(panel.locator("textarea").first()).toHaveValue(/Second desk\.$/);
  await expect(panel).not.toContainText("Once more.");
  await one.keyboard.press("Escape");
  expect(await wordsOf(one, readingId)).toMatch(/Second desk\.$/);
  await one.context().close();
  await two.context().close();
});

test("different items do not conflict", async ({ browser, baseURL }) => {
  const [, caseId = ""] = cases;
  const one = await atAnotherDesk(browser, baseURL, caseId);
  const two = await atAnotherDesk(browser, baseURL, caseId);
  const { id: readingId } = await stage.reading.findFirstOrThrow({ where: { caseId }, select: { id: true } });
  await one.keyboard.press("a");
  await two.getByRole("tab", { name: /Discussion/ }).click();
  await two.keyboard.press("x");
  await expectSaved(one);
  await expectSaved(two);
  await one.keyboard.press("4");
  await two.getByRole("tab", { name: /Captions/ }).click();
  await two.keyboard.press("a");
  await expectSaved(one);
  await expectSaved(two);
  const saved = await savedReading(one, readingId);
  expect(valuesOf(saved, "decision").map((value) => ("kind" in value ? value.kind : ""))).toHaveLength(3);
  for (const page of [one, two]) {
    await expect(dialogOf(page)).toBeHidden();
    await page.context().close();
  }
});
