import { expect, type Page, test } from "@playwright/test";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, tabTo, untilLive, watchForErrors } from "./support";

let stage: Stage;
let server: Awaited<ReturnType<typeof startModelServer>>;
let project: { readonly id: string; readonly slug: string };
let admin: Person;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  stage = await openStage();
  server = await startModelServer([
    { kind: "ok", reply: () => ({ caption: "A bright disc on a dark ground." }) },
  ]);
  const made = await addDiscs(stage, "prompts", 1);
  project = made.project;
  const settings = { baseUrl: server.baseUrl, model: "test-model" };
  expect((await setGenerationSettings(project.slug, settings, null)).ok).toBe(true);
  admin = await addPerson(stage, "Prompts Admin", [{ project: made.project, role: "admin" }]);
});

test.afterAll(async () => {
  await server?.stop();
  await stage?.$disconnect();
});

const trial = (page: Page) => page.getByRole("region", { name: "Try on a case" });
const part = (page: Page, name: string) => trial(page).getByRole("region", { name, exact: true });
const captionPrompt = (page: Page) => page.getByRole("button", { name: /^caption\b/ }).first();
const draftsOf = () => stage.draft.count({ where: { set: { case: { projectId: project.id } } } });

test("by mouse: a prompt is shown on a case, sent on a second button, and becomes no draft", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  const before = await draftsOf();
  await signIn(page, admin.account);
  await page.goto(`/settings/prompts?project=${project.slug}`);
  await untilLive(captionPrompt(page));
  await captionPrompt(page).click();
  const field = trial(page).getByLabel("Try on a case");
  const show = trial(page).getByRole("button", { name: "Show the request" });
  await field.fill("disc one");
  await show.click();
  await expect(trial(page).getByRole("alert")).toHaveText("Give the label of a case, such as RR-00012.");
  await field.fill("RR-00099");
  await show.click();
  await expect(trial(page).getByRole("alert")).toHaveText("There is no case RR-00099 in this project.");

  await field.fill("RR-00001");
  await show.click();
  await expect(part(page, "Request about RR-00001")).toContainText("Source caption a.");
  await expect(trial(page).getByRole("alert")).toHaveCount(0);
  const picture = part(page, "Pictures").getByRole("img").first();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expect(trial(page)).toContainText(/SHA-256 [0-9a-f]{64}/);
  expect(server.seen).toHaveLength(0);

  await trial(page).getByRole("button", { name: "Send it" }).click();
  await expect(part(page, "Answer, as it is read")).toContainText("A bright disc on a dark ground.");
  await expect(part(page, "Answer, as it is read")).toBeInViewport();
  expect(server.seen).toHaveLength(1);
  await checkScreen(page, "prompts-tried");
  expect(await draftsOf()).toBe(before);
  expect(watch.errors).toEqual([]);
});

test("by keyboard alone: the same again is answered from the record and not paid twice", async ({ page }) => {
  await signIn(page, admin.account);
  await page.goto(`/settings/prompts?project=${project.slug}`);
  await untilLive(captionPrompt(page));
  await tabTo(page, captionPrompt(page));
  await page.keyboard.press("Enter");
  await tabTo(page, trial(page).getByLabel("Try on a case"));
  await page.keyboard.type("RR-00001");
  await page.keyboard.press("Enter");
  await expect(part(page, "Request about RR-00001")).toBeVisible();
  await tabTo(page, trial(page).getByRole("button", { name: "Send it" }));
  await page.keyboard.press("Enter");
  await expect(part(page, "Answer, as it came")).toContainText("not sent again");
  expect(server.seen).toHaveLength(1);
});
