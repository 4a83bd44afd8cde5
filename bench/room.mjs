// A Reading Room to be thrown away: production build, a data folder and a port of its own, no demo cases.
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { connect, pointAtDatabase } from "../lib/db/client.ts";
import { openDatabase } from "../lib/db/embedded.ts";
import { migrate } from "../lib/db/migrate.ts";
import { freePort } from "../lib/db/postgres-process.ts";

const root = path.join(import.meta.dirname, "..");
const reader = { email: "reader.one@demo.local", password: "reading-room-demo-1" };
const project = "demo";
const startLimit = 600_000;
const run = promisify(execFile);

/** An empty demo project, so that the app draws no demo cases of its own. */
async function prepareDatabase(folder) {
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const server = await openDatabase({ own: true });
  await migrate(server.url);
  const client = connect(server.url, 2);
  pointAtDatabase(client);
  await client.project.create({ data: { id: randomUUID(), slug: project, name: "Bench", demo: true } });
  await client.$disconnect();
  await server.stop();
}

/** Starts the app; builds it first where the code has changed since the last build. */
export async function openRoom() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-data-"));
  fs.chmodSync(folder, 0o711);
  await prepareDatabase(folder);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: "",
    npm_lifecycle_event: "",
  };
  const app = spawn(process.execPath, [path.join(root, "cli/start.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const close = async () => {
    const ended = new Promise((done) => app.once("exit", done));
    if (app.exitCode === null && app.signalCode === null) {
      app.kill("SIGTERM");
      await Promise.race([ended, sleep(20_000)]);
      if (app.exitCode === null) app.kill("SIGKILL");
    }
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const answers = () =>
    fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(3000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  for (const end = Date.now() + startLimit; !(await answers()); await sleep(500)) {
    if (app.exitCode !== null || Date.now() > end) {
      await close();
      throw new Error("Reading Room did not start: see its lines above");
    }
  }
  return {
    origin,
    folder,
    close,
    /** Imports a folder. @returns counts as the command line says them, and seconds. */
    async importFolder(source) {
      const began = Date.now();
      const { stdout } = await run(
        process.execPath,
        [path.join(root, "cli/run.mjs"), "import", path.resolve(source), "--project", project, "--json"],
        { cwd: root, env, maxBuffer: 64e6 },
      );
      return { ...JSON.parse(stdout), seconds: Math.round((Date.now() - began) / 1000) };
    },
    /** Signs a browser in through the form. @returns the addresses of the cases, in the order of the worklist. */
    async signIn(context) {
      const page = await context.newPage();
      await page.goto(`${origin}/sign-in`);
      await page.getByLabel("Email").fill(reader.email);
      await page.getByLabel("Password", { exact: true }).fill(reader.password);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/worklist/, { timeout: 60_000 });
      await page.locator('a[href^="/cases/"]').first().waitFor({ timeout: 60_000 });
      const cases = await page
        .locator('a[href^="/cases/"]')
        .evaluateAll((links) => links.map((link) => link.href));
      await page.close();
      return cases;
    },
  };
}
