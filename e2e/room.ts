import { expect, type Page } from "@playwright/test";
import type { PartValue, ReadingItems } from "@/lib/reading/types";

/** Opens a case in a tab and waits for its first picture. */
export async function openCase(page: Page, caseId: string, tab = "caption"): Promise<void> {
  await page.goto(`/cases/${caseId}?tab=${tab}`);
  await expect(page.locator('[data-viewport="0"][data-ready="true"]')).toBeVisible({ timeout: 30_000 });
}

/** What the screen says about saving. */
export const saveMark = (page: Page) => page.locator("header output");

export async function expectSaved(page: Page): Promise<void> {
  await expect(saveMark(page)).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
}

/** Opens the text in focus for typing and puts these words behind it. */
export async function typeEdit(page: Page, words: string): Promise<void> {
  await page.keyboard.press("e");
  const editor = page.locator("aside[data-panel=review] textarea").first();
  await expect(editor).toBeFocused();
  await page.keyboard.type(words);
}

/** Draws a box over the middle of the first viewport. */
export async function drawBox(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Box ROI/ }).click();
  const box = await page.locator('[data-viewport="0"]').boundingBox();
  if (!box) throw new Error("no viewport");
  const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  await page.mouse.move(x + 80, y + 60, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press("Escape");
}

export interface SavedReading {
  readonly revision: number;
  readonly items: ReadingItems;
}

/** The reading as the server has it, asked with the page's session. */
export async function savedReading(page: Page, readingId: string): Promise<SavedReading> {
  const answer = await page.request.get(`/api/readings/${readingId}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as SavedReading;
}

/** The values of one part that are not deleted. */
export const valuesOf = (reading: SavedReading, part: keyof ReadingItems): readonly PartValue[] =>
  reading.items[part].flatMap(({ value }) => (value === null ? [] : [value as PartValue]));
