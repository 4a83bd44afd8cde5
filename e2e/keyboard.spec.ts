import { type Browser, expect, type Page, test } from "@playwright/test";
import { volumeFiles } from "./hanging-cases";
import { atDesk, type OwnCase, ownCase } from "./own-case";
import { expectSaved, openCase } from "./room";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { watchForErrors } from "./support";

test.describe.configure({ timeout: 240_000 });

const slices = 12;
let stage: Stage;
let volume: OwnCase;
let texts: { readonly caseId: string; readonly reader: Person };

test.beforeAll(async () => {
  stage = await openStage();
  volume = await ownCase(stage, "keys-volume", volumeFiles("keys-volume", slices));
  const { project, caseIds } = await addDiscs(stage, "keys-texts", 1);
  const reader = await addPerson(stage, `${project.slug}-reader`, [{ project, role: "reader" }]);
  texts = { caseId: caseIds[0] ?? "", reader };
});
test.afterAll(() => stage.$disconnect());

const row = (page: Page, action: string) => page.locator(`[data-action="${action}"]`);
const keyOf = (page: Page, action: string, name: string) =>
  row(page, action).getByRole("button", { name, exact: true });
const cell = (page: Page) => page.locator('[data-viewport="0"]');
const tool = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Opens the screen, once it runs in the browser: its search answers. */
async function settings(page: Page): Promise<void> {
  await page.goto("/settings/keyboard");
  const search = page.getByLabel("Find an action or a key");
  await expect(async () => {
    await search.fill("");
    await search.fill("no such thing");
    await expect(page.getByText("No action or key has these words.")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await search.fill("");
  await expect(row(page, "review.accept")).toBeVisible();
}

const saved = (page: Page) => expect(page.locator("header output")).toHaveText("Saved");

/** The settings of the account as they come, whatever ran before. */
async function freshDesk(browser: Browser, person: Person, caseId: string): Promise<Page> {
  await stage.user.update({ where: { id: person.actor.id }, data: { settings: {} } });
  const page = await atDesk(browser, person);
  await openCase(page, caseId);
  return page;
}

async function drag(page: Page, right: number, down: number): Promise<void> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y + down, { steps: 6 });
  await page.mouse.up();
}

async function sliceOf(page: Page): Promise<number> {
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
  return Number(await cell(page).getAttribute("data-slice"));
}

test("a key is moved, a conflict is named and swapped, and the account keeps it", async ({ browser }) => {
  const page = await freshDesk(browser, texts.reader, texts.caseId);
  const { errors } = watchForErrors(page);
  await settings(page);
  await checkScreen(page, "keyboard-settings");

  await keyOf(page, "review.accept", "Accept: A").click();
  await page.keyboard.press("e");
  await expect(row(page, "review.accept").getByRole("alert")).toContainText("E is “Edit” (Review).");
  await checkScreen(page, "keyboard-conflict");
  await page.keyboard.press("Control+w");
  await expect(row(page, "review.accept").getByRole("alert")).toContainText("Ctrl + W cannot be chosen.");
  await page.keyboard.press("e");
  await row(page, "review.accept").getByRole("button", { name: "Swap keys" }).click();
  await expect(keyOf(page, "review.accept", "Accept: E")).toBeVisible();
  await expect(keyOf(page, "review.edit", "Edit: A")).toBeVisible();
  await saved(page);
  await page.getByRole("button", { name: "Undo change" }).click();
  await expect(keyOf(page, "review.accept", "Accept: A")).toBeVisible();

  // By keyboard alone: to a key that nobody has, shared, then a free one.
  await keyOf(page, "review.accept", "Accept: A").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await expect(keyOf(page, "review.accept", "Accept: F2")).toBeFocused();
  await saved(page);

  await openCase(page, texts.caseId);
  const accept = page.getByRole("button", { name: /^Accept/ });
  await expect(accept).toContainText("F2");
  await page.keyboard.press("F2");
  await expect(page.locator("aside[data-panel=review]").getByText("Caption 1a accepted")).toBeVisible();
  await expectSaved(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText("Accept", { exact: true }).locator("..")).toContainText("F2");
  await checkScreen(page, "keyboard-sheet");
  await page.keyboard.press("Escape");

  const other = await atDesk(browser, texts.reader);
  await settings(other);
  await keyOf(other, "review.accept", "Accept: F2").waitFor();
  await row(other, "review.accept").getByRole("button", { name: "Reset: Accept" }).click();
  await expect(keyOf(other, "review.accept", "Accept: A")).toBeVisible();
  await saved(other);
  await openCase(page, texts.caseId);
  await expect(accept).toContainText("A");
  await expect(accept).not.toContainText("F2");
  expect(errors).toEqual([]);
  await page.context().close();
  await other.context().close();
});

test("single keys can be switched off; arrows, chords and the sheet go on", async ({ browser }) => {
  const page = await freshDesk(browser, volume.reader, volume.caseId);
  const switchKeys = async (on: boolean) => {
    await page.keyboard.press("?");
    const box = page.getByRole("dialog", { name: "Keyboard" }).getByLabel("Shortcuts of a single key");
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked({ checked: on });
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  };
  await switchKeys(false);
  await cell(page).focus();
  const before = await sliceOf(page);
  await page.keyboard.press("p");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page)).toHaveAttribute("data-slice", String(before + 1));
  await expect(tool(page, "Window")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+k");
  await page.getByLabel("Find a command").fill("pan");
  await page.keyboard.press("Enter");
  await expect(tool(page, "Pan")).toHaveAttribute("aria-pressed", "true");
  await switchKeys(true);
  await page.keyboard.press("w");
  await expect(tool(page, "Window")).toHaveAttribute("aria-pressed", "true");
  await page.context().close();
});

