import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { imagesOf } from "@/lib/cases/data/content";
import type { ReadableCaseId, StackView } from "@/lib/cases/types";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import { textsOf } from "@/lib/reading/data/workspace";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { rebuildCall } from "../data/rebuild-call";
import type { Step } from "../schema";
import type { ServerMode } from "../testing/model-server";
import { fittingAnswer, userWords } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { draftProject } from "./draft-project";
import { storeOfflineDrafts } from "./offline-drafts";

const db = testDatabase();
testDataFolder();
const ok: ServerMode = { kind: "ok", reply: fittingAnswer };
const server = testModelServer([ok]);

let slug = "";
let built: Awaited<ReturnType<ReturnType<typeof builder>["case"]>>;

async function addPassage(kind: string, text: string): Promise<void> {
  const id = uuidv7();
  await db.client.passage.create({ data: { id, caseId: built.id, kind, text, contentHash: id } });
}

beforeEach(async () => {
  server.play([ok]);
  const rows = builder(db.client);
  const project = await rows.project();
  slug = project.slug;
  built = await rows.case(project.id, { state: "ready", pictures: ["ct", "png"] });
  const data = { externalModelAllowed: true };
  await db.client.source.updateMany({ where: { projectId: project.id }, data });
  await addPassage("findings", "A mass of 3 cm lies in the left lobe of the liver. No fluid.");
  await transaction((tx) => storeOfflineDrafts(tx, built.id));
});

const stackOf = (frames: StackView["frames"]): StackView => ({
  id: "stack",
  seriesId: "series",
  label: "",
  modality: "CT",
  kind: "volume",
  plane: null,
  bodyPart: null,
  frames,
  positions: frames.length,
  times: 1,
  notice: null,
});

