import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { enterWorker } from "@/lib/jobs/mutations/workers";
import { fittingAnswer } from "../testing/scripted-answers";
import { seedTexts } from "../testing/seed-texts";
import { testModelServer } from "../testing/test-model-server";
import { type DraftOptions, draftProject } from "./draft-project";

const db = testDatabase();
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);
beforeEach(() => server.play([{ kind: "ok", reply: fittingAnswer }]));

const draft = (slug: string, change: Partial<DraftOptions> = {}) =>
  draftProject({
    slug,
    number: null,
    steps: ["findings"],
    method: "openai",
    environment: { baseUrl: server.baseUrl, apiKey: "k", model: "test-model", local: undefined },
    signal: new AbortController().signal,
    log: () => {},
    ...change,
  });

test("what a terminal drafts is counted with what all others of the project send", async () => {
  const { id, slug } = await seedTexts(db.client, 2, {});
  const before = server.seen.length;
  const outcome = await draft(slug);
  if (!outcome.ok) throw new Error(outcome.sentence);
  expect(outcome.report.failed).toEqual([]);
  const sent = server.seen.length - before;
  expect(sent).toBeGreaterThan(0);
  expect(await db.client.jobRequest.count({ where: { projectId: id, runId: null } })).toBe(sent);
  // Its places are free again.
  await expect.poll(() => db.client.jobWorker.count()).toBe(0);
});

test("where another process has sent what a minute allows, nothing is sent until it has passed", async () => {
  const { id, slug } = await seedTexts(db.client, 1, { requestsPerMinute: 2 });
  const other = await enterWorker(3_600_000);
  // Sent in some minutes by this clock, so that no pause of the machine lets the minute pass.
  const startedAt = new Date(Date.now() + 600_000);
  await db.client.jobRequest.createMany({
    data: ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"].map((row) => ({
      id: row,
      projectId: id,
      workerId: other,
      startedAt,
      endedAt: startedAt,
    })),
  });
  const before = server.seen.length;
  const stop = new AbortController();
  const drafting = draft(slug, { signal: stop.signal });
  await expect.poll(() => db.client.jobWorker.count(), { timeout: 20_000 }).toBe(2);
  expect(server.seen.length).toBe(before);
  stop.abort();
  const outcome = await drafting;
  expect(outcome.ok && outcome.report.drafted).toBe(0);
  expect(server.seen.length).toBe(before);
});
