import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import { requestOf } from "@/lib/reading/testing/change";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { draftProject } from "../mutations/draft-project";
import { draftRecordSchema } from "../schema";
import { fittingAnswer } from "../testing/scripted-answers";
import { testModelServer } from "../testing/test-model-server";
import { draftRecord } from "./draft-record";

const db = testDatabase();
testDataFolder();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);
let people: Readonly<Record<"reader" | "other" | "stranger", Actor>>;
let draft = { id: "", contentHash: "" };
let caseId = "";

beforeAll(async () => {
  const rows = builder(db.client);
  const project = { ...(await rows.project()), sourceId: "" };
  const built = await rows.case(project.id, { state: "ready", pictures: ["ct"] });
  caseId = built.id;
  await db.client.caseRecord.update({ where: { id: caseId }, data: { readersWanted: 2 } });
  await db.client.source.updateMany({
    where: { projectId: project.id },
    data: { externalModelAllowed: true },
  });
  const imageId = built.images[0]?.id ?? null;
  const id = uuidv7();
  const text = "A 3 cm mass lies in the left lobe of the liver (arrow).";
  await db.client.passage.create({
    data: { id, caseId, kind: "caption", imageId, text, contentHash: id },
  });
  const outcome = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["caption"],
    method: null,
    environment: { baseUrl: server.baseUrl, apiKey: "secret-key", model: "gpt-4o", local: undefined },
    signal: new AbortController().signal,
    log: () => {},
  });
  expect(outcome).toMatchObject({ ok: true, report: { failed: [] } });
  draft = await db.client.draft.findFirstOrThrow({
    where: { set: { caseId }, kind: "caption", modelCallId: { not: null }, supersededById: null },
    select: { id: true, contentHash: true },
  });
  const member = (name: string) => seedActor(db.client, name, [{ project, role: "reader" }]);
  people = {
    reader: await member("reader"),
    other: await member("other"),
    stranger: await seedActor(db.client, "stranger", []),
  };
});

test("a draft's record tells who was asked, with what, what came, and what this reader did since", async () => {
  const opened = await openReading(people.reader, caseId);
  if (!opened.ok) throw new Error(opened.reason);
  const note = "Too dark.";
  const judged = {
    op: "put",
    part: "decision",
    id: draft.id,
    base: 0,
    value: { kind: "cannot-judge", draftHash: draft.contentHash, note },
  } as const;
  expect(await saveChanges(people.reader, opened.readingId, requestOf(judged))).toMatchObject({ ok: true });

  const found = await draftRecord(people.reader, draft.id);
  if (!found.ok) throw new Error(found.reason);
  const record = draftRecordSchema.parse(found.record);
  const call = await db.client.modelCall.findFirstOrThrow({ where: { caseId } });
  expect(record.run).toMatchObject({ method: "openai", version: "gpt-4o" });
  expect(record.call).toMatchObject({
    model: "gpt-4o",
    prompt: { id: "caption", version: 1, hash: call.promptHash },
    seed: call.seed,
    requestHash: call.requestHash,
    response: call.response,
    state: "answered",
    pictures: [expect.objectContaining({ frame: 1 })],
  });
  expect(record.call?.prompt.instructions).toContain("caption");
  expect(record.call?.texts.some((block) => "passageId" in block)).toBe(true);
  expect(record.changes).toEqual([
    expect.objectContaining({ part: "decision", undo: false, before: null, after: judged.value }),
  ]);
  expect(JSON.stringify(record)).not.toContain("secret-key");
});

test("another reader sees the same origin and none of these changes; a stranger sees nothing", async () => {
  const found = await draftRecord(people.other, draft.id);
  expect(found).toMatchObject({ ok: true, record: { changes: [], draft: { id: draft.id } } });
  expect(await draftRecord(people.stranger, draft.id)).toEqual({ ok: false, reason: "not-found" });
  expect(await draftRecord(people.reader, uuidv7())).toEqual({ ok: false, reason: "not-found" });
});
