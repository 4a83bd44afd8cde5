import { expect, type Page, test } from "@playwright/test";
import { archiveFiles } from "./archive";
import { accounts, keepPicture, signIn, signInByForm, watchForErrors } from "./support";

/** Goes to a case with J and K, and waits until its picture is real. */
async function openCase(page: Page, label: string): Promise<void> {
  const current = page.locator("tr[aria-current]").first();
  await page.goto("/worklist?project=demo");
  await expect(page.getByText(label).first()).toBeVisible();
  await expect(async () => {
    for (let step = 0; step < 10; step++) await page.keyboard.press("k");
    for (let step = 0; step < 10; step++) {
      if (((await current.textContent({ timeout: 2000 })) ?? "").includes(label)) return;
      await page.keyboard.press("j");
    }
    throw new Error(`${label} was not reached`);
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cases\//);
  await pictureReady(page);
}

async function pictureReady(page: Page): Promise<void> {
  await expect(page.locator('[data-viewport="0"][data-ready="true"]')).toBeVisible({ timeout: 60_000 });
}

test("a CT case is read: ellipse, key slice, accept, edit, reject, reload, undo", async ({ page }) => {
  const watch = watchForErrors(page);
  await signIn(page, accounts.readerOne);
  await openCase(page, "RR-00001");
  const cell = page.locator('[data-viewport="0"]');
  await expect(cell).toContainText("28 / 48");
  await expect(cell).toContainText("W 400 L 40");
  for (const letter of ["A", "P", "R", "L"])
    await expect(cell.getByText(letter, { exact: true })).toBeVisible();

  const box = await cell.boundingBox();
  if (!box) throw new Error("the viewport has no place on the screen");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.keyboard.press("o");
  await page.mouse.move(...at(0.25, 0.47));
  await page.mouse.down();
  await page.mouse.move(...at(0.3, 0.53), { steps: 5 });
  await page.mouse.move(...at(0.34, 0.56), { steps: 5 });
  await page.mouse.up();
  await page.keyboard.press("Escape");
  await pictureReady(page);
  await page.keyboard.press("m");
  await expect(page.getByText("1 key").first()).toBeVisible();
  await expect(page.getByText(/Saved \d\d:\d\d:\d\d/)).toBeVisible();

  await page.keyboard.press("a");
  await expect(page.getByText("Caption 1a accepted")).toBeVisible();
  await keepPicture(page, "reading-ct");
  await expect(page.getByText(/Saved \d\d:\d\d:\d\d/)).toBeVisible();
  await page.reload();
  await pictureReady(page);
  await expect(page.getByText("1 key").first()).toBeVisible();
  await expect(page.getByText("1 of", { exact: false }).first()).toBeVisible();
  const before = await readingOf(page);
  expect(before.items.region.filter((item) => item.value).length).toBe(1);
  expect(before.items.decision.map((item) => item.value?.kind)).toEqual(["accept"]);

  await page.keyboard.press("u");
  await expect
    .poll(async () => (await readingOf(page)).items.decision.filter((item) => item.value).length)
    .toBe(0);
  expect(watch.errors).toEqual([]);
});

interface ReadingAnswer {
  readonly items: Record<
    "region" | "keySlice" | "decision" | "rating",
    { readonly value: { readonly kind?: string } | null }[]
  >;
}

async function readingOf(page: Page): Promise<ReadingAnswer> {
  const id = await page.locator("[data-reading]").first().getAttribute("data-reading");
  const answer = await page.request.get(`/api/readings/${id}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as ReadingAnswer;
}

test("a radiograph is read with the keyboard alone, from sign-in to submit", async ({ page }) => {
  const watch = watchForErrors(page);
  await signInByForm(page, accounts.readerTwo);
  await openCase(page, "RR-00004");
  const counter = page.getByText(/^\d+ of \d+ decided$/).first();
  const numbers = async () => ((await counter.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  const [, total = 0] = await numbers();
  expect(total).toBeGreaterThan(3);

  await page.keyboard.press("r");
  await page.keyboard.press("5");
  await page.keyboard.press("Escape");
  for (const score of ["2", "4", "3", "2"]) await page.keyboard.press(score);
  for (let guard = 0; guard < total * 2; guard++) {
    if ((await numbers())[0] === total) break;
    for (const score of ["5", "4", "5", "4"]) await page.keyboard.press(score);
    await page.keyboard.press("a");
  }
  await expect(counter).toHaveText(`${total} of ${total} decided`);
  await keepPicture(page, "reading-radiograph-done");
  const read = page.url().split("?")[0] ?? "";
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => page.url().startsWith(read), { timeout: 30_000 }).toBe(false);

  await page.getByText("Undo", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url().startsWith(read), { timeout: 30_000 }).toBe(true);
  await pictureReady(page);
  await expect(counter).toHaveText(`${total} of ${total} decided`);
  await expect(page.getByRole("button", { name: "Submit" })).toBeEnabled();
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => page.url().startsWith(read), { timeout: 30_000 }).toBe(false);
  await page.goto("/worklist?project=demo&state=submitted");
  await expect(page.getByText("RR-00004").first()).toBeVisible();
  expect(watch.errors).toEqual([]);
});

test("an admin takes the approved texts home as LLaVA, and only those", async ({ page }) => {
  await signIn(page, accounts.admin);
  const answer = await page.request.get("/api/projects/demo/export?format=llava");
  expect(answer.status()).toBe(200);
  const files = await archiveFiles(await answer.body());
  const lines = (name: string) =>
    (files.get(`demo/${name}`)?.toString() ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const rows = JSON.parse(files.get("demo/llava.json")?.toString() ?? "[]") as {
    readonly id: string;
    readonly image?: string;
    readonly conversations: readonly { readonly from: string; readonly value: string }[];
  }[];
  const provenance = lines("provenance.jsonl") as {
    readonly row: string;
    readonly kind: string;
    readonly case: { readonly label: string };
  }[];
  expect(rows.map(({ id }) => id)).toEqual(provenance.map(({ row }) => row));
  for (const { image } of rows) if (image) expect(files.has(`demo/${image}`)).toBe(true);
  for (const { conversations } of rows)
    expect(conversations.map(({ from }) => from)).toEqual(["human", "gpt"]);
  const radiograph = provenance.filter((row) => row.case.label === "RR-00004").map(({ kind }) => kind);
  expect(radiograph).toContain("findings");
  expect(radiograph).not.toContain("caption");
  expect(provenance.some((row) => row.case.label === "RR-00001")).toBe(false);
  const leftOut = lines("left-out.jsonl") as { readonly case: string; readonly reason: string }[];
  expect(leftOut.length).toBeGreaterThan(0);
});
