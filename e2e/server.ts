import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, pointAtDatabase } from "@/lib/db/client";
import { openDatabase, runningEmbeddedUrl } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { freePort } from "@/lib/db/postgres-process";

/** A server of the test's own, to be killed: its data folder holds an empty demo project, so nothing is drawn. */
export async function ownServer() {
  const folder = mkdtempSync(join(tmpdir(), "reading-room-faults-"));
  chmodSync(folder, 0o711);
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const server = await openDatabase({ own: true });
  await migrate(server.url);
  let stage = connect(server.url, 3);
  pointAtDatabase(stage);
  await stage.project.create({
    data: { id: crypto.randomUUID(), slug: "demo", name: "Empty", demo: true },
  });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let app: ChildProcess | null = null;

  async function answers(): Promise<boolean> {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(3000) }).catch(
      () => null,
    );
    return answer?.status === 200;
  }
  async function ready(limit = 90_000): Promise<number> {
    const began = Date.now();
    while (!(await answers())) {
      if (Date.now() - began > limit) throw new Error(`${origin} did not answer within ${limit} ms`);
      await sleep(100);
    }
    return Date.now() - began;
  }
  const gone = (child: ChildProcess) =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((done) => child.once("exit", () => done()));

  /** The database as it is reached now: a server that was started anew has another port. */
  async function reconnect(): Promise<void> {
    const url = await runningEmbeddedUrl();
    if (!url) throw new Error("the database does not run");
    await stage.$disconnect();
    stage = connect(url, 3);
    pointAtDatabase(stage);
  }

  return {
    origin,
    get stage() {
      return stage;
    },
    /** @returns milliseconds until requests are answered. */
    async start(): Promise<number> {
      app = spawn(process.execPath, ["cli/start.mjs"], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          PORT: String(port),
          DATA_DIR: folder,
          DATABASE_URL: "",
          npm_lifecycle_event: "",
        },
      });
      const waited = await ready();
      await reconnect();
      return waited;
    },
    ready,
    answers,
    async killApp(): Promise<void> {
      if (!app) return;
      app.kill("SIGKILL");
      await gone(app);
      app = null;
    },
    /** The whole database: PostgreSQL's own processes end when their parent is gone. */
    killDatabase(): void {
      const [pid] = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    /** Ends it the ordinary way and throws its data away. */
    async end(): Promise<void> {
      await stage.$disconnect();
      app?.kill("SIGTERM");
      if (app) await gone(app);
      else await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type OwnServer = Awaited<ReturnType<typeof ownServer>>;
