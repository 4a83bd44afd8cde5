import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { prompts } from "../registry";
import { requestHash } from "../rules/generation/wire-body";
import type { PromptTrial } from "../schema";
import { fittingAnswer } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { tryPrompt } from "./try-prompt";

const db = testDatabase();
testDataFolder();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);

let project = { id: "", slug: "" };
let built: Awaited<ReturnType<ReturnType<typeof builder>["case"]>>;
let actorId = "";

beforeEach(async () => {
  server.play([{ kind: "ok", reply: fittingAnswer }]);
  const rows = builder(db.client);
  project = await rows.project();
  built = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  const id = uuidv7();
  const imageId = built.images[0]?.id ?? "";
  const text = "A 3 cm mass lies in the left lobe.";
  await db.client.passage.create({
    data: { id, caseId: built.id, kind: "caption", imageId, text, contentHash: id },
  });
  actorId = (await seedActor(db.client, `trying-${id}`, [])).id;
});

const endpoint = () => ({ MODEL_BASE_URL: server.baseUrl, MODEL_NAME: "m", MODEL_LOCAL: "1" });
const attempt = (
  promptId: string,
  send: boolean,
  variables: Readonly<Record<string, string>> = endpoint(),
  change: Partial<PromptTrial> = {},
) =>
  tryPrompt(
    { promptId, version: 1, number: built.number, send, ...change },
    { slug: project.slug, actorId, variables, signal: new AbortController().signal },
  );

test("the request is shown as it would leave, and nothing is sent before it is asked for", async () => {
  const shown = await attempt("caption", false);
  if (!shown.ok) throw new Error(shown.sentence);
  expect(shown.trial).toMatchObject({ model: { ok: true, name: "m" }, stays: null, answer: null });
  expect(shown.trial.words).toContain("left lobe");
  expect(shown.trial.pictures).toMatchObject([
    { name: "Image 1", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(shown.trial.pictures[0]?.thumbnail).toMatch(/^data:image\/webp;base64,/);
  expect(server.seen).toHaveLength(0);
  const sent = await attempt("caption", true);
  if (!sent.ok) throw new Error(sent.sentence);
  expect(server.seen.map(({ body }) => requestHash(body))).toEqual([shown.trial.requestHash]);
  expect(sent.trial.answer).toMatchObject({
    sentence: null,
    paid: true,
    calls: [{ state: "answered", attempts: 1 }],
  });
  expect(sent.trial.answer?.parsed).toContain("A mass of 3 cm");
  expect(sent.trial.answer?.calls[0]?.response).toContain("chatcmpl-test");
  // Recorded and audited with who asked; no draft.
  const event = await db.client.auditEvent.findFirst({
    where: { action: "drafting.send", subjectId: built.id },
  });
  expect(event?.actorId).toBe(actorId);
  expect(await db.client.draft.count({ where: { set: { caseId: built.id } } })).toBe(0);
  expect(await attempt("caption", true)).toMatchObject({ trial: { answer: { paid: false } } });
  expect(server.seen).toHaveLength(1);
});

test("without an endpoint the request is shown and what is missing is said", async () => {
  const shown = await attempt("caption", false, {});
  expect(shown).toMatchObject({ ok: true, trial: { requestHash: null, model: { ok: false } } });
  const sent = await attempt("caption", true, {});
  expect(sent).toMatchObject({ ok: false, sentence: expect.stringContaining("endpoint") });
});

test("what the source forbids stays here, with the sentence; a budget of nothing is kept", async () => {
  const outside = { MODEL_BASE_URL: "https://models.example/v1", MODEL_NAME: "m", MODEL_API_KEY: "k" };
  const forbidden = await attempt("caption", true, outside);
  expect(forbidden).toMatchObject({
    trial: { stays: expect.stringContaining("does not allow"), answer: { parsed: null } },
  });
  const settings = { generation: { maxCalls: 0 } };
  await db.client.project.update({ where: { id: project.id }, data: { settings } });
  const spent = await attempt("caption", true);
  expect(spent).toMatchObject({
    trial: { answer: { sentence: expect.stringContaining("limit of 0 requests") } },
  });
  expect(server.seen).toHaveLength(0);
});

test("a label is read as it came; a case that lacks what a prompt needs says so", async () => {
  expect(await attempt("modality", true)).toMatchObject({
    trial: {
      words: expect.not.stringContaining("left lobe"),
      answer: { parsed: expect.stringContaining('"CT"') },
    },
  });
  expect(await attempt("discussion", false)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("does not have a discussion or a diagnosis"),
  });
  expect(await attempt("caption", false, endpoint(), { number: 99_999 })).toMatchObject({
    sentence: "There is no case RR-99999 in this project.",
  });
  expect(await attempt("caption", false, endpoint(), { version: 99 })).toMatchObject({ ok: false });
});

test("every prompt of the program can be tried on some case", async () => {
  for (const { id } of prompts) {
    const shown = await attempt(id, false);
    if (!shown.ok) expect(shown.sentence).not.toContain("cannot be tried");
  }
});
