import { expect, test } from "@playwright/test";
import { accounts, keepPicture, signInByForm, watchForErrors } from "./support";

test("a reader signs in and sees the demo cases", async ({ page }) => {
  const watch = watchForErrors(page);
  await signInByForm(page, accounts.readerOne);
  await page.goto("/worklist?project=demo");
  await expect(page.getByText("Focal lesion of the right hepatic lobe").first()).toBeVisible();
  await expect(page.getByText("Research use, not for diagnosis").first()).toBeVisible();
  await keepPicture(page, "worklist");
  expect(watch.errors).toEqual([]);
});

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["reader.two@demo.local", "nobody@demo.local"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not-the-password");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert").filter({ hasText: /\w/ }).first();
    await expect(alert).toBeVisible();
    answers.push((await alert.textContent()) ?? "");
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).not.toBe("");
});

test("a page behind the door sends the anonymous to sign in and back", async ({ page }) => {
  await page.goto("/worklist?modality=CT");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("Email").fill(accounts.readerOne.email);
  await page.getByLabel("Password", { exact: true }).fill(accounts.readerOne.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/worklist\?modality=CT/);
});
