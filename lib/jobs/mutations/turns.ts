import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/lib/db/client";
import type { RunLimits } from "@/lib/drafting/types/model";

/** Chosen once for the limits of projects; the second number of the lock is the project's. */
const gateLock = 7_245_121;
const minute = 60_000;

/** Milliseconds until a place among those that all workers share is looked for again. */
const placeWait = 200;

/** Whose request it is. The place that it takes is held as long as its worker lives. */
export interface TurnOf {
  readonly projectId: string;
  /** Null: of no run. */
  readonly runId: string | null;
  readonly workerId: string;
}

export type Turn =
  | { readonly ok: true; readonly id: string }
  /** Milliseconds until it is worth asking again. */
  | { readonly ok: false; readonly ms: number };

/** Locks what a project sends until the end of the transaction. */
export async function lockTraffic(tx: Transaction, projectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${gateLock}::int, hashtext(${projectId}))`;
}

/** Takes a turn among all requests of a project, whoever sends them, where its pace has one. `lockTraffic` first. */
export async function takeTurn(tx: Transaction, of: TurnOf, limits: RunLimits): Promise<Turn> {
  const { projectId, runId, workerId } = of;
  const ms = await waitFor(tx, projectId, limits);
  if (ms > 0) return { ok: false, ms };
  const id = uuidv7();
  await tx.$executeRaw`
    DELETE FROM "JobRequest" WHERE "projectId" = ${projectId}::uuid AND "startedAt" < now() - interval '1 minute'
      AND ("endedAt" IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM "JobWorker" w WHERE w."id" = "workerId" AND w."aliveUntil" > clock_timestamp()))`;
  await tx.$executeRaw`
    INSERT INTO "JobRequest" ("id", "projectId", "runId", "workerId", "startedAt")
    VALUES (${id}::uuid, ${projectId}::uuid, ${runId}::uuid, ${workerId}::uuid, clock_timestamp())`;
  return { ok: true, id };
}

/** Milliseconds until the project may send another request: 0 = now. */
async function waitFor(tx: Transaction, projectId: string, limits: RunLimits): Promise<number> {
  const [traffic] = await tx.$queryRaw<{ open: number; sinceEarliest: number | null }[]>`
    SELECT (SELECT count(*)::int FROM "JobRequest" q JOIN "JobWorker" w ON w."id" = q."workerId"
        WHERE q."projectId" = ${projectId}::uuid AND q."endedAt" IS NULL
          AND w."aliveUntil" > clock_timestamp()) AS "open",
      (SELECT (extract(epoch FROM clock_timestamp() - "startedAt") * 1000)::float8 FROM "JobRequest"
        WHERE "projectId" = ${projectId}::uuid
        ORDER BY "startedAt" DESC OFFSET ${limits.requestsPerMinute - 1} LIMIT 1) AS "sinceEarliest"`;
  if ((traffic?.open ?? 0) >= limits.concurrency) return placeWait;
  const since = traffic?.sinceEarliest ?? null;
  return since === null ? 0 : Math.max(0, Math.ceil(minute - since));
}

/** One at a time asks for this process, so that waiting for the others' lock holds one connection and not all. */
let turn: Promise<unknown> = Promise.resolve();

export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}
