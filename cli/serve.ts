import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { startSealer } from "@/lib/audit/mutations";
import { connect, pointAtDatabase } from "@/lib/db/client";
import { keepEmbeddedAlive, openDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { startWorker, workerDefaults } from "@/lib/jobs/mutations/worker";
import { closeFolders } from "@/lib/storage/data";
import nextConfig from "../next.config";
import { buildIfStale } from "./build";
import { lockFile, runningServer } from "./running-server";
import { staticFiles } from "./static-files";
import { warmUp } from "./warm-up";

interface ServeOptions {
  readonly say: (line: string) => void;
  readonly demo: boolean;
  /** Compile pages as they are asked for and again when their code changes; no build. For work on the app itself. */
  readonly dev: boolean;
  /** Set everything up, then end: the next start serves at once. */
  readonly prepareOnly: boolean;
}

/** One app per data folder. A server whose npm was killed ends by itself within seconds, so it is given that long. */
async function claimDataFolder(url: string): Promise<void> {
  for (let waited = 0; runningServer() && waited < 5000; waited += 250) await sleep(250);
  const other = runningServer();
  if (other) fail(`Reading Room already runs at ${other.url} with this data folder (process ${other.pid}).`);
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, url }));
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Asked before the work of minutes, not after it. @throws what `listen` would throw. */
async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((done, refuse) => {
    probe.once("error", refuse);
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127\./.test(host);

/** Other machines will reach it: by the address it listens on, or through the proxy that NEXTAUTH_URL names. */
function isPublic(host: string): boolean {
  const site = process.env.NEXTAUTH_URL ?? "";
  return !isLoopback(host) || (site !== "" && !isLoopback(new URL(site).hostname.replace(/[[\]]/g, "")));
}

/** Everything after the packages are there: database, migrations, demo, build, server. Resolves when the app answers. */
export async function serve({ say, demo, dev, prepareOnly }: ServeOptions): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? "127.0.0.1";
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  if (process.env.NEXTAUTH_URL && !URL.canParse(process.env.NEXTAUTH_URL))
    fail(
      `NEXTAUTH_URL must be an address such as https://read.example.org, not "${process.env.NEXTAUTH_URL}".`,
    );
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  await claimDataFolder(url);

  let ending = false;
  const endings: (() => Promise<void>)[] = [];
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    for (const stop of endings.reverse()) await stop().catch((error: unknown) => console.error(error));
    rmSync(lockFile(), { force: true });
    process.exit(code);
  };
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(0));
  followNpm(() => void end(0));

  try {
    await checkPort(port, host);
    await closeFolders();
    say(
      process.env.DATABASE_URL ? "Opening the database of DATABASE_URL" : "Starting the embedded PostgreSQL",
    );
    const server = await openDatabase({ own: true });
    endings.push(server.stop);
    if (server.embedded) endings.push(keepEmbeddedAlive().stop);
    const applied = await migrate(server.url);
    if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}`);
    const client = connect(server.url, 4);
    pointAtDatabase(client);
    endings.push(() => client.$disconnect());
    endings.push(startSealer().stop);
    // The build and the demo cases need a core each.
    const build = dev ? Promise.resolve() : buildIfStale(say);
    build.catch(() => {});
    const { firstSteps, checkPublicBind } = await import("./first-steps");
    const lines = await firstSteps({ say, demo: demo || server.embedded, url });
    if (isPublic(host)) {
      const objection = await checkPublicBind();
      if (objection) throw new Error(objection);
    }
    await build;
    if (prepareOnly) {
      say("Everything is set up");
      return await end(0);
    }
    say("Starting the server");
    const app = next({ dev, webpack: dev, hostname: host, port });
    await app.prepare();
    const handle = app.getRequestHandler();
    const fixed = dev ? null : await staticFiles(nextConfig);
    const http = createServer(async (request, response) => {
      if (!(await fixed?.(request, response))) await handle(request, response);
    });
    http.requestTimeout = 120_000;
    await new Promise<void>((done, refuse) => {
      http.once("error", refuse);
      http.listen(port, host, done);
    });
    endings.push(
      () =>
        new Promise((done) => {
          http.close(() => done());
          http.closeAllConnections();
        }),
    );
    if (!dev) await warmUp(url);
    if (process.env.WORKER !== "off") {
      const log = (line: string) => console.error(line);
      endings.push(startWorker({ ...workerDefaults, atOnce: 2, variables: process.env, log }).stop);
    }
    say(`Reading Room is ready: ${url}`);
    for (const line of lines) console.log(line);
    console.log("Research use, not for diagnosis. Ctrl+C stops it.");
  } catch (error) {
    console.error(sentenceOf(error, port, host));
    await end(1);
  }
}

function sentenceOf(error: unknown, port: number, host: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another program. Set PORT to a free one, e.g. PORT=${port + 1} npm start.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST ${host} is not an address of this machine.`;
    case "EACCES":
      return `This user may not listen on port ${port}. Set PORT to one from 1024 on.`;
    default:
      return error instanceof Error ? error.message : error;
  }
}

/** The processes above this one that npm made: its shell, where it keeps one, and npm itself. */
function npmAncestors(): string {
  const shell = process.ppid;
  const stat = `/proc/${shell}/stat`;
  const above = existsSync(stat) ? readFileSync(stat, "utf8").split(") ").pop()?.split(" ")[1] : "";
  return `${shell} ${above}`;
}

/** npm that is killed cannot pass the signal on: when it is gone, end too, so that the port and the data are free. */
function followNpm(end: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = npmAncestors();
  setInterval(() => {
    if (npmAncestors() !== ancestors) end();
  }, 1000).unref();
}
