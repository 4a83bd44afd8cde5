import { rename, writeFile } from "node:fs/promises";
import { type Transaction, transaction } from "@/lib/db/client";
import { type Anchor, anchorFile, eventsAfter } from "./data";
import { chainStart, sealOf } from "./rules";
import type { AuditEntry } from "./types";

/** Writes the event in the caller's transaction: what is rolled back was never said to have happened. */
export async function recordEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { detail, ...event } = entry;
  await tx.auditEvent.create({ data: { ...event, detail: { ...detail } } });
}

/** Chosen once for the sealer; nothing else in this database takes an advisory lock of this number. */
const sealerLock = 7_245_120n;
const batch = 1000;

/**
 * The newest id below which nothing can appear any more. An id is drawn by a writer that holds the table's lock until it
 * commits, so a moment alone with the table is enough; writers wait that moment at most.
 */
async function settledId(): Promise<bigint> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL lock_timeout = '250ms'`;
    await tx.$executeRaw`LOCK TABLE "AuditEvent" IN SHARE MODE`;
    const [row] = await tx.$queryRaw<{ id: bigint | null }[]>`SELECT max("id") AS "id" FROM "AuditEvent"`;
    return row?.id ?? 0n;
  });
}

async function sealBatch(until: bigint): Promise<{ readonly sealed: number; readonly end: Anchor | null }> {
  return transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${sealerLock}) AS mine`;
    if (!mine?.mine) return { sealed: 0, end: null };
    const [last] = await tx.$queryRaw<Anchor[]>`
      SELECT "id"::text, "hash" FROM "AuditEvent" WHERE "hash" IS NOT NULL ORDER BY "AuditEvent"."id" DESC LIMIT 1`;
    let end = last ?? null;
    const events = await eventsAfter(tx, BigInt(last?.id ?? 0), batch);
    const seals: Anchor[] = [];
    for (const event of events.filter(({ id }) => BigInt(id) <= until)) {
      end = { id: event.id, hash: sealOf(end?.hash ?? chainStart, event) };
      seals.push(end);
    }
    await tx.$executeRaw`
      UPDATE "AuditEvent" SET "hash" = seal."hash"
      FROM unnest(${seals.map(({ id }) => id)}::text[], ${seals.map(({ hash }) => hash)}::text[]) AS seal("id", "hash")
      WHERE "AuditEvent"."id" = seal."id"::bigint`;
    return { sealed: seals.length, end };
  });
}

async function writeAnchor(anchor: Anchor): Promise<void> {
  const fresh = `${anchorFile()}.new`;
  await writeFile(fresh, `${JSON.stringify({ id: anchor.id, hash: anchor.hash })}\n`, { mode: 0o600 });
  await rename(fresh, anchorFile());
}

/**
 * Chains what was written since the last time, oldest first, in batches; another sealer at work is left alone. The end of
 * the chain is noted beside the database. @returns how many events were sealed.
 * @throws when a long write holds the table: the next run catches up.
 */
export async function sealEvents(): Promise<number> {
  const until = await settledId();
  let total = 0;
  for (;;) {
    const { sealed, end } = await sealBatch(until);
    if (sealed === 0) return total;
    total += sealed;
    if (end) await writeAnchor(end);
  }
}

/** Seals every minute until `stop`, which waits for a run under way. A run that fails is said and tried again. */
export function startSealer(every = 60_000): { readonly stop: () => Promise<void> } {
  let run: Promise<void> = Promise.resolve();
  const seal = async () => {
    try {
      await sealEvents();
    } catch (error) {
      console.error("audit events wait to be sealed:", error instanceof Error ? error.name : typeof error);
    }
  };
  const timer = setInterval(() => {
    run = run.then(seal);
  }, every);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await run;
      await seal();
    },
  };
}
