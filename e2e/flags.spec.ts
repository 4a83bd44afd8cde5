import { expect, type Page, test } from "@playwright/test";
import { expectSaved, openCase, savedReading, typeEdit, valuesOf } from "./room";
import { checkScreen } from "./screen";
import { addFlagged, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, watchForErrors } from "./support";

let stage: Stage;
let cases: readonly string[];
let reader: Person;
let admin: Person;
let slug: string;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addFlagged(stage, "flags", 3);
  cases = caseIds;
  slug = project.slug;
  admin = await addPerson(stage, "Ada Checks", [{ project, role: "admin" }]);
  reader = await addPerson(stage, "Flora Flags", [{ project, role: "reader" }]);
});

test.afterAll(async () => stage?.$disconnect());

const readingId = async (page: Page) =>
  (await page.locator("[data-reading]").first().getAttribute("data-reading")) ?? "";
const flagOf = (page: Page, kind: string) => page.locator(`[data-flag=${kind}]`);
const card = (page: Page, name: string) => page.getByRole("article", { name });
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test("a wrong side is not accepted as it is: the reader is shown why, and fixes it by one key", async ({
  page,
}) => {
  const [caseId = ""] = cases;
  const watch = watchForErrors(page);
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const id = await readingId(page);
  const flag = flagOf(page, "laterality");
  await expect(flag).toContainText("Source says right.");
  await expect(card(page, "Caption 1a")).toContainText("1 flag");
  const flaggedChip = page.getByRole("button", { name: /^Image .*, red flag$/ });
  await expect(flaggedChip).toBeVisible();

  await press(page, "a");
  await expect(flag).toBeFocused();
  await expect(page.getByText("A flag contradicts this draft.")).toBeVisible();
  await expect(page.locator("mark[data-tone=contradicts]")).toHaveText("right");
  await checkScreen(page, "flag-blocks");
  expect((await savedReading(page, id)).items.decision).toEqual([]);

  await press(page, "Enter");
  await expect(flag).toHaveCount(0);
  await expect(card(page, "Caption 1a")).toContainText("cyst of 24 mm in the right kidney");
  await expect(card(page, "Caption 1a")).toContainText("No automatic flags.");
  await expect(flaggedChip).toHaveCount(0);
  await expectSaved(page);
  const fixed = await savedReading(page, id);
  expect(valuesOf(fixed, "decision")).toEqual([
    expect.objectContaining({
      kind: "edit",
      result: { form: "text", text: "Axial CT shows a cyst of 24 mm in the right kidney." },
    }),
  ]);
  expect(valuesOf(fixed, "verdict")).toEqual([{ verdict: "right", note: "" }]);

  await press(page, "u");
  await expect(flag).toContainText("Source says right.");
  await expectSaved(page);
  await expect.poll(async () => valuesOf(await savedReading(page, id), "decision").length).toBe(0);
  expect(watch.errors).toEqual([]);
});

