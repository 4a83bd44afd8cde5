import { expect, type Page, test } from "@playwright/test";
import { expectSaved, openCase, savedReading, typeEdit, valuesOf } from "./room";
import { checkScreen } from "./screen";
import { addFlagged, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, watchForErrors } from "./support";

let stage: Stage;
let cases: readonly string[];
let reader: Person;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addFlagged(stage, "flags", 2);
  cases = caseIds;
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
