import { expect, type Page, test } from "@playwright/test";
import { atDesk } from "./own-case";
import { openCase } from "./room";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { untilLive, watchForErrors } from "./support";

test.describe.configure({ mode: "serial", timeout: 240_000 });

let stage: Stage;
let slug = "";
let cases: readonly { readonly id: string; readonly label: string }[] = [];
let reader: Person;
let admin: Person;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addDiscs(stage, "worklist", 3);
  slug = project.slug;
  const rows = await stage.caseRecord.findMany({
    where: { id: { in: [...caseIds] } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  cases = rows.map(({ id, number }) => ({ id, label: `RR-${String(number).padStart(5, "0")}` }));
  reader = await addPerson(stage, `${slug}-reader`, [{ project, role: "reader" }]);
  admin = await addPerson(stage, `${slug}-admin`, [{ project, role: "admin" }]);
});
test.afterAll(() => stage.$disconnect());

const row = (page: Page, at: number) => page.getByRole("row", { name: new RegExp(cases[at]?.label ?? "-") });
const selection = (page: Page) => page.getByRole("region", { name: "Selection" });
const section = (page: Page, title: string, count: number) =>
  page.getByRole("row", { name: new RegExp(`^${title}\\s*${count}$`) });

/** The list, once the page runs in the browser: its keys answer. */
async function openList(page: Page, view = ""): Promise<void> {
  await page.goto(`/worklist?project=${slug}${view}`);
  await expect(row(page, 1)).toBeVisible();
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

test("an admin plans cases: late ones come first, with their priority, and the reader's day counts them", async ({
  browser,
}) => {
  const page = await atDesk(browser, admin);
  const { errors } = watchForErrors(page);
  await openList(page, "&view=all");
  await row(page, 1).getByRole("checkbox").click();
  await selection(page).getByRole("button", { name: "Priority, due, readers" }).click();
  const dialog = page.getByRole("dialog", { name: "Change 1 case" });
  await dialog.getByLabel("Priority").selectOption({ label: "Urgent" });
  await dialog.getByLabel("Due", { exact: true }).selectOption({ label: "Due at" });
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Give a day and a time.");
  await dialog.getByLabel("Day and time").fill("2024-03-05T10:00");
  await checkScreen(page, "worklist-plan");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(page.getByText("1 case is changed.")).toBeVisible();
  await expect(row(page, 1)).toContainText("Urgent");
  expect(errors).toEqual([]);
  await page.context().close();

  const own = await atDesk(browser, reader);
  await openList(own);
  await expect(section(own, "Overdue", 1)).toBeVisible();
  await expect(own.locator("tbody tr").nth(1)).toContainText(cases[1]?.label ?? "");
  await expect(own.getByText("0 of 1 read")).toBeVisible();
  await own.context().close();
});

test("X selects, D puts off until tomorrow, Undo and D again put back", async ({ browser }) => {
  const page = await atDesk(browser, reader);
  const { errors } = watchForErrors(page);
  await openList(page);
  const current = page.locator("tr[aria-current=true]");
  await page.keyboard.press("j");
  await expect(current).toHaveCount(1);
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(current).toContainText(cases[1]?.label ?? "");
  await page.keyboard.press("j");
  await expect(current).toContainText(cases[0]?.label ?? "");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await expect(current).toContainText(cases[2]?.label ?? "");
  await page.keyboard.press("x");
  await expect(selection(page)).toContainText("2 cases selected");
  // The page of the row's address brings its own title.
  await expect(page).toHaveURL(new RegExp(cases[2]?.id ?? "-"));
  await checkScreen(page, "worklist-selected");
  await page.keyboard.press("d");
  await expect(page.getByText("2 cases are deferred until tomorrow.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => stage.deferral.count({ where: { userId: reader.actor.id } })).toBe(0);
  await openList(page);
  await expect(section(page, "No due date", 2)).toBeVisible();
  await expect(section(page, "Deferred until tomorrow", 2)).toHaveCount(0);

  await row(page, 0).click();
  await expect(row(page, 0)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("d");
  await expect(section(page, "Deferred until tomorrow", 1)).toBeVisible();
  await openList(page);
  await expect(section(page, "Deferred until tomorrow", 1)).toBeVisible();
  await row(page, 0).getByRole("checkbox").click();
  await selection(page)
    .getByRole("button", { name: /^Put back/ })
    .click();
  await expect(section(page, "No due date", 2)).toBeVisible();
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a case with an identity is withheld from everybody, and an admin settles it either way", async ({
  browser,
}) => {
  const page = await atDesk(browser, reader);
  await openCase(page, cases[0]?.id ?? "");
  await page.getByRole("button", { name: "Case menu" }).click();
  await page.getByRole("menuitem", { name: "Identity seen" }).click();
  await page.getByLabel("What did you see?").fill("Letters in the corner");
  await page.getByRole("button", { name: "Withhold the case" }).click();
  await expect(page).not.toHaveURL(new RegExp(cases[0]?.id ?? "-"));

  const desk = await atDesk(browser, admin);
  const hold = desk.getByRole("region", { name: "Hold" });
  const preview = desk.getByRole("complementary", { name: "Case preview" });
  const lookAtHold = async () => {
    await row(desk, 0).click();
    await expect(hold).toContainText("Letters in the corner");
  };
  const settle = async (action: string, words: string) => {
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel(/^What did you see/).fill(words);
    await dialog.getByRole("button", { name: action, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await desk.setViewportSize({ width: 1280, height: 800 });
  await openList(desk);
  await desk.getByRole("link", { name: /^Held/ }).click();
  await expect(desk.getByRole("heading", { name: "Held" })).toBeVisible();
  // The page that the address of the row asks for comes late: what is opened meanwhile stays open.
  let arrive = () => {};
  const late = new Promise<void>((done) => {
    arrive = done;
  });
  const ofTheRow = (url: URL) => url.pathname === "/worklist" && url.searchParams.has("case");
  await desk.route(ofTheRow, async (route) => {
    await late;
    await route.continue();
  });
  await lookAtHold();
  await expect(preview).toHaveAttribute("aria-busy", "true");
  await hold.getByRole("button", { name: /^Look at/ }).click();
  const pictures = desk.getByRole("dialog", { name: /^Pictures of/ });
  await expect(pictures.getByRole("img").first()).toBeVisible();
  arrive();
  await expect(desk).toHaveURL(ofTheRow);
  await expect(preview).toHaveAttribute("aria-busy", "false");
  await checkScreen(desk, "worklist-held");
  await pictures.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(pictures).toBeHidden();
  await hold.getByRole("button", { name: "Call it unusable" }).click();
  await settle("Call it unusable", "A name in every picture");
  await expect(desk.getByText("is unusable and stays withheld.")).toBeVisible();

  // It is held no longer, but withheld still: it stands among all cases.
  await openList(desk, "&view=all");
  await lookAtHold();
  await hold.getByRole("button", { name: "Release the hold" }).click();
  await settle("Release", "It was a ruler");
  await expect(desk.getByText(/goes on\.$/)).toBeVisible();
  await openCase(page, cases[0]?.id ?? "");
  await page.context().close();
  await desk.context().close();
});

test("an admin gives a source its licence and takes the leave for external models away", async ({
  browser,
}) => {
  const page = await atDesk(browser, admin);
  const { errors } = watchForErrors(page);
  await page.goto(`/settings/sources?project=${slug}`);
  const source = page.getByRole("row", { name: /Drawn discs/ });
  await expect(source).toContainText("CC0-1.0");
  const dialog = page.getByRole("dialog", { name: "Edit Drawn discs" });
  const edit = async () => {
    const button = source.getByRole("button", { name: "Edit Drawn discs" });
    await untilLive(button);
    await button.click();
    await expect(dialog).toBeVisible();
  };
  await edit();
  await dialog.getByLabel("Licence").fill("");
  await dialog.getByLabel("Address").fill("somewhere");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("An address begins with https:// or http://.");
  await checkScreen(page, "sources-edit");
  await dialog.getByLabel("Address").fill("https://example.org/discs");
  await dialog.getByText("Texts and images may be sent to an external model").click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Drawn discs is saved.")).toBeVisible();
  await expect(source).toContainText("No licence: never exported");
  await expect(source).toContainText("Not allowed");
  await expect(page.getByText("3 cases have no licence.")).toBeVisible();
  await page.reload();
  await expect(source.getByRole("link")).toHaveAttribute("href", "https://example.org/discs");
  await edit();
  await dialog.getByLabel("Licence").fill("CC-BY-4.0");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(source).toContainText("CC-BY-4.0");
  expect(errors).toEqual([]);
  await page.context().close();
});
