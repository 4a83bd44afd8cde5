import { expect, type Page, test } from "@playwright/test";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { openCase } from "./room";
import { addDiscs, addPerson, openStage, type Stage } from "./stage";
import { keepPicture, signIn, watchForErrors } from "./support";

let stage: Stage;
let server: Awaited<ReturnType<typeof startModelServer>>;

test.beforeAll(async () => {
  stage = await openStage();
  server = await startModelServer([{ kind: "refusal" }, { kind: "ok", reply: questions }]);
});

test.afterAll(async () => {
  await server?.stop();
  await stage?.$disconnect();
});

/** As many questions as the request asks for, about what the pictures show. */
function questions(body: string) {
  const count = Number(/Write (\d+) question/.exec(body)?.[1] ?? 3);
  return {
    pairs: Array.from({ length: count }, (_, index) => ({
      kind: "open",
      question: `What is drawn, told in way ${index + 1}?`,
      options: [],
      answer_indexes: [],
      answer: "A disc.",
      reasoning: "The caption says so.",
    })),
  };
}

/** Decisions of the reading that is open, by the draft they are about. */
async function decisions(page: Page): Promise<ReadonlyMap<string, string | undefined>> {
  const id = await page.locator("[data-reading]").first().getAttribute("data-reading");
  const answer = await page.request.get(`/api/readings/${id}`);
  const { items } = (await answer.json()) as {
    readonly items: {
      readonly decision: readonly { readonly id: string; readonly value: { readonly kind: string } | null }[];
    };
  };
  return new Map(items.decision.map((item) => [item.id, item.value?.kind]));
}

test("a case is drafted from the browser: one request fails, Retry, an accepted question", async ({
  page,
}) => {
  const watch = watchForErrors(page);
  const { project, caseIds } = await addDiscs(stage, "drafting", 1);
  const [caseId = ""] = caseIds;
  const admin = await addPerson(stage, "Drafting Admin", [{ project, role: "admin" }]);
  const wanted = { baseUrl: server.baseUrl, model: "test-model", maxCalls: 100 };
  expect((await setGenerationSettings(project.slug, wanted, null)).ok).toBe(true);

  await signIn(page, admin.account);
  await page.goto(`/settings/drafting?project=${project.slug}`);
  await expect(page.getByText("No run yet.")).toBeVisible();
  await page.getByText("One case", { exact: true }).click();
  await page.getByLabel("Case", { exact: true }).fill("RR-00001");
  for (const step of ["Captions", "Findings", "Discussion"])
    await page.getByText(step, { exact: true }).click();
  await page.getByRole("button", { name: "Start run" }).click();

  const run = page.getByRole("article");
  await expect(run).toContainText("Questions of RR-00001, by openai");
  await expect(run.getByText("Done, with errors")).toBeVisible({ timeout: 60_000 });
  await expect(run.getByText("0 of 1 done, 1 failed")).toBeVisible();
  await expect(run.getByRole("row")).toContainText("refused");
  await keepPicture(page, "drafting-failed");
  await run.getByRole("button", { name: "Retry RR-00001" }).click();
  await expect(run.getByText("1 of 1 done")).toBeVisible({ timeout: 60_000 });
  await keepPicture(page, "drafting-done");

  const asked = await stage.draft.findMany({
    where: { set: { caseId }, kind: "qa", method: "openai", supersededById: null },
    select: { id: true },
  });
  expect(asked.length).toBeGreaterThan(2);
  await openCase(page, caseId, "qa");
  const accepted = async () => {
    const decided = await decisions(page);
    return asked.filter(({ id }) => decided.get(id) === "accept").length;
  };
  await page.keyboard.press("a");
  await expect.poll(accepted).toBe(1);
  expect(watch.errors).toEqual([]);
});
