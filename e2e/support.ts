import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

export const accounts = {
  readerOne: { email: "reader.one@demo.local", password: "reading-room-demo-1" },
  readerTwo: { email: "reader.two@demo.local", password: "reading-room-demo-2" },
  adjudicator: { email: "adjudicator@demo.local", password: "reading-room-demo-3" },
  admin: { email: "admin@demo.local", password: "reading-room-demo-4" },
} as const;

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Signs in through the form, with the keyboard alone, and is on the worklist. */
export async function signInByForm(page: Page, account: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").focus();
  await page.keyboard.type(account.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(account.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/worklist/);
}

/** Signs in by a request of its own, the one that the form sends: the page shows nothing yet. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  const first = await page.request.get("/api/auth/csrf");
  const { csrfToken } = (await first.json()) as { readonly csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true", callbackUrl: "/" },
    headers: { Origin: new URL(first.url()).origin },
    maxRedirects: 0,
  });
  const me = await page.request.get("/api/me");
  expect(me.status(), `${email} signs in: ${answer.status()}`).toBe(200);
}

/** Waits until what the server drew answers to clicks and keys: React has put its handlers on it. */
export async function untilLive(target: Locator): Promise<void> {
  await expect
    .poll(() =>
      target.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
}

/** Goes on by Tab until a control has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** Keeps a picture of the screen in e2e/screenshots, to be looked at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join("e2e", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Fails the test on any error of the page: exceptions, refused content, answers of 500 and up. */
export function watchForErrors(page: Page): { readonly errors: readonly string[] } {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/.test(message.text()))
      errors.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`);
  });
  return { errors };
}
