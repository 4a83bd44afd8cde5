import { expect, type Page, test } from "@playwright/test";
import { openCase } from "./room";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { query } from "./viewer-database";

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const letter = (page: Page, edge: string) => cell(page).locator(`[data-letter="${edge}"]`);

async function demoCase(word: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT c."id" FROM "CaseRecord" c JOIN "Project" p ON p."id" = c."projectId"
     WHERE p."slug" = 'demo' AND c."title" ILIKE $1`,
    [`%${word}%`],
  );
  if (!row) throw new Error(`the demo data has no case about ${word}`);
  return row.id;
}

test("the picture is turned, mirrored, inverted and reset by buttons", async ({ page }) => {
  const watch = watchForErrors(page);
  await signIn(page, accounts.readerOne);
  await openCase(page, await demoCase("hepatic lobe"));
  const press = (name: RegExp) =>
    page.getByRole("toolbar", { name: "View" }).getByRole("button", { name }).click();
  const expectLetters = async (top: string, left: string) => {
    await expect(letter(page, "top")).toHaveText(top);
    await expect(letter(page, "left")).toHaveText(left);
  };
  await expectLetters("A", "R");
  await press(/^Turn right/);
  await expectLetters("R", "P");
  await press(/^Turn left/);
  await press(/^Mirror left to right/);
  await expectLetters("A", "L");
  await press(/^Mirror top to bottom/);
  await expectLetters("P", "L");
  await press(/^Invert/);
  await expect(cell(page)).toContainText("Inverted");
  await expect(page.getByRole("button", { name: /^Invert/ })).toHaveAttribute("aria-pressed", "true");
  await keepPicture(page, "tools-turned");
  await press(/^Reset/);
  await expectLetters("A", "R");
  await expect(cell(page)).not.toContainText("Inverted");
  expect(watch.errors).toEqual([]);
});
