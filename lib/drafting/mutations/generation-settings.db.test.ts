import { expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { setGenerationSettings } from "./generation-settings";

const db = testDatabase();

test("settings change field by field, beside those of other rooms, with an audit event", async () => {
  const { id, slug } = await builder(db.client).project();
  await db.client.project.update({ where: { id }, data: { settings: { readersWanted: 2 } } });
  const set = (change: unknown) => setGenerationSettings(slug, change, null);
  expect(await set({ model: "m", maxCost: 5 })).toMatchObject({ ok: true, changed: true });
  expect(await set({ localOrigins: ["http://127.0.0.1:8000"] })).toMatchObject({
    settings: { model: "m", maxCost: 5, localOrigins: ["http://127.0.0.1:8000"] },
  });
  expect(await set({ model: "m" })).toMatchObject({ ok: true, changed: false });
  expect(await set(null)).toMatchObject({ ok: true, changed: false, settings: { model: "m" } });
  const row = await db.client.project.findUniqueOrThrow({ where: { id } });
  expect(row.settings).toMatchObject({ readersWanted: 2, generation: { model: "m" } });
  const events = await db.client.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(events.map(({ detail }) => (detail as { changed: string[] }).changed)).toEqual([
    ["model", "maxCost"],
    ["localOrigins"],
  ]);
});

test.each([
  [{ apiKey: "x" }, "Unrecognized key"],
  [{ concurrency: 0 }, "concurrency"],
  [{ localOrigins: ["http://host/v1"] }, "localOrigins.0"],
  [{ prices: { m: { input: 1 } } }, "prices.m"],
  [[1], "one JSON object"],
  ["x", "one JSON object"],
])("%j is refused by field and changes nothing", async (change, why) => {
  const { id, slug } = await builder(db.client).project();
  const outcome = await setGenerationSettings(slug, change, null);
  expect(JSON.stringify(outcome)).toContain(why);
  expect(outcome.ok).toBe(false);
  expect((await db.client.project.findUniqueOrThrow({ where: { id } })).settings).toEqual({});
  expect(await setGenerationSettings("nothing", {}, null)).toEqual({ ok: false, reason: "unknown-project" });
});
