import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { systemClock } from "@/lib/drafting/mutations/model-run";
import { createRunGate } from "@/lib/drafting/rules/generation/run-gate";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import { seedTexts } from "@/lib/drafting/testing/seed-texts";
import { testModelServer } from "@/lib/drafting/testing/test-model-server";
import type { RunLimits } from "@/lib/drafting/types/model";
import { itemsWithSentence, runOf, runsOf } from "./data/runs";
import { cancelRun, retryRun } from "./mutations/change-run";
import { finishItem, takeBack, takeNext } from "./mutations/items";
import { createPaceGate } from "./mutations/pace-gate";
import { createSharedGate } from "./mutations/shared-gate";
import { startRun } from "./mutations/start-run";
import { startWorker, type Worker } from "./mutations/worker";
import { beat, enterWorker, leaveWorker } from "./mutations/workers";
import { losses } from "./rules";

const db = testDatabase();
const generous = { concurrency: 4, maxCalls: null, requestsPerMinute: 10_000 };
const kinds = ["draft-case"];
const lease = 60_000;
const server = testModelServer([{ kind: "ok", reply: fittingAnswer }]);

beforeEach(async () => {
  server.play([{ kind: "ok", reply: fittingAnswer }]);
  await db.client.jobItem.deleteMany();
  await db.client.jobRequest.deleteMany();
  await db.client.jobRun.deleteMany();
  await db.client.jobWorker.deleteMany();
});

const variables = () => ({ MODEL_BASE_URL: server.baseUrl, MODEL_NAME: "test-model" });

async function begin(projectId: string, parameters: object = {}): Promise<string> {
  const outcome = await startRun({
    projectId,
    kind: "draft-case",
    parameters: { steps: ["findings"], ...parameters },
    actorId: null,
    variables: variables(),
  });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.runId;
}

const said: string[] = [];
const worker = (atOnce = 4): Worker =>
  startWorker({
    atOnce,
    lease,
    poll: 20,
    grace: 2000,
    variables: variables(),
    log: (line) => void said.push(line),
  });

async function progress(projectId: string, runId: string) {
  const run = await runOf(projectId, runId);
  if (!run) throw new Error("no run");
  return run;
}

/** Long enough for a machine that is busy with something else. */
const patience = { timeout: 30_000 };

const settled = (projectId: string, runId: string) =>
  expect
    .poll(async () => {
      const { counts } = await progress(projectId, runId);
      return counts.waiting + counts.running;
    }, patience)
    .toBe(0);

const draftsOf = (projectId: string) =>
  db.client.draft.count({ where: { set: { case: { projectId } }, supersededById: null } });

