import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { requestHash } from "../rules/generation/wire-body";
import { startModelServer } from "../testing/model-server";
import { fittingAnswer } from "../testing/scripted-answers";
import { seedTexts } from "../testing/seed-texts";

const kills = 2;
const cases = 40;
const concurrency = 4;

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once("exit", done));

test(`drafts survive ${kills} kills: each is stored once, paid again at most what was in flight`, async () => {
  const generation = { concurrency, maxCalls: null, requestsPerMinute: 10_000 };
  const project = await seedTexts(db.client, cases, generation);
  const server = await startModelServer([
    { kind: "ok", reply: (body) => new Promise((done) => setTimeout(() => done(fittingAnswer(body)), 30)) },
  ]);
  const environment = {
    ...process.env,
    DATABASE_URL: db.url,
    DATA_DIR: folder,
    MODEL_BASE_URL: server.baseUrl,
    MODEL_NAME: "test-model",
  };
  const start = () =>
    spawn(
      process.execPath,
      ["cli/run.mjs", "draft", "--project", project.slug, "--steps", "findings,discussion", "--json"],
      { env: environment, stdio: ["ignore", "pipe", "ignore"], detached: true },
    );
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = start();
    const target = Math.ceil((kill * 2 * cases) / (kills + 1));
    const gone = ended(child);
    while (new Set(server.seen.map(({ body }) => body)).size < target && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 5));
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await gone;
  }
  const last = start();
  let output = "";
  last.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  expect(await ended(last)).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ ok: true, failed: [], cases });
  const hashes = server.seen.map(({ body }) => requestHash(body));
  expect(new Set(hashes).size).toBe(2 * cases);
  expect(hashes.length).toBeLessThanOrEqual(2 * cases + kills * concurrency);
  const drafts = await db.client.draft.findMany({
    where: { set: { case: { projectId: project.id } }, supersededById: null },
    select: { kind: true, set: { select: { caseId: true } } },
  });
  const places = drafts.map(({ kind, set }) => `${kind} ${set?.caseId}`);
  expect(places).toHaveLength(2 * cases);
  expect(new Set(places).size).toBe(2 * cases);
  await server.stop();
}, 600_000);
