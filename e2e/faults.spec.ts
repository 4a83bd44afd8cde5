import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import type { ReadingItems } from "@/lib/reading/types";
import { openCase, savedReading, saveMark, typeEdit, valuesOf } from "./room";
import { type OwnServer, ownServer } from "./server";
import { addDiscs, addPerson, sessionOf } from "./stage";
import { signIn } from "./support";
import { type Desk, type Log, lostFrom, startWriter } from "./writers";

/** How often something is killed while readers save. */
const kills = Number(process.env.FAULT_KILLS ?? 3);
const desksAtOnce = 6;

test.setTimeout(60_000 + kills * 60_000);

let server: OwnServer;

test.beforeAll(async () => {
  server = await ownServer();
  await server.start();
});

test.afterAll(async () => {
  await server?.end();
  if (process.env.E2E_DATA_DIR) process.env.DATA_DIR = process.env.E2E_DATA_DIR;
});

test("every acknowledged change is there after the app, the database or both were killed", async () => {
  const { stage, origin } = server;
  const project = await seedProject(stage, "faults");
  const desks: Desk[] = [];
  for (let number = 0; number < desksAtOnce; number += 1) {
    const reader = await addPerson(stage, `reader-${number}`, [{ project, role: "reader" }]);
    const { id, instanceId } = await seedCase(stage, project, { readersWanted: 1 });
    const opened = await openReading(reader.actor, id);
    if (!opened.ok) throw new Error(opened.reason);
    desks.push({ readingId: opened.readingId, instanceId, cookie: await sessionOf(origin, reader.account) });
  }
  const log: Log = { acknowledged: new Map(), keys: new Set(), strange: [] };
  const writers = desks.map((desk) => startWriter(origin, desk, log));
  const waits: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const before = log.keys.size;
    await expect.poll(() => log.keys.size, { timeout: 30_000 }).toBeGreaterThan(before + 5);
    await sleep(Math.random() * 700);
    const began = Date.now();
    const what = (["app", "database", "both"] as const)[kill % 3];
    if (what !== "app") server.killDatabase();
    if (what !== "database") {
      await server.killApp();
      await server.start();
    } else {
      await sleep(200);
      await server.ready();
    }
    waits.push(Date.now() - began);
  }
  await expect.poll(server.answers, { timeout: 30_000 }).toBe(true);
  for (const writer of writers) await writer.stop();

  const readings = await Promise.all(
    desks.map(async ({ readingId, cookie }) => {
      const answer = await fetch(`${origin}/api/readings/${readingId}`, { headers: { cookie } });
      expect(answer.status).toBe(200);
      return (await answer.json()) as { readonly revision: number; readonly items: ReadingItems };
    }),
  );
  const changes = await server.stage.readingChange.findMany({
    select: { readingId: true, key: true, revision: true },
  });
  const stored = new Map(changes.map(({ key, revision }) => [key, revision]));
  console.log(
    `${kills} kills, ${log.keys.size} changes acknowledged, ${changes.length} stored, back after ${waits.join(", ")} ms`,
  );
  expect(log.strange).toEqual([]);
  expect(lostFrom(log, readings)).toEqual([]);
  expect([...log.keys].filter((key) => !stored.has(key))).toEqual([]);
  // Nothing twice: each key once, and each reading's revision is the number of its changes.
  expect(stored.size).toBe(changes.length);
  for (const [index, { readingId }] of desks.entries())
    expect(changes.filter((change) => change.readingId === readingId).length).toBe(readings[index]?.revision);
});

test("words typed while the server was away survive the closed tab and its start", async ({ browser }) => {
  const { stage, origin } = server;
  const { project, caseIds } = await addDiscs(stage, "away", 1);
  const reader = await addPerson(stage, "Rhea Restart", [{ project, role: "reader" }]);
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await signIn(page, reader.account);
  const [caseId = ""] = caseIds;
  await openCase(page, caseId, "findings");
  await server.killApp();
  await typeEdit(page, " Typed while nobody listened.");
  await expect(saveMark(page)).toHaveText(/^Offline, \d+ changes? kept here\.$/);
  await page.close();
  await server.start();
  const again = await context.newPage();
  await openCase(again, caseId, "findings");
  const { id } = await stage.reading.findFirstOrThrow({ where: { caseId }, select: { id: true } });
  await expect
    .poll(async () => JSON.stringify(valuesOf(await savedReading(again, id), "decision")))
    .toContain("Typed while nobody listened.");
  const keys = await stage.readingChange.findMany({ where: { readingId: id }, select: { key: true } });
  expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
  await context.close();
});