async function run(...steps: readonly Step[]) {
  const outcome = await draftProject({
    slug,
    number: null,
    steps,
    method: "openai",
    environment: { baseUrl: server.baseUrl, apiKey: "k", model: "gpt-4o", local: undefined },
    signal: new AbortController().signal,
    log: () => {},
  });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.report;
}
const standing = () =>
  db.client.draft.findMany({
    where: { set: { caseId: built.id }, supersededById: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });

describe("labels", () => {
  test("of images are asked by pixels alone and stand beside the header's, which stays what drafts are made from", async () => {
    const { imageLabel } = db.client;
    const header = (await imageLabel.findMany({ where: { image: { caseId: built.id } } })).length;
    expect(await run("modality")).toMatchObject({ labelled: 2, drafted: 0, failed: [] });
    for (const { body } of server.seen) expect(userWords(body)).not.toContain("mass");
    const labels = await imageLabel.findMany({ where: { image: { caseId: built.id } } });
    expect(labels).toHaveLength(header + 2);
    expect(labels.filter(({ labeller }) => labeller === "openai gpt-4o, modality 1")).toMatchObject([
      { modality: "CT", confidence: 0.9 },
      { modality: "CT", confidence: 0.9 },
    ]);
    const frames = built.images.map(({ instanceId }) => ({ instanceId, frame: 1, position: 0, time: 0 }));
    const shown = await imagesOf(built.id as ReadableCaseId, [stackOf(frames)]);
    const said = { label: "CT", labeller: "openai gpt-4o, modality 1" };
    expect(shown.map(({ modelLabel }) => modelLabel)).toEqual([said, said]);
    server.play([ok]);
    expect(await run("modality")).toMatchObject({ labelled: 0, skippedFor: { "labelled-before": 2 } });
    expect(server.seen).toHaveLength(0);
  });

  test("of questions are stored with the call they come from; an answer that does not fit fails with its reason", async () => {
    const questions = (await standing()).filter(({ kind }) => kind === "qa");
    expect(questions.length).toBeGreaterThan(0);
    server.play([{ kind: "ok", reply: () => ({ label: "poem", reason: "x" }) }]);
    const failed = await run("question-label");
    expect(failed).toMatchObject({ labelled: 0 });
    expect(failed.failed[0]?.reason).toContain("label");
    await db.client.modelCall.deleteMany({ where: { caseId: built.id, repairsId: { not: null } } });
    await db.client.modelCall.deleteMany({ where: { caseId: built.id } });
    server.play([ok]);
    expect(await run("question-label")).toMatchObject({ labelled: questions.length, failed: [] });
    const [label] = await db.client.questionLabel.findMany({ where: { draftId: questions[0]?.id ?? "" } });
    expect(label).toMatchObject({ label: "knowledge", labeller: "openai gpt-4o, question-label 1" });
    const { drafts } = await textsOf(built.id as ReadableCaseId, 1);
    for (const { kind, questionLabel } of drafts)
      expect(questionLabel).toEqual(
        kind === "qa" ? { label: "knowledge", labeller: "openai gpt-4o, question-label 1" } : null,
      );
    expect(await rebuildCall(label?.modelCallId ?? "")).toMatchObject({ ok: true, drafts: [] });
  });
});

describe("translations", () => {
  test("are drafts of their own beside what they translate, and can be made again from their record", async () => {
    const english = await standing();
    expect(await run("translation")).toMatchObject({ drafted: english.length, failed: [] });
    const all = await standing();
    expect(all.slice(0, english.length)).toEqual(english);
    const chinese = all.slice(english.length);
    expect(chinese.map(({ parentDraftId }) => parentDraftId)).toEqual(english.map(({ id }) => id));
    for (const draft of chinese)
      expect(draft).toMatchObject({ language: "zh", method: "translation", modelCallId: expect.any(String) });
    const findings = chinese.find(({ kind }) => kind === "findings");
    expect(JSON.stringify(findings?.payload)).toMatch(/左.*3 cm.*未见/);
    const rebuilt = await rebuildCall(findings?.modelCallId ?? "");
    expect(rebuilt).toMatchObject({ ok: true, drafts: [{ payload: findings?.payload }] });
    // No check that knows English words reads them.
    expect(await db.client.textCheck.count({ where: { draftId: { in: chinese.map(({ id }) => id) } } })).toBe(
      0,
    );
    server.play([ok]);
    expect(await run("translation")).toMatchObject({ drafted: 0, failed: [] });
    expect(server.seen).toHaveLength(0);
    // They take no place: the rules draft as before, and translate what changed.
    await transaction((tx) => storeOfflineDrafts(tx, built.id));
    expect(await standing()).toEqual(all);
  });

  test("with a side changed are asked for once more, then fail with the line and the word", async () => {
    server.play([{ kind: "ok", reply: (body) => sideChanged(fittingAnswer(body)) }]);
    const { drafted, failed } = await run("translation");
    expect(failed.length).toBeGreaterThan(0);
    expect(failed[0]?.reason).toMatch(/Line \d+: 左 is missing\. Asked twice\./);
    expect(drafted).toBe((await standing()).filter(({ method }) => method === "translation").length);
  });

  test("join no round that readers judge already, and nothing is paid for them", async () => {
    await db.client.draftSet.updateMany({ where: { caseId: built.id }, data: { frozenAt: new Date() } });
    const { drafted, skippedFor } = await run("translation");
    expect(drafted).toBe(0);
    expect(Object.keys(skippedFor)).toEqual([
      expect.stringContaining("before its first reader opens the case"),
    ]);
    expect(server.seen).toHaveLength(0);
  });

  test("go when another draft takes the place of the text they translate", async () => {
    await run("translation");
    await addPassage("findings", "The spleen is normal.");
    await transaction((tx) => storeOfflineDrafts(tx, built.id));
    const drafts = await standing();
    for (const { parentDraftId } of drafts.filter(({ method }) => method === "translation"))
      expect(drafts.map(({ id }) => id)).toContain(parentDraftId);
    expect(drafts.filter(({ kind }) => kind === "findings").map(({ language }) => language)).toEqual(["en"]);
    expect((await run("translation")).drafted).toBeGreaterThan(0);
  });
});

const sideChanged = (answer: unknown) => JSON.parse(JSON.stringify(answer).replaceAll("左", "右")) as unknown;
