import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, tabTo, untilLive, watchForErrors } from "./support";

let stage: Stage;
let server: Awaited<ReturnType<typeof startModelServer>>;
let slug: string;
let admin: Person;
let reader: Person;
let late: Person;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  stage = await openStage();
  let written = 0;
  const caption = () => {
    written += 1;
    return { caption: `A bright disc, told in way ${written}.` };
  };
  server = await startModelServer([{ kind: "ok", reply: caption }]);
  const { project, caseIds } = await addDiscs(stage, "studies", 1);
  slug = project.slug;
  const settings = await setGenerationSettings(slug, { baseUrl: server.baseUrl, model: "test-model" }, null);
  expect(settings.ok).toBe(true);
  admin = await addPerson(stage, "Studies Admin", [{ project, role: "admin" }]);
  reader = await addPerson(stage, "Studies Reader", [{ project, role: "reader" }]);
  late = await addPerson(stage, "Late Reader", [{ project, role: "reader" }]);
  const opened = await openReading(reader.actor, caseIds[0] ?? "");
  if (!opened.ok) throw new Error("not opened");
  await stage.reading.update({
    where: { id: opened.readingId },
    data: { state: "submitted", submittedAt: new Date(Date.now() - 120_000) },
  });
});

test.afterAll(async () => {
  await server?.stop();
  await stage?.$disconnect();
});

const rating = (page: Page) => page.getByRole("region", { name: "Rate" });
const textOf = (page: Page, letter: string) => rating(page).getByRole("region", { name: `Text ${letter}` });
const letters = ["A", "B", "C", "D"] as const;

/** How many texts of each method have a rating, as the results say. */
const ratedTexts = (page: Page) =>
  page.getByRole("region", { name: "Results" }).locator("tbody td:nth-child(2)");

test("by mouse: an admin starts a comparison, sees its texts come, rates an image and takes the results away", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  await signIn(page, admin.account);
  await page.goto(`/studies?project=${slug}`);
  await expect(page.getByText("No comparison yet.")).toBeVisible();
  const form = page.getByRole("form", { name: "New comparison" });
  await untilLive(form);
  await form.getByRole("button", { name: "Draw and write" }).click();
  await expect(form.getByRole("alert")).toHaveText("Give it a name of 100 characters at most.");
  await form.getByLabel("New comparison").fill("Captions of discs");
  await form.getByLabel("Images").fill("2");
  await form.getByRole("button", { name: "Draw and write" }).click();
  await expect(page.getByRole("heading", { name: "Captions of discs" })).toBeVisible();
  await expect(page.getByText("2 of 2 images have their four texts.")).toBeVisible({ timeout: 60_000 });
  // Whoever watches stays with the image that was written first, which need not be the first of their order.
  await page.reload();
  await expect(rating(page)).toContainText("Image 1 of 2, 0 rated");
  await untilLive(page.getByRole("button", { name: "Next image" }));
  await expect(ratedTexts(page)).toHaveText(["0", "0", "0", "0"]);

  for (const [at, letter] of letters.entries()) {
    for (const name of ["Accuracy", "Relevance", "Completeness", "Usefulness"])
      await textOf(page, letter)
        .getByRole("group", { name })
        .getByText(String(at + 1), { exact: true })
        .click();
    await expect(textOf(page, letter)).toContainText("Saved");
  }
  await expect(rating(page)).toContainText("Image 1 of 2, 1 rated");
  await checkScreen(page, "studies-rated");
  await page.getByRole("button", { name: "Next image" }).click();
  await expect(rating(page)).toContainText("Image 2 of 2, 1 rated");
  await expect(ratedTexts(page)).toHaveText(["1", "1", "1", "1"]);

  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const lines = readFileSync(await csv.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(17);
  expect(lines.slice(1).map((line) => line.split(",")[4])).toEqual(Array.from({ length: 16 }, () => "1"));
  const [json] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSON" }).click(),
  ]);
  const told = readFileSync(await json.path(), "utf8");
  for (const method of ["native", "text-only", "image-only", "image-and-text"])
    expect(told).toContain(method);
  expect(watch.errors).toEqual([]);
});

test("by keyboard alone: a reader who has submitted rates every text by digits, without knowing who wrote it", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  await signIn(page, reader.account);
  await page.goto(`/studies?project=${slug}`);
  await expect(rating(page)).toContainText("Image 1 of 2, 0 rated");
  await expect(page.getByRole("region", { name: "Results" })).toHaveCount(0);
  const told = await page.content();
  for (const word of ["native", "text-only", "image-only", "test-model"]) expect(told).not.toContain(word);

  const first = (letter: string) => textOf(page, letter).getByRole("radio", { name: "1" }).first();
  await untilLive(first("A"));
  await tabTo(page, first("A"));
  const rateImage = async () => {
    for (const letter of letters) {
      for (const digit of ["4", "3", "5", "2"]) await page.keyboard.press(digit);
      await expect(textOf(page, letter)).toContainText("Saved");
    }
  };
  await rateImage();
  const next = page.getByRole("button", { name: "Next image" });
  await expect(next).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rating(page)).toContainText("Image 2 of 2, 1 rated");
  await expect(first("A")).toBeFocused();
  await rateImage();
  await expect(rating(page)).toContainText("Image 2 of 2, 2 rated");

  await page.reload();
  await expect(rating(page)).toContainText("Image 1 of 2, 2 rated");
  await expect(
    textOf(page, "A").getByRole("group", { name: "Accuracy" }).getByRole("radio", { name: "4" }),
  ).toBeChecked();
  const kept = await stage.comparisonRating.findMany({ where: { raterId: reader.actor.id } });
  expect(
    kept.map(({ accuracy, relevance, completeness, usefulness }) => [
      accuracy,
      relevance,
      completeness,
      usefulness,
    ]),
  ).toEqual(Array.from({ length: 8 }, () => [4, 3, 5, 2]));
  expect(watch.errors).toEqual([]);
});

test("whoever has still to read the case sees none of its texts", async ({ page }) => {
  await signIn(page, late.account);
  await page.goto(`/studies?project=${slug}`);
  await expect(rating(page)).toContainText("2 images are kept back until you have submitted your reading");
  await expect(rating(page)).toContainText("Nothing to rate.");
  expect(await page.content()).not.toContain("told in way");
});
