import { expect, test } from "@playwright/test";
import { drawBox, expectSaved, openCase, savedReading, saveMark, typeEdit, valuesOf } from "./room";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn, signInByForm, watchForErrors } from "./support";

let stage: Stage;
let cases: readonly string[];
let reader: Person;
let stranger: Person;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addDiscs(stage, "offline", 3);
  cases = caseIds;
  reader = await addPerson(stage, "Ida Offline", [{ project, role: "reader" }]);
  stranger = await addPerson(stage, "Otto Other", [{ project, role: "reader" }]);
});

test.afterAll(async () => stage?.$disconnect());

const readingOf = async (caseId: string) =>
  (
    await stage.reading.findFirstOrThrow({
      where: { caseId, readerId: reader.actor.id },
      select: { id: true },
    })
  ).id;

/** Every change request the server took for this reading: how often each key arrived. */
const keysOf = async (readingId: string) =>
  (await stage.readingChange.findMany({ where: { readingId }, select: { key: true } })).map(({ key }) => key);

test("what is done offline is kept in a closed tab and arrives once", async ({ context, page }) => {
  const [caseId = ""] = cases;
  const watch = watchForErrors(page);
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const readingId = await readingOf(caseId);
  await context.setOffline(true);
  await drawBox(page);
  await expect(saveMark(page)).toHaveText(/^Offline, \d+ changes? kept here\.$/);
  await page.getByRole("tab", { name: /Findings/ }).click();
  await page.keyboard.press("x");
  await page.getByRole("tab", { name: /Captions/ }).click();
  await typeEdit(page, " Typed offline.");
  await page.keyboard.press("Control+s");
  await expect(saveMark(page)).toHaveText(/^Offline, [3-9] changes kept here\.$/);
  await checkScreen(page, "offline");
  expect((await keysOf(readingId)).length).toBe(0);
  expect(watch.errors).toEqual([]);
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await openCase(again, caseId);
  await expectSaved(again);
  await expect(again.locator("[data-region]").first()).toBeVisible();
  const saved = await savedReading(again, readingId);
  const decisions = valuesOf(saved, "decision");
  expect(decisions).toHaveLength(2);
  expect(decisions).toContainEqual(expect.objectContaining({ kind: "cannot-judge" }));
  expect(decisions).toContainEqual(
    expect.objectContaining({
      kind: "edit",
      result: { form: "text", text: "A disc in picture a. It is bright. Typed offline." },
    }),
  );
  expect(valuesOf(saved, "region")).toEqual([expect.objectContaining({ kind: "rectangle", frame: 1 })]);
  const keys = await keysOf(readingId);
  expect(new Set(keys).size).toBe(keys.length);
  expect(saved.revision).toBe(keys.length);
  await again.reload();
  await expect(again.locator('[data-viewport="0"][data-ready="true"]')).toBeVisible();
  expect((await savedReading(again, readingId)).revision).toBe(saved.revision);
  await again.close();
});

test("back online in the same tab, it is sent by itself", async ({ context, page }) => {
  const [, caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId, "findings");
  await context.setOffline(true);
  await page.keyboard.press("a");
  await expect(saveMark(page)).toHaveText("Offline, 1 change kept here.");
  await context.setOffline(false);
  await expectSaved(page);
  const saved = await savedReading(page, await readingOf(caseId));
  expect(valuesOf(saved, "decision")).toEqual([expect.objectContaining({ kind: "accept" })]);
});

test("changes of a closed tab are sent from the worklist too", async ({ context, page }) => {
  const [, caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId, "discussion");
  await context.setOffline(true);
  await page.keyboard.press("a");
  await expect(saveMark(page)).toHaveText("Offline, 1 change kept here.");
  await page.close();
  await context.setOffline(false);
  const list = await context.newPage();
  await list.goto("/worklist");
  const readingId = await readingOf(caseId);
  await expect.poll(async () => valuesOf(await savedReading(list, readingId), "decision").length).toBe(2);
  await expect(list.getByText(/^Changes kept from an earlier session of .+ are saved now\.$/)).toBeVisible();
});