test("a flag that is called wrong does not stand in the way, and stays so after a reload", async ({
  page,
}) => {
  const [caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const id = await readingId(page);
  const flag = flagOf(page, "laterality");
  await press(page, "n");
  await expect(flag).toBeFocused();
  await press(page, "Shift+N");
  await expect(flag).toHaveAttribute("data-standing", "false");
  await press(page, "a");
  await expect(page.getByText("Caption 1a accepted")).toBeVisible();
  await expectSaved(page);
  expect(valuesOf(await savedReading(page, id), "decision")).toEqual([
    expect.objectContaining({ kind: "accept" }),
  ]);

  await openCase(page, caseId);
  await expect(card(page, "Caption 1a")).toContainText("Accepted");
  await expect(flag).toHaveAttribute("data-standing", "false");
  await flag.getByRole("button", { name: "The flag is wrong" }).click();
  await expect(flag).toHaveAttribute("data-standing", "true");
  await expect(card(page, "Caption 1a")).toContainText("Pending");
  await expectSaved(page);
  expect(valuesOf(await savedReading(page, id), "decision")).toEqual([]);
});

test("a flagged draft is accepted with a reason, and the reason stays with the decision", async ({
  page,
}) => {
  const [, caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId, "findings");
  const id = await readingId(page);
  const flag = flagOf(page, "measurement");
  await expect(flag).toContainText("Source says 24 mm.");
  await press(page, "Shift+A");
  await expect(page.getByRole("button", { name: "The image shows it" })).toBeVisible();
  await press(page, "1");
  await expect(page.getByText("Accepted: the image shows it")).toBeVisible();
  await expectSaved(page);
  await openCase(page, caseId, "findings");
  await expect(card(page, "Findings")).toContainText("Accepted against a flag: the image shows it");
  expect(valuesOf(await savedReading(page, id), "decision")).toEqual([
    expect.objectContaining({
      kind: "accept",
      override: { reason: "image-shows-it", note: "", flags: [expect.any(String)] },
    }),
  ]);
});

test("words that the reader types are checked as they are typed", async ({ page }) => {
  const [, caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId, "discussion");
  await expect(card(page, "Discussion")).toContainText("No automatic flags.");
  await typeEdit(page, " The left kidney holds a cyst of 24 mm.");
  const flag = flagOf(page, "laterality");
  await expect(flag).toContainText("Source says right.");
  await flag.getByRole("button", { name: "Use “right”" }).click();
  await expect(page.locator("[data-editor] textarea").first()).toHaveValue(
    /The right kidney holds a cyst of 24 mm\.$/,
  );
  await expect(flag).toHaveCount(0);
  await page.keyboard.press("Control+s");
  await expectSaved(page);
});

test("words of a draft are marked by two keys, with the mouse or without, and keep their place in an edit", async ({
  page,
}) => {
  const [caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const id = await readingId(page);
  const question = page.getByRole("group", { name: /What is wrong with|How grave is/ });
  const marks = page.getByRole("list", { name: "Words you marked" });

  await press(page, "Shift+S");
  await expect(question.locator("q")).toHaveText("Axial CT shows a cyst of 24 mm in the left kidney");
  await press(page, "ArrowLeft", "ArrowDown", "ArrowDown");
  await expect(question.locator("q")).toHaveText("shows a cyst of 24 mm in the left");
  await press(page, "Escape");
  await expect(question).toHaveCount(0);

  await card(page, "Caption 1a").locator("mark", { hasText: "left" }).dblclick();
  await expect(question.locator("q")).toHaveText("left");
  await press(page, "2", "3");
  await expect(marks).toContainText("Wrong side or place");
  await expect(marks).toContainText("Critical");
  await expectSaved(page);
  expect(valuesOf(await savedReading(page, id), "span")).toEqual([
    expect.objectContaining({ category: "wrong-place", severity: "critical", start: 38, end: 42 }),
  ]);
  await checkScreen(page, "marked-words");

  await typeEdit(page, " It is simple.");
  await page.keyboard.press("Control+s");
  await expectSaved(page);
  await openCase(page, caseId);
  await expect(marks).toContainText("“left”");
  await marks.getByRole("button", { name: "Remove the mark" }).click();
  await expect(marks).toHaveCount(0);
  await expectSaved(page);
  expect(valuesOf(await savedReading(page, id), "span")).toEqual([]);
});

test("an admin is told nothing of a reader's verdicts before the readings are submitted", async ({
  page,
}) => {
  await signIn(page, admin.account);
  await page.goto(`/settings/checks?project=${slug}`);
  await expect(page.getByRole("heading", { name: "Checks" })).toBeVisible();
  await expect(page.getByText("No verdicts yet.")).toBeVisible();
  await checkScreen(page, "checks");
});

test("once its readings are submitted, the page of checks counts what was said of the flags of a case", async ({
  page,
}) => {
  const [, , caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const id = await readingId(page);
  await press(page, "n");
  await expect(flagOf(page, "laterality")).toBeFocused();
  await press(page, "Shift+N");
  await expect(flagOf(page, "laterality")).toHaveAttribute("data-standing", "false");
  await expectSaved(page);
  expect(valuesOf(await savedReading(page, id), "verdict")).toEqual([{ verdict: "wrong", note: "" }]);
  // Past the time in which a submission can be taken back.
  await stage.reading.updateMany({
    where: { caseId },
    data: { state: "submitted", submittedAt: new Date(Date.now() - 120_000) },
  });

  await page.context().clearCookies();
  await signIn(page, admin.account);
  await page.goto(`/settings/checks?project=${slug}`);
  const row = page.getByRole("row", { name: /^Side/ });
  await expect(row.getByRole("cell")).toHaveText([/\S+ \d+$/, "0", "1", /^0 %.*0 % to \d+ %$/]);
  await checkScreen(page, "checks-counted");
});
