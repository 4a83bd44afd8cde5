import { expect, type Page, test } from "@playwright/test";
import { themeCookie } from "@/components/ui/theme";
import { createSetupLink } from "@/lib/auth/mutations/setup-links";
import { openCase } from "./room";
import { checkScreen } from "./screen";
import { openStage, type Stage } from "./stage";
import { accounts, signIn, signInByForm, watchForErrors } from "./support";

test.describe.configure({ timeout: 240_000 });

let stage: Stage;
let cases: ReadonlyMap<string, string>;

test.beforeAll(async () => {
  stage = await openStage();
  const rows = await stage.caseRecord.findMany({
    where: { project: { slug: "demo" } },
    select: { id: true, title: true },
  });
  cases = new Map(rows.map(({ id, title }) => [title, id]));
});

test.afterAll(async () => stage?.$disconnect());

const caseCalled = (part: string): string => {
  const [, id] = [...cases].find(([title]) => title.includes(part)) ?? [];
  if (!id) throw new Error(`no demo case called ${part}`);
  return id;
};

const tabs = ["findings", "discussion", "qa"] as const;

async function openRoom(page: Page, part: string, tab = "caption"): Promise<void> {
  await openCase(page, caseCalled(part), tab);
  // Thumbnails and the other viewports.
  await page.waitForLoadState("networkidle");
}

test("the doors", async ({ page }) => {
  await page.goto("/sign-in");
  await checkScreen(page, "sign-in");
  await page.getByLabel("Email").fill(accounts.readerOne.email);
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The email or the password is not right.")).toBeVisible();
  await checkScreen(page, "sign-in-wrong");
  const link = await createSetupLink({ email: accounts.readerTwo.email, purpose: "password" }, null);
  if (!link.ok) throw new Error(link.reason);
  await page.goto(link.path);
  await expect(page.getByRole("heading", { name: "Choose a password" })).toBeVisible();
  await checkScreen(page, "setup-link");
  const gone = await page.goto("/setup/used-or-invented");
  expect(gone?.status()).toBe(404);
  await checkScreen(page, "not-found");
});

test("the worklist, in both themes and three widths", async ({ page, context, baseURL }) => {
  const watch = watchForErrors(page);
  await signInByForm(page, accounts.readerTwo);
  await page.waitForLoadState("networkidle");
  await checkScreen(page, "worklist-1600");
  await page.keyboard.press("?");
  await checkScreen(page, "worklist-keyboard");
  await page.keyboard.press("Escape");
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await checkScreen(page, `worklist-${width}`);
  }
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto("/worklist?q=nothing-is-called-this");
  await checkScreen(page, "worklist-empty");
  await context.addCookies([{ name: themeCookie, value: "light", url: baseURL ?? "" }]);
  await page.goto("/worklist");
  await page.waitForLoadState("networkidle");
  await checkScreen(page, "worklist-light");
  expect(watch.errors).toEqual([]);
});

test("the members", async ({ page }) => {
  await signIn(page, accounts.admin);
  await page.goto("/settings/members?project=demo");
  await expect(page.getByText(accounts.readerOne.email)).toBeVisible();
  await checkScreen(page, "members");
});

test("the pages of settings at 1024: the foot bar stays below what scrolls", async ({ page }) => {
  await signIn(page, accounts.admin);
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const [path, heading] of [
    ["settings/prompts", "Prompts"],
    ["settings/keyboard", "Keyboard and mouse"],
    ["settings/drafting", "Drafting"],
    ["settings/checks", "Checks"],
    ["studies", "Studies"],
  ] as const) {
    await page.goto(`/${path}?project=demo`);
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await expect(page.getByText("Research use, not for diagnosis")).toBeInViewport({ ratio: 1 });
    await checkScreen(page, `${path.replace("/", "-")}-1024`);
  }
  await page.goto("/settings/prompts?project=demo");
  await expect(page.getByRole("button", { name: "Version 1", exact: true })).toBeInViewport({ ratio: 1 });
});

test("the reading room: layouts, tabs, and what one does there", async ({ page }) => {
  const watch = watchForErrors(page);
  await signIn(page, accounts.readerTwo);
  await openRoom(page, "pelvic MR");
  await checkScreen(page, "reading-1600");
  for (const [name, label] of [
    ["1x1", "One viewport"],
    ["1x2", "Two viewports"],
    ["2x2", "Four viewports"],
  ] as const) {
    await page.locator(`label:has-text("${label}")`).click();
    await expect(page.locator("[data-viewport][data-ready=true]")).not.toHaveCount(0);
    await page.waitForLoadState("networkidle");
    await checkScreen(page, `reading-${name}`);
  }
  for (const tab of tabs) {
    await page.locator(`#tab-${tab}`).click();
    await checkScreen(page, `reading-${tab}`);
  }
  await page.locator("#tab-caption").click();
  await page.getByText("Side by side", { exact: true }).click();
  await checkScreen(page, "reading-side-by-side");
  await page.keyboard.press("e");
  await expect(page.locator("aside[data-panel=review] textarea").first()).toBeFocused();
  await checkScreen(page, "reading-editing");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByText("Contradicts the image")).toBeVisible();
  await checkScreen(page, "reading-rejecting");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await checkScreen(page, "reading-keyboard");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await checkScreen(page, "reading-commands");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Case menu" }).click();
  await page.getByRole("menuitem", { name: "Case is unusable" }).click();
  await checkScreen(page, "reading-unusable");
  await page.keyboard.press("Escape");
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await checkScreen(page, `reading-${width}`);
  }
  expect(watch.errors).toEqual([]);
});

test("the reading room at 1024: one line of buttons, a list of series that closes, dialogs beside the pixels", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  await page.setViewportSize({ width: 1024, height: 768 });
  await signIn(page, accounts.readerTwo);
  await openRoom(page, "pelvic MR");
  const opener = page.getByRole("button", { name: "Series and slices" });
  const drawn = page.getByRole("button", { name: /^Drawn by/ });
  await expect(drawn).toBeVisible();
  const heightOf = async (button: typeof opener) => (await button.boundingBox())?.y;
  await expect.poll(async () => (await heightOf(drawn)) === (await heightOf(opener))).toBe(true);
  await opener.click();
  await expect(page.getByRole("complementary", { name: "Series and slices" })).toBeVisible();
  await page.getByRole("button", { name: "Close series", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Series and slices" })).toBeHidden();
  await expect(opener).toBeFocused();
  const panel = await page.getByRole("complementary", { name: "Review" }).boundingBox();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  const sheet = await page.getByRole("dialog").boundingBox();
  expect(sheet?.x).toBeGreaterThanOrEqual(panel?.x ?? 0);
  expect(watch.errors).toEqual([]);
});

test("cases of every kind, and a light room", async ({ page, context, baseURL }) => {
  await signIn(page, accounts.readerTwo);
  for (const [part, name] of [
    ["ultrasound", "clip"],
    ["mural nodule", "figure"],
    ["chest radiograph", "radiograph"],
    ["without text", "image-only"],
    ["hepatic lobe", "ct"],
  ] as const) {
    await openRoom(page, part);
    await checkScreen(page, `reading-${name}`);
  }
  await page.goto(`/cases/${caseCalled("knee surgery")}?tab=findings`);
  await expect(page.locator("aside[data-panel=review]")).toBeVisible();
  await checkScreen(page, "reading-text-only");
  await context.addCookies([{ name: themeCookie, value: "light", url: baseURL ?? "" }]);
  await openRoom(page, "hepatic lobe", "findings");
  await checkScreen(page, "reading-light");
});