describe("a run of drafts", () => {
  test("works off every case once, tells how far it is and what it took", async () => {
    const { id } = await seedTexts(db.client, 12, generous);
    const runId = await begin(id);
    expect(await progress(id, runId)).toMatchObject({
      state: "waiting",
      items: 12,
      parameters: { method: "openai", steps: ["findings"], number: null },
    });
    const one = worker();
    await settled(id, runId);
    await one.stop();
    expect(await progress(id, runId)).toMatchObject({
      state: "done",
      counts: { done: 12, failed: 0, cancelled: 0 },
      calls: 12,
      tokens: 12 * 1100,
      costReserved: 0,
    });
    expect(await draftsOf(id)).toBe(12);
    expect(server.seen).toHaveLength(12);
    expect(await db.client.jobWorker.count()).toBe(0);
    expect(said).toEqual([]);
  });

  test("by the offline rules sends nothing", async () => {
    const { id } = await seedTexts(db.client, 3, generous);
    const runId = await begin(id, { method: "offline" });
    const one = worker();
    await settled(id, runId);
    await one.stop();
    expect((await progress(id, runId)).counts.done).toBe(3);
    expect(await draftsOf(id)).toBeGreaterThan(0);
    expect(server.seen).toHaveLength(0);
  });

  test("keeps the sentence of an item that failed, and asks the model again after Retry", async () => {
    const { id, caseIds } = await seedTexts(db.client, 2, generous);
    server.play([{ kind: "refusal" }, { kind: "ok", reply: fittingAnswer }]);
    const runId = await begin(id);
    const one = worker(1);
    await settled(id, runId);
    expect(await progress(id, runId)).toMatchObject({ state: "failed", counts: { done: 1, failed: 1 } });
    const [item] = await itemsWithSentence(runId);
    expect(item).toMatchObject({ caseId: caseIds[0], label: "RR-00001", state: "failed" });
    expect(item?.sentence).toMatch(/^findings: .*\w{4}.*\.$/);
    expect(await retryRun({ projectId: id, runId, actorId: null }, [caseIds[0] ?? ""])).toEqual({
      ok: true,
      items: 1,
    });
    await settled(id, runId);
    await one.stop();
    expect(await progress(id, runId)).toMatchObject({ state: "done", counts: { done: 2, failed: 0 } });
    expect(server.seen).toHaveLength(3);
    expect(await itemsWithSentence(runId)).toEqual([]);
    const actions = await db.client.auditEvent.findMany({
      where: { subjectType: "job-run", subjectId: runId },
      select: { action: true },
      orderBy: { id: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual(["jobs.start", "jobs.retry"]);
  });

  test("waits before it tries again what may pass by itself", async () => {
    const { id } = await seedTexts(db.client, 1, generous);
    server.play([{ kind: "status", status: 429, headers: { "retry-after": "3600" } }]);
    const runId = await begin(id);
    const one = worker(1);
    await expect.poll(async () => (await itemsWithSentence(runId)).length, patience).toBe(1);
    await one.stop();
    const [item] = await itemsWithSentence(runId);
    expect(item).toMatchObject({ state: "waiting", attempts: 1 });
    const row = await db.client.jobItem.findFirstOrThrow({ where: { runId } });
    expect(row.dueAt.getTime()).toBeGreaterThan(Date.now() + 15_000);
  });

  test("that is cancelled stops, and goes on where it was after Retry", async () => {
    const { id } = await seedTexts(db.client, 30, generous);
    server.play([{ kind: "slow", ms: 50, reply: { findings: "A mass of 3 cm lies in the left lobe." } }]);
    const runId = await begin(id);
    const one = worker(2);
    await expect.poll(async () => (await progress(id, runId)).counts.done, patience).toBeGreaterThan(2);
    expect((await cancelRun({ projectId: id, runId, actorId: null })).ok).toBe(true);
    await settled(id, runId);
    const stopped = await progress(id, runId);
    expect(stopped.state).toBe("cancelled");
    expect(stopped.counts.cancelled).toBeGreaterThan(10);
    expect(stopped.counts.failed).toBe(0);
    const before = server.seen.length;
    await retryRun({ projectId: id, runId, actorId: null }, null);
    await settled(id, runId);
    await one.stop();
    expect((await progress(id, runId)).counts.done).toBe(30);
    expect(before).toBeLessThanOrEqual(stopped.counts.done + 2);
    expect(server.seen).toHaveLength(30);
  });

  test("gives back what is under way when its worker is stopped, and loses no answer that came", async () => {
    const { id } = await seedTexts(db.client, 6, generous);
    server.play([{ kind: "slow", ms: 300, reply: { findings: "A mass of 3 cm lies in the left lobe." } }]);
    const runId = await begin(id, { steps: ["findings", "discussion"] });
    const one = worker(3);
    await expect.poll(() => server.seen.length, patience).toBeGreaterThan(0);
    await one.stop();
    const { counts } = await progress(id, runId);
    expect(counts.running).toBe(0);
    expect(counts.failed).toBe(0);
    expect(
      await db.client.modelCall.count({
        where: { case: { projectId: id }, attempts: { gt: 0 }, response: null },
      }),
    ).toBe(0);
  });

  test("belongs to its project alone, and needs a case and a way to draft", async () => {
    const [mine, other] = [await seedTexts(db.client, 1, generous), await seedTexts(db.client, 1, generous)];
    const runId = await begin(mine.id);
    expect(await runsOf(other.id)).toEqual([]);
    expect(await runOf(other.id, runId)).toBeNull();
    const foreign = { projectId: other.id, runId, actorId: null };
    expect(await cancelRun(foreign)).toEqual({ ok: false, reason: "not-found" });
    expect(await retryRun(foreign, null)).toEqual({ ok: false, reason: "not-found" });
    expect((await progress(mine.id, runId)).counts.waiting).toBe(1);
    const start = { projectId: mine.id, kind: "draft-case", actorId: null, variables: {} };
    const parameters = { steps: ["findings"] };
    expect(await startRun({ ...start, parameters: { ...parameters, number: 99 } })).toEqual({
      ok: false,
      sentence: "There is no such case in this project.",
    });
    expect(await startRun({ ...start, parameters: { ...parameters, method: "openai" } })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^No model endpoint is set/),
    });
    expect(await startRun({ ...start, parameters })).toMatchObject({
      ok: true,
      parameters: { method: "offline" },
    });
  });
});

describe("the queue", () => {
  test("gives an item to one worker, and a case to one run at a time", async () => {
    const { id } = await seedTexts(db.client, 20, generous);
    await begin(id);
    await begin(id);
    const workers = await Promise.all(Array.from({ length: 8 }, () => enterWorker(lease)));
    const takeAll = async (workerId: string) => {
      const mine: string[] = [];
      for (let empty = 0; empty < 5; ) {
        const job = await takeNext(workerId, kinds);
        if (job) mine.push(job.subjectId);
        else empty += 1;
      }
      return mine;
    };
    const taken = (await Promise.all(workers.map(takeAll))).flat();
    expect(taken).toHaveLength(20);
    expect(new Set(taken).size).toBe(20);
  });

  test("takes back what a dead worker held, and gives up what ended too many", async () => {
    const { id } = await seedTexts(db.client, 1, generous);
    const runId = await begin(id);
    for (let loss = 1; loss <= losses; loss += 1) {
      const workerId = await enterWorker(lease);
      const job = await takeNext(workerId, kinds);
      expect(job?.runId).toBe(runId);
      expect(await takeBack()).toBe(0);
      await db.client.jobWorker.update({ where: { id: workerId }, data: { aliveUntil: new Date(0) } });
      expect(await beat(workerId, lease)).toBe(false);
      expect(await takeBack()).toBe(1);
      if (job)
        expect(await finishItem(workerId, job, { kind: "done", sentence: null, result: {} })).toBe(false);
    }
    const last = await progress(id, runId);
    expect(last.counts.failed).toBe(1);
    expect((await itemsWithSentence(runId))[0]?.sentence).toBe(
      "The worker ended 5 times while it worked on this.",
    );
  });

  test("lets a small run go before a long one", async () => {
    const { id, caseIds } = await seedTexts(db.client, 15, generous);
    await begin(id);
    const small = await begin(id, { number: 9 });
    const job = await takeNext(await enterWorker(lease), kinds);
    expect(job).toMatchObject({ runId: small, subjectId: caseIds[8] });
  });
});

describe("the limits of a project, over all workers", () => {
  test("hold for requests and how many at a time", async () => {
    const { id } = await seedTexts(db.client, 30, { ...generous, concurrency: 3, maxCalls: 17 });
    server.play([{ kind: "slow", ms: 30, reply: { findings: "A mass of 3 cm lies in the left lobe." } }]);
    const runId = await begin(id);
    const workers = [worker(4), worker(4)];
    await settled(id, runId);
    await Promise.all(workers.map((one) => one.stop()));
    expect(server.seen).toHaveLength(17);
    expect(server.mostOpen()).toBeLessThanOrEqual(3);
    const run = await progress(id, runId);
    expect(run.counts).toMatchObject({ done: 17, failed: 13 });
    const items = await itemsWithSentence(runId);
    expect(new Set(items.map(({ sentence }) => sentence))).toEqual(
      new Set(["findings: The run's limit of 17 requests is reached."]),
    );
  });

  async function gates(limits: Partial<RunLimits>, count: number) {
    const { id: projectId } = await seedTexts(db.client, 1, generous);
    const runId = await begin(projectId);
    const all: RunLimits = { maxCost: null, maxTokens: null, ...generous, ...limits };
    const of = { projectId, runId, closing: new AbortController().signal };
    const made = [];
    for (let index = 0; index < count; index += 1) {
      const workerId = await enterWorker(lease);
      made.push({ workerId, gate: createSharedGate({ ...of, workerId }, all, systemClock) });
    }
    return { made, projectId, runId, all };
  }
  const long = () => new AbortController().signal;
  const spend = { tokens: 100, cost: 0.5 };

  test("hold for cost: what is under way or was cut off by a kill counts with its estimate", async () => {
    const { made, projectId, runId } = await gates({ maxCost: 1.6 }, 2);
    const [one, two] = made;
    const first = await one?.gate.enter(spend, long());
    const second = await two?.gate.enter(spend, long());
    if (first?.ok) first.leave({ tokens: 40, cost: 0.25 });
    await one?.gate.settled();
    expect(second?.ok).toBe(true);
    const third = await one?.gate.enter(spend, long());
    expect(third?.ok).toBe(true);
    expect(await two?.gate.enter(spend, long())).toMatchObject({ ok: false, state: "over-budget" });
    expect(await progress(projectId, runId)).toMatchObject({
      calls: 3,
      tokens: 40,
      cost: 0.25,
      costReserved: 1,
    });
  });

  test("hold for requests per minute, as a gate of one process does", async () => {
    const { made, all } = await gates({ requestsPerMinute: 5 }, 2);
    const alone = createRunGate({ ...all, requestsPerMinute: 5 }, systemClock);
    const stop = new AbortController();
    const enter = async (gate: { enter: typeof alone.enter }) => (await gate.enter(spend, stop.signal)).ok;
    const shared = Array.from({ length: 8 }, (_, index) => {
      const gate = made[index % 2]?.gate ?? alone;
      return enter(gate);
    });
    await expect.poll(() => db.client.jobRequest.count({ where: { endedAt: null } }), patience).toBe(4);
    // Places at a time are free again, so that only the minute holds the rest.
    await db.client.jobRequest.updateMany({ data: { endedAt: new Date() } });
    await expect.poll(() => db.client.jobRequest.count(), patience).toBe(5);
    stop.abort();
    expect((await Promise.all(shared)).filter(Boolean)).toHaveLength(5);
  });

  test("hold a request of no run to the same pace, and count it with those of runs", async () => {
    const { made, projectId, all } = await gates({ concurrency: 1, requestsPerMinute: 3 }, 1);
    const gate = made[0]?.gate;
    const alone = createPaceGate(projectId, { ...all, concurrency: 1, requestsPerMinute: 3 }, systemClock);
    const stop = new AbortController();
    const first = await gate?.enter(spend, long());
    // The one place is taken by a run: who waits there long enough is told so, and leaves nothing behind.
    const refused = alone.enter(spend, stop.signal);
    await expect.poll(() => db.client.jobWorker.count(), patience).toBe(2);
    stop.abort();
    expect(await refused).toMatchObject({ ok: false, state: "aborted" });
    expect(await db.client.jobWorker.count()).toBe(1);
    const second = alone.enter(spend, long());
    if (first?.ok) first.leave({ tokens: 1, cost: 0 });
    const entered = await second;
    expect(entered.ok).toBe(true);
    expect(await db.client.jobRequest.count({ where: { projectId, runId: null, endedAt: null } })).toBe(1);
    // And now a run waits for it.
    const third = gate?.enter(spend, long());
    if (entered.ok) entered.leave({ tokens: 1, cost: 0 });
    expect((await third)?.ok).toBe(true);
    await expect.poll(() => db.client.jobWorker.count(), patience).toBe(1);
    // Three were sent within the minute, whoever sent them.
    await db.client.jobRequest.updateMany({ data: { endedAt: new Date() } });
    const hurry = new AbortController();
    const late = alone.enter(spend, hurry.signal);
    await expect.poll(() => db.client.jobWorker.count(), patience).toBe(2);
    hurry.abort();
    expect((await late).ok).toBe(false);
    expect(await db.client.jobRequest.count({ where: { projectId } })).toBe(3);
  });

  test("free the places of a worker that died", async () => {
    const { made } = await gates({ concurrency: 1 }, 2);
    const [one, two] = made;
    expect((await one?.gate.enter(spend, long()))?.ok).toBe(true);
    const next = two?.gate.enter(spend, long());
    await leaveWorker(one?.workerId ?? "");
    expect((await next)?.ok).toBe(true);
  });
});
