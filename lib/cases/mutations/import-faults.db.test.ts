import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture, writeSlice } from "@/lib/importing/testing/make-slice";
import { importFolder, wholeCase, writeBundle } from "./testing/import-folder";
import { snapshot } from "./testing/snapshot";

const db = testDatabase();
const folder = importFolder();

/** Two bundles, a lone study of 12 slices, three pictures. */
async function writeInput(): Promise<void> {
  await writeBundle(join(folder.path, "in/x"));
  await writeBundle(join(folder.path, "in/y"), { ...wholeCase, caseId: "case-2" }, "1.2.3.2");
  for (let number = 1; number <= 12; number++)
    writeSlice(join(folder.path, `in/lone/${number}.dcm`), {
      uid: `1.2.8.${number}`,
      study: "1.2.8",
      series: "1.2.8.1",
      number,
    });
  for (const shade of [1, 2, 3]) await writePicture(join(folder.path, `in/pictures/${shade}.png`), shade);
}

const cases = (slug: string) => db.client.caseRecord.count({ where: { project: { slug } } });

/** Runs the command line in a process of its own and kills it, with SIGKILL, once `ripe` says so. */
async function importAndKill(slug: string, ripe: (started: number) => Promise<boolean>): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "cli/main.ts", "import", join(folder.path, "in"), "--project", slug],
    { env: { ...process.env, DATABASE_URL: db.url, DATA_DIR: folder.dataDir }, stdio: "ignore" },
  );
  const gone = new Promise<boolean>((done) => child.on("exit", (_, signal) => done(signal === "SIGKILL")));
  const started = Date.now();
  while (child.exitCode === null && !(await ripe(started))) await sleep(5);
  child.kill("SIGKILL");
  return gone;
}

const working = () => {
  const incoming = join(folder.dataDir, "incoming");
  return (
    existsSync(incoming) &&
    readdirSync(incoming, { recursive: true }).some((name) => String(name).endsWith(".frames"))
  );
};

describe("an import that is killed", { timeout: 240_000 }, () => {
  beforeEach(writeInput);

  it.each([
    ["while files are read", 0, async () => working()],
    ["after the first case", 0, async (slug: string) => (await cases(slug)) >= 1],
    ["a moment after the second case", 20, async (slug: string) => (await cases(slug)) >= 2],
    ["among the pictures", 3, async (slug: string) => (await cases(slug)) >= 4],
  ])("%s is finished by the next one without duplicates", async (_, delay, ripe) => {
    const clean = `${folder.slug}-clean`;
    const whole = await folder.runAs(clean, "in");
    expect(whole).toMatchObject({ cases: 6, refused: [] });
    const killed = await importAndKill(folder.slug, async () => {
      if (!(await ripe(folder.slug))) return false;
      await sleep(delay);
      return true;
    });
    expect(killed).toBe(true);
    const before = await cases(folder.slug);
    expect(before).toBeLessThan(6);
    const rest = await folder.run("in");
    expect(rest).toMatchObject({ cases: 6 - before, refused: [] });
    expect(await snapshot(db.client, folder.slug)).toEqual(await snapshot(db.client, clean));
    expect(readdirSync(join(folder.dataDir, "incoming"))).toEqual([]);
    const states = await db.client.import.findMany({
      where: { project: { slug: folder.slug } },
      orderBy: { startedAt: "asc" },
      select: { state: true },
    });
    expect(states.map(({ state }) => state)).toEqual(["failed", "done"]);
  });
});

describe("two imports of the same files at once", { timeout: 240_000 }, () => {
  it("store everything once", async () => {
    await writeInput();
    const results = await Promise.all([folder.run("in"), folder.run("in"), folder.run("in")]);
    const total = (key: "cases" | "instances" | "images") =>
      results.reduce((sum, result) => sum + result[key], 0);
    expect(results.flatMap(({ refused }) => refused)).toEqual([]);
    expect([total("cases"), total("instances")]).toEqual([6, 27]);
    const clean = `${folder.slug}-clean`;
    await folder.runAs(clean, "in");
    const numbers = (rows: unknown) => (rows as { number: number }[]).map(({ number }) => number);
    const [one, other] = [await snapshot(db.client, folder.slug), await snapshot(db.client, clean)];
    expect(numbers(one)).toEqual(numbers(other));
    const unnumbered = (rows: unknown) =>
      (rows as { externalId: string }[])
        .map((row) => ({ ...row, number: 0 }))
        .sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
    expect(unnumbered(one)).toEqual(unnumbered(other));
  });
});
