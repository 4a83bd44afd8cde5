import { expect, type Page, test } from "@playwright/test";
import { openCase, savedReading, saveMark } from "./room";
import { checkScreen } from "./screen";
import { addDiscs, addPerson, openStage, type Person, type Stage } from "./stage";
import { signIn } from "./support";

const canary = "Canaryword";

let stage: Stage;
let slug: string;
let caseId: string;
let people: Readonly<Record<"one" | "two" | "adjudicator" | "admin", Person>>;

test.beforeAll(async () => {
  stage = await openStage();
  const { project, caseIds } = await addDiscs(stage, "blind", 1);
  slug = project.slug;
  caseId = caseIds[0] ?? "";
  people = {
    one: await addPerson(stage, "Una First", [{ project, role: "reader" }]),
    two: await addPerson(stage, "Duo Second", [{ project, role: "reader" }]),
    adjudicator: await addPerson(stage, "Ada Judge", [{ project, role: "adjudicator" }]),
    admin: await addPerson(stage, "Abe Min", [{ project, role: "admin" }]),
  };
});

test.afterAll(async () => stage?.$disconnect());

/** Everything that reached a page from the server, as text. */
function listen(page: Page): { readonly heard: Promise<string>[] } {
  const heard: Promise<string>[] = [];
  page.on("response", (answer) => {
    if (/^(text|application\/json)/.test(answer.headers()["content-type"] ?? ""))
      heard.push(answer.text().catch(() => ""));
  });
  return { heard };
}

const doors = (readingId: string) =>
  [
    ["GET", `/api/readings/${readingId}`, undefined],
    [
      "PUT",
      `/api/readings/${readingId}/changes`,
      {
        key: "01890a5d-ac96-774b-bcce-b302099a8057",
        changes: [{ op: "delete", part: "rating", id: "01890a5d-ac96-774b-bcce-b302099a8058", base: 0 }],
      },
    ],
    ["POST", `/api/readings/${readingId}/submit`, { revision: 0 }],
    ["POST", `/api/readings/${readingId}/reopen`, {}],
    ["POST", `/api/readings/${readingId}/time`, { seconds: 5 }],
  ] as const;

test("nothing of one reader reaches another, and a seen identity holds the case for everyone", async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const open = async (person: Person) => {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, baseURL: origin });
    const page = await context.newPage();
    await signIn(page, person.account);
    return page;
  };
  const one = await open(people.one);
  await openCase(one, caseId, "findings");
  await one.keyboard.press("+");
  await one.locator("aside[data-panel=review] textarea").first().fill(`${canary} in my own words.`);
  await one.keyboard.press("Control+s");
  await one.getByRole("tab", { name: /Discussion/ }).click();
  await one.keyboard.press("a");
  await expect(saveMark(one)).toHaveText(/^Saved \d/);
  const { id: readingId } = await stage.reading.findFirstOrThrow({
    where: { caseId, readerId: people.one.actor.id },
    select: { id: true },
  });
  expect(JSON.stringify(await savedReading(one, readingId))).toContain(canary);

  const two = await open(people.two);
  const { heard } = listen(two);
  await openCase(two, caseId, "findings");
  const html = await (await two.request.get(`/cases/${caseId}`)).text();
  const list = await (await two.request.get("/worklist")).text();
  const told = [html, list, await two.content(), ...(await Promise.all(heard))].join("\n");
  for (const secret of [canary, readingId, people.one.actor.id, "Una First", people.one.account.email])
    expect(told.includes(secret), secret).toBe(false);
  await expect(two.getByRole("button", { name: /^Accept/ })).toBeEnabled();

  const strangers = [two, await open(people.adjudicator), await open(people.admin)];
  const [, , admin] = strangers;
  if (!admin) throw new Error("no admin");
  for (const page of strangers)
    for (const [method, path, data] of doors(readingId)) {
      const answer = await page.request.fetch(path, {
        method,
        headers: { origin },
        ...(data ? { data } : {}),
      });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      expect(await answer.text()).not.toContain(canary);
    }
  for (const page of [two, one, strangers[1] ?? two])
    expect((await page.request.get(`/api/projects/${slug}/export?format=llava`)).status()).toBe(404);
  const exported = await admin.request.get(`/api/projects/${slug}/export?format=llava`);
  expect(exported.status()).toBe(200);
  expect((await exported.body()).includes(canary)).toBe(false);

  const { instanceId } = await stage.image.findFirstOrThrow({
    where: { caseId },
    select: { instanceId: true },
  });
  const pixels = `/api/instances/${instanceId}/poster`;
  expect((await two.request.get(pixels)).status()).toBe(200);
  await one.getByRole("button", { name: "Case menu" }).click();
  await one.getByRole("menuitem", { name: "Identity seen" }).click();
  const dialog = one.getByRole("dialog", { name: "Identity seen" });
  await dialog.getByLabel("What did you see?").fill("Letters in the corner.");
  await checkScreen(one, "identity-seen");
  await dialog.getByRole("button", { name: "Withhold the case" }).click();
  await expect(one).not.toHaveURL(new RegExp(caseId));
  for (const page of [one, two]) {
    await page.goto(`/cases/${caseId}`);
    await expect(page.getByText("This case is held")).toBeVisible();
    expect(await page.content()).not.toContain(canary);
    expect((await page.request.get(pixels)).status()).toBe(423);
    expect((await page.request.get(pixels.replace("poster", "frames/1"))).status()).toBe(423);
    expect((await page.request.get(pixels.replace("poster", "thumbnail"))).status()).toBe(423);
  }
  await checkScreen(two, "held-case");
  expect(
    (
      await two.request.post(`/api/cases/${caseId}/release-hold`, {
        headers: { origin },
        data: { reason: "x" },
      })
    ).status(),
  ).toBe(404);
  const release = await admin.request.post(`/api/cases/${caseId}/release-hold`, {
    headers: { origin },
    data: { reason: "It was the disc's own name." },
  });
  expect(release.status()).toBe(200);
  await openCase(one, caseId, "findings");
  await expect(one.locator("aside[data-panel=review]")).toContainText(canary);
  await openCase(two, caseId, "findings");
  for (const page of [one, ...strangers]) await page.context().close();
});