test("PACS-like drags through the slices, OHIF-like has the keys of OHIF, in every tab at once", async ({
  browser,
}) => {
  const page = await freshDesk(browser, volume.reader, volume.caseId);
  await settings(page);
  await page.getByText("PACS-like", { exact: true }).click();
  await saved(page);
  await checkScreen(page, "keyboard-pacs");
  await openCase(page, volume.caseId);
  await expect(tool(page, "Scroll")).toHaveAttribute("aria-pressed", "true");
  await cell(page).focus();
  await page.keyboard.press("Home");
  await expect(cell(page)).toHaveAttribute("data-slice", "1");
  const window = (await cell(page).getAttribute("data-window")) ?? "";
  await drag(page, 0, 31);
  await expect(cell(page)).toHaveAttribute("data-slice", "6");
  await expect(cell(page)).toHaveAttribute("data-window", window);

  const second = await page.context().newPage();
  await settings(second);
  await second.getByText("OHIF-like", { exact: true }).click();
  await saved(second);
  await openCase(second, volume.caseId);
  await drag(second, 60, 0);
  await expect(cell(second)).not.toHaveAttribute("data-window", window);
  await second.keyboard.press("Space");
  await expect(cell(second)).toHaveAttribute("data-window", window);
  // The first tab has the keys of the new profile without being loaded again.
  await cell(page).focus();
  await page.keyboard.press("i");
  await expect(cell(page)).toContainText("Inverted");
  await page.context().close();
});

test("a click in a viewport leaves the keyboard free, and a key on a button presses only the button", async ({
  browser,
}) => {
  const page = await freshDesk(browser, volume.reader, volume.caseId);
  await cell(page).click();
  await expect(cell(page)).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(page)).toHaveAttribute("data-slice", String(slices));
  await page.keyboard.press("s");
  await expect(tool(page, "Scroll")).toHaveAttribute("aria-pressed", "true");

  const overlays = page.getByRole("button", { name: /^Overlays/ });
  await overlays.focus();
  await page.keyboard.press("Space");
  await expect(cell(page)).toHaveAttribute("data-overlays", "off");
  await page.keyboard.press("Enter");
  await expect(cell(page)).toHaveAttribute("data-overlays", "on");
  await expect(cell(page).getByRole("button", { name: "Pause", exact: true })).toHaveCount(0);

  await cell(page).focus();
  await page.keyboard.press("Space");
  const pause = cell(page).getByRole("button", { name: "Pause", exact: true });
  await pause.focus();
  await page.keyboard.press("Space");
  // Pressed once: it stands still, and is not played again by the key of the clip.
  await expect(pause).toHaveCount(0);
  await page.context().close();
});
