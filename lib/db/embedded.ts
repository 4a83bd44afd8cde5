import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { postgresAccessFile } from "./places";
import {
  clusterExists,
  freePort,
  initialiseCluster,
  postmasterStatus,
  runningPostmaster,
  spawnPostmaster,
  stopPostmaster,
} from "./postgres-process";

interface Access {
  readonly password: string;
  readonly port: number;
}

export interface Database {
  readonly url: string;
  readonly embedded: boolean;
  /** This process started the server, so it stops it; false when it joined a running one or uses DATABASE_URL. */
  readonly started: boolean;
  /** The cluster was made just now. */
  readonly fresh: boolean;
  stop(): Promise<void>;
}

const urlOf = ({ password, port }: Access) =>
  `postgresql://readingroom:${password}@127.0.0.1:${port}/reading_room`;

function readAccess(): Access | null {
  if (!existsSync(postgresAccessFile())) return null;
  try {
    return JSON.parse(readFileSync(postgresAccessFile(), "utf8")) as Access;
  } catch {
    return null;
  }
}

function writeAccess(access: Access): void {
  const fresh = `${postgresAccessFile()}.new`;
  writeFileSync(fresh, JSON.stringify(access), { mode: 0o600 });
  renameSync(fresh, postgresAccessFile());
}

async function createDatabase(access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(access).replace(/reading_room$/, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'reading_room'");
    if (rowCount === 0) await client.query("CREATE DATABASE reading_room");
  } finally {
    await client.end();
  }
}

/** The URL of the embedded server if it runs and answers now; nothing is started. */
export async function runningEmbeddedUrl(): Promise<string | null> {
  const access = readAccess();
  if (!access || runningPostmaster() === null) return null;
  for (let waited = 0; waited < 30_000 && postmasterStatus() !== "ready"; waited += 100) await sleep(100);
  return urlOf(access);
}

/**
 * The database to work with: DATABASE_URL, else the embedded server, joined where it runs (also one left over from a
 * killed app) and started where it does not. `own` takes over the stopping of a left-over server.
 */
export async function openDatabase(options: { own?: boolean } = {}): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, embedded: false, started: false, fresh: false, stop: async () => {} };
  const running = await runningEmbeddedUrl();
  if (running) {
    await createDatabase(readAccess() as Access);
    return {
      url: running,
      embedded: true,
      started: false,
      fresh: false,
      stop: options.own ? stopPostmaster : async () => {},
    };
  }
  const fresh = !clusterExists() || readAccess() === null;
  const access: Access = {
    password: fresh ? randomBytes(24).toString("hex") : (readAccess() as Access).password,
    port: await freePort(),
  };
  // The access file is written first: a cluster without its password could never be opened again.
  writeAccess(access);
  if (fresh) await initialiseCluster(access.password);
  await spawnPostmaster(access.port);
  await createDatabase(access);
  return { url: urlOf(access), embedded: true, started: true, fresh, stop: stopPostmaster };
}

/**
 * Starts the embedded server again, at its address, whenever it died while this process needs it (killed, out of memory).
 * Requests answer 503 meanwhile. `stop` before the server is stopped on purpose.
 */
export function keepEmbeddedAlive(every = 1000): { readonly stop: () => Promise<void> } {
  let [reviving, ending]: [Promise<void> | null, boolean] = [null, false];
  const revive = async () => {
    const access = readAccess();
    if (ending || !access || !clusterExists() || runningPostmaster() !== null) return;
    console.error("The embedded PostgreSQL died; it is started again.");
    await spawnPostmaster(access.port);
  };
  const timer = setInterval(() => {
    reviving ??= revive()
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
      .finally(() => {
        reviving = null;
      });
  }, every);
  timer.unref();
  return {
    stop: async () => {
      ending = true;
      clearInterval(timer);
      await reviving;
    },
  };
}
