import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { fittingAnswer } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { type DraftOptions, draftProject } from "./draft-project";

const db = testDatabase();
testDataFolder();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);

/** Applies the migration again, under another name. */
async function correctLanguages() {
  const folder = mkdtempSync(join(tmpdir(), "languages-"));
  cpSync("prisma/migrations/20261122072500_draft_language", join(folder, "again"), { recursive: true });
  try {
    expect(await migrate(db.url, folder)).toEqual(["again"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const languages = async () =>
  (await db.client.draft.findMany({ orderBy: { id: "asc" } })).map(
    ({ kind, method, language }) => `${method} ${kind} ${language}`,
  );

test("drafts that all said English say the language they were asked for in", async () => {
  const rows = builder(db.client);
  const project = await rows.project();
  const chinese = await rows.case(project.id, { state: "ready", pictures: ["ct", "png"] });
  const english = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  await db.client.caseRecord.update({ where: { id: chinese.id }, data: { language: "zh" } });
  await db.client.source.updateMany({ data: { externalModelAllowed: true } });
  const texts = [
    { caseId: chinese.id, imageId: chinese.images[0]?.id ?? "", text: "肝左叶可见肿块。" },
    {
      caseId: english.id,
      imageId: english.images[0]?.id ?? "",
      text: "A mass in the left lobe of the liver.",
    },
  ];
  for (const [index, text] of texts.entries())
    await db.client.passage.create({
      data: {
        ...text,
        id: `00000000-0000-7000-8000-00000000000${index}`,
        kind: "caption",
        contentHash: `${index}`,
      },
    });
  const options: DraftOptions = {
    slug: project.slug,
    number: null,
    steps: ["caption", "findings", "discussion", "qa"],
    method: "openai",
    environment: { baseUrl: server.baseUrl, apiKey: "k", model: "test-model", local: undefined },
    signal: new AbortController().signal,
    log: () => {},
  };
  for (const method of ["offline", "openai"])
    expect((await draftProject({ ...options, method })).ok).toBe(true);
  const right = await languages();
  expect(right).toContain("openai caption zh");
  expect(right).toContain("openai qa zh");
  expect(right).toContain("openai caption en");

  await db.client.draft.updateMany({ data: { language: "en" } });
  await correctLanguages();
  expect(await languages()).toEqual(right);
});
