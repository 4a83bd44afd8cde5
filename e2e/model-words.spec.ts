import { expect, type Page, test } from "@playwright/test";
import { draftProject } from "@/lib/drafting/mutations/draft-project";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import { expectSaved, openCase, savedReading, typeEdit, valuesOf } from "./room";
import { checkScreen } from "./screen";
import { addFlagged, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, watchForErrors } from "./support";

let stage: Stage;
let server: Awaited<ReturnType<typeof startModelServer>>;
let caseId: string;
let reader: Person;

test.beforeAll(async () => {
  stage = await openStage();
  server = await startModelServer([{ kind: "ok", reply: fittingAnswer }]);
  const { project, caseIds } = await addFlagged(stage, "model-words", 1);
  [caseId = ""] = caseIds;
  const wanted = { baseUrl: server.baseUrl, model: "test-model" };
  expect((await setGenerationSettings(project.slug, wanted, null)).ok).toBe(true);
  const made = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["modality", "question-label", "translation"],
    method: null,
    environment: { baseUrl: undefined, apiKey: undefined, model: undefined, local: undefined },
    signal: new AbortController().signal,
    log: () => {},
  });
  if (!made.ok || made.report.failed.length > 0) throw new Error(JSON.stringify(made));
  reader = await addPerson(stage, "Model Words", [{ project, role: "reader" }]);
});

test.afterAll(async () => {
  await server?.stop();
  await stage?.$disconnect();
});

const readingId = async (page: Page) =>
  (await page.locator("[data-reading]").first().getAttribute("data-reading")) ?? "";
const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

test("what a model calls an image or a question stands beside it, with whose word it is", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  await signIn(page, reader.account);
  await openCase(page, caseId);
  await expect(card(page, "Caption 1a")).toContainText(/CT.*says openai test-model, modality 1/);
  await checkScreen(page, "model-label-image");
  await openCase(page, caseId, "qa");
  const question = card(page, "Question 1");
  await expect(question).toContainText(/says openai test-model, question-label 1/);
  await checkScreen(page, "model-label-question");
  expect(watch.errors).toEqual([]);
});

test("a translation stands behind its text, says what it translates, and is judged but not rated", async ({
  page,
}) => {
  await signIn(page, reader.account);
  await openCase(page, caseId, "findings");
  const ratings = page.getByRole("group", { name: "Accuracy" });
  await expect(ratings).toHaveCount(1);
  await page.keyboard.press("j");
  const translated = card(page, "Findings, Chinese");
  await expect(translated.getByRole("region", { name: "Text that is translated" })).toHaveText(
    /The right kidney holds a cyst of 42 mm\.$/,
  );
  await expect(translated.locator("p[lang=zh]")).toHaveText(/右.*42 mm/);
  await expect(ratings).toHaveCount(0);
  await checkScreen(page, "translation-focused");

  await openCase(page, caseId, "qa");
  const questions = page.getByRole("tabpanel").getByRole("article");
  await expect(questions).toHaveCount(8);
  await expect(page.getByText("4 pairs, 4 in Chinese")).toBeVisible();
  for (const [at, name] of ["Question 1", "Question 1, Chinese", "Question 2"].entries())
    await expect(questions.nth(at)).toHaveAttribute("aria-label", name);
  await page.keyboard.press("j");
  await expect(
    card(page, "Question 1, Chinese").getByRole("region", { name: "Text that is translated" }),
  ).toContainText("On which side is the cyst?");
  await checkScreen(page, "translation-question");
  await page.keyboard.press("a");
  await expect(card(page, "Question 1, Chinese")).toContainText("Accepted");
  await expectSaved(page);
});

test("a flag on the reader's own words is called wrong, and stays so after a reload", async ({ page }) => {
  await signIn(page, reader.account);
  await openCase(page, caseId, "discussion");
  const id = await readingId(page);
  await typeEdit(page, " The left kidney holds a cyst of 24 mm.");
  const flag = page.locator("[data-flag=laterality]");
  await expect(flag).toHaveAttribute("data-standing", "true");
  await flag.getByRole("button", { name: "The flag is wrong" }).click();
  await expect(flag).toHaveAttribute("data-standing", "false");
  await checkScreen(page, "own-words-verdict");
  await page.keyboard.press("Control+s");
  await expectSaved(page);
  await openCase(page, caseId, "discussion");
  await expect(card(page, "Discussion")).toContainText("Edited");
  await expect(flag).toHaveAttribute("data-standing", "false");
  expect(valuesOf(await savedReading(page, id), "verdict")).toEqual([
    expect.objectContaining({ verdict: "wrong", claim: expect.anything() }),
  ]);
});