test("the worklist tries again when the server does not answer at first", async ({ context, page }) => {
  const [, caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId, "discussion");
  await context.setOffline(true);
  await page.keyboard.press("x");
  await expect(saveMark(page)).toHaveText("Offline, 1 change kept here.");
  await page.close();
  await context.setOffline(false);
  const list = await context.newPage();
  await list.route("**/changes", (route) => route.abort());
  await list.goto("/worklist");
  await expect(list.getByText(/: 1 change is kept here until the server answers\.$/)).toBeVisible();
  await list.unroute("**/changes");
  await expect(list.getByText(/^Changes kept from an earlier session of .+ are saved now\.$/)).toBeVisible();
  const saved = await savedReading(list, await readingOf(caseId));
  expect(valuesOf(saved, "decision")).toContainEqual(expect.objectContaining({ kind: "cannot-judge" }));
});

test("a session that ends is taken up in place by the same person, and by nobody else", async ({
  context,
  page,
  browser,
  baseURL,
}) => {
  const [, , caseId = ""] = cases;
  await signIn(page, reader.account);
  await openCase(page, caseId);
  const readingId = await readingOf(caseId);
  // Signing out anywhere ends all sessions of a person.
  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await elsewhere.newPage();
  await signInByForm(other, reader.account);
  await other
    .getByRole("button", { name: /Ida Offline|Account|User/ })
    .first()
    .click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/sign-in/);
  await elsewhere.close();

  await typeEdit(page, " Typed without a session.");
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible();
  await checkScreen(page, "session-ended");
  await dialog.getByLabel("Email").fill(stranger.account.email);
  await dialog.getByLabel("Password", { exact: true }).fill(stranger.account.password);
  await dialog.getByRole("button", { name: "Sign in and save" }).click();
  await expect(dialog.getByText(/This reading is Ida Offline's/)).toBeVisible();
  expect(await stage.readingChange.count({ where: { readingId } })).toBe(0);

  await dialog.getByLabel("Email").fill(reader.account.email);
  await dialog.getByLabel("Password", { exact: true }).fill(reader.account.password);
  await dialog.getByRole("button", { name: "Sign in and save" }).click();
  await expect(dialog).toBeHidden();
  await expectSaved(page);
  await expect(page.locator("aside[data-panel=review] textarea").first()).toHaveValue(
    /Typed without a session\.$/,
  );
  const [words] = valuesOf(await savedReading(page, readingId), "decision");
  expect(words).toMatchObject({
    kind: "editing",
    result: { text: expect.stringMatching(/without a session\.$/) },
  });
  await context.clearCookies();
  await page.keyboard.type(" And again.");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(saveMark(page)).toHaveText(/^Signed out, 1 change kept here$/);

  // Somebody else at the same browser neither sees nor sends what was kept.
  await page.close();
  const theirs = await context.newPage();
  await signIn(theirs, stranger.account);
  await openCase(theirs, caseId);
  await expect(theirs.locator("body")).not.toContainText("And again.");
  await expectNothingOf(stranger, caseId);
  const own = await stage.reading.findUniqueOrThrow({ where: { id: readingId }, select: { revision: true } });
  await theirs.goto("/worklist");
  await context.clearCookies();
  await signInByForm(theirs, reader.account);
  await expect
    .poll(async () => JSON.stringify(valuesOf(await savedReading(theirs, readingId), "decision")))
    .toContain("And again.");
  expect(own.revision).toBeGreaterThan(0);
});

async function expectNothingOf(person: Person, caseId: string): Promise<void> {
  const reading = await stage.reading.findFirstOrThrow({
    where: { caseId, readerId: person.actor.id },
    select: { revision: true },
  });
  expect(reading.revision).toBe(0);
}
