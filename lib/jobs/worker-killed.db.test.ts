import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { requestHash } from "@/lib/drafting/rules/generation/wire-body";
import { startModelServer } from "@/lib/drafting/testing/model-server";
import { fittingAnswer } from "@/lib/drafting/testing/scripted-answers";
import { seedTexts } from "@/lib/drafting/testing/seed-texts";
import { runOf } from "./data/runs";
import { startRun } from "./mutations/start-run";

// `npm run bench -- jobs` sets more.
const items = Number(process.env.JOBS_ITEMS ?? 40);
const kills = Number(process.env.JOBS_KILLS ?? 2);
const atOnce = 4;
const leaseSeconds = 15;

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "worker-killed-"));
const children = new Set<ChildProcess>();
const endGroup = ({ pid, exitCode }: ChildProcess) => {
  if (pid !== undefined && exitCode === null) process.kill(-pid, "SIGKILL");
};
afterAll(() => {
  for (const child of children) endGroup(child);
  rmSync(folder, { recursive: true, force: true });
});

interface WorkerProcess {
  readonly child: ChildProcess;
  readonly gone: Promise<number | null>;
  ready: boolean;
}

function startProcess(baseUrl: string): WorkerProcess {
  const child = spawn(
    process.execPath,
    ["cli/run.mjs", "worker", "--at-once", String(atOnce), "--lease", String(leaseSeconds)],
    {
      env: {
        ...process.env,
        DATABASE_URL: db.url,
        DATA_DIR: folder,
        MODEL_BASE_URL: baseUrl,
        MODEL_NAME: "test-model",
      },
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    },
  );
  children.add(child);
  const gone = new Promise<number | null>((done) =>
    child.once("exit", (code) => {
      children.delete(child);
      done(code);
    }),
  );
  const started: WorkerProcess = { child, gone, ready: false };
  child.stderr?.on("data", (chunk: Buffer) => {
    if (chunk.toString().includes("Working on")) started.ready = true;
  });
  return started;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test(`${items} items survive ${kills} kills of their workers: each is stored once, paid again at most what was in flight`, async () => {
  const generation = { concurrency: 64, maxCalls: null, requestsPerMinute: 10_000 };
  const project = await seedTexts(db.client, items, generation);
  const distinct = new Set<string>();
  const reply = async (body: string) => {
    distinct.add(requestHash(body));
    await pause(30);
    return fittingAnswer(body);
  };
  const server = await startModelServer([{ kind: "ok", reply }]);
  const begun = Date.now();
  const run = await startRun({
    projectId: project.id,
    kind: "draft-case",
    parameters: { steps: ["findings"] },
    actorId: null,
    variables: { MODEL_BASE_URL: server.baseUrl, MODEL_NAME: "test-model" },
  });
  if (!run.ok) throw new Error(run.sentence);
  let workers = [startProcess(server.baseUrl), startProcess(server.baseUrl)];
  let inFlight = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const target = Math.ceil((kill * items) / (kills + 1));
    while (distinct.size < target || !workers.some(({ ready }) => ready)) await pause(20);
    const victim = workers.find(({ ready }) => ready);
    if (!victim) throw new Error("no worker is ready");
    expect(victim.child.exitCode).toBeNull();
    inFlight += server.open();
    endGroup(victim.child);
    await victim.gone;
    workers = [...workers.filter((one) => one !== victim), startProcess(server.baseUrl)];
  }
  await expect
    .poll(async () => (await runOf(project.id, run.runId))?.counts.done, { timeout: 600_000, interval: 500 })
    .toBe(items);
  // One that is still starting cannot stop in order yet.
  await expect.poll(() => workers.every(({ ready }) => ready), { timeout: 300_000 }).toBe(true);
  for (const { child } of workers) if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  expect(await Promise.all(workers.map(({ gone }) => gone))).toEqual(workers.map(() => 0));

  const asked = server.seen.length;
  const extra = asked - items;
  expect(distinct.size).toBe(items);
  expect(extra).toBeLessThanOrEqual(kills * atOnce);
  const drafts = await db.client.draft.findMany({
    where: { set: { case: { projectId: project.id } } },
    select: { kind: true, set: { select: { caseId: true } } },
  });
  expect(drafts).toHaveLength(items);
  expect(new Set(drafts.map(({ kind, set }) => `${kind} ${set?.caseId}`)).size).toBe(items);
  expect((await runOf(project.id, run.runId))?.calls).toBeGreaterThanOrEqual(asked);
  expect(await db.client.jobWorker.count({ where: { aliveUntil: { gt: new Date() } } })).toBe(0);
  await server.stop();
  const seconds = Math.round((Date.now() - begun) / 1000);
  process.stdout.write(
    `${items} items, ${kills} kills, ${seconds} s: ${drafts.length} drafts stored, ${asked} requests, ` +
      `${extra} sent again, ${inFlight} open at the kills, at most ${kills * atOnce} allowed\n`,
  );
}, 3_600_000);
