import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { database, type Transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/places";
import { type ChainedEvent, chainStart, sealOf } from "./rules";

/** Where the sealer notes the end of the chain, outside the database: a chain cut short is no longer than this says. */
export const anchorFile = () => join(dataDir(), "audit-anchor.json");

const anchorSchema = z.object({ id: z.string().regex(/^\d+$/), hash: z.string() });
export type Anchor = z.infer<typeof anchorSchema>;

/** The last event that was sealed here, null where nothing ever was. @throws when the note cannot be read as one. */
export async function readAnchor(): Promise<Anchor | null> {
  try {
    return anchorSchema.parse(JSON.parse(await readFile(anchorFile(), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export type StoredEvent = ChainedEvent & { readonly hash: string | null };

/** Events after an id, oldest first: by the column, not by its text, of which 9 comes after 10. */
export function eventsAfter(tx: Transaction, id: bigint, limit: number): Promise<StoredEvent[]> {
  return tx.$queryRaw<StoredEvent[]>`
    SELECT "id"::text, to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "at",
      "actorId"::text, "action", "subjectType", "subjectId", "projectId"::text, "detail", "hash"
    FROM "AuditEvent" WHERE "id" > ${id} ORDER BY "AuditEvent"."id" LIMIT ${limit}`;
}

export type ChainReport =
  | { readonly ok: true; readonly sealed: number; readonly unsealed: number }
  | {
      readonly ok: false;
      readonly reason: "changed" | "inserted" | "cut-short";
      /** The first event that does not fit; for a chain cut short, the last one that should be there. */
      readonly eventId: string;
    };

const batch = 5000;

/** The newest sealed event, and how many wait behind it. */
async function chainEnd(client: Transaction): Promise<{ readonly end: bigint; readonly unsealed: number }> {
  const [row] = await client.$queryRaw<{ end: bigint | null }[]>`
    SELECT max("id") AS "end" FROM "AuditEvent" WHERE "hash" IS NOT NULL`;
  const end = row?.end ?? 0n;
  return { end, unsealed: await client.auditEvent.count({ where: { id: { gt: end }, hash: null } }) };
}

/** Reads the whole chain, in batches. Events behind the newest seal wait for the sealer and are only counted. */
export async function verifyChain(): Promise<ChainReport> {
  const client = await database();
  // In this order: what is sealed meanwhile lies behind `end` and is no part of the question.
  const anchor = await readAnchor();
  const { end, unsealed } = await chainEnd(client);
  let [previous, last, sealed] = [chainStart, 0n, 0];
  let anchored = anchor === null;
  while (last < end) {
    for (const event of await eventsAfter(client, last, batch)) {
      last = BigInt(event.id);
      if (last > end) break;
      if (event.hash === null) return { ok: false, reason: "inserted", eventId: event.id };
      if (event.hash !== sealOf(previous, event)) return { ok: false, reason: "changed", eventId: event.id };
      previous = event.hash;
      sealed += 1;
      anchored ||= event.id === anchor?.id && event.hash === anchor.hash;
    }
  }
  if (!anchored && anchor) return { ok: false, reason: "cut-short", eventId: anchor.id };
  return { ok: true, sealed, unsealed };
}
