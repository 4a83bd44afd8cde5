import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { type ReadableCase, readableCase } from "@/lib/cases/data/gate";
import { database, Prisma, transaction } from "@/lib/db/client";
import { storeDraftChecks } from "@/lib/drafting/mutations/text-checks";
import { uncheckedDrafts } from "../data/checks";
import type { OwnReadingId } from "../types";

export type OpenOutcome =
  | { readonly ok: true; readonly readingId: OwnReadingId; readonly case: ReadableCase }
  | {
      readonly ok: false;
      /** full = enough other readers have it; not-ready = nothing to read, or settled already. */
      readonly reason: "not-found" | "held" | "full" | "not-ready";
    };

async function mine(actor: Actor, { id, round }: ReadableCase): Promise<OwnReadingId | null> {
  const reading = await (await database()).reading.findUnique({
    where: { caseId_readerId_round: { caseId: id, readerId: actor.id, round } },
    select: { id: true },
  });
  return reading && (reading.id as OwnReadingId);
}

/**
 * Takes one of the case's places for the reader. Counting and taking are one statement: two readers cannot both get the
 * last place. A second tab of the same reader breaks the unique key, which undoes its count.
 */
async function claim(actor: Actor, readable: ReadableCase): Promise<OwnReadingId | null> {
  const id = newId();
  return transaction(async (tx) => {
    const claimed = await tx.$executeRaw`
      WITH place AS (
        UPDATE "CaseRecord" SET "readersClaimed" = "readersClaimed" + 1, "state" = 'reading', "updatedAt" = now()
        WHERE "id" = ${readable.id}::uuid AND "readersClaimed" < "readersWanted" AND "state" IN ('ready', 'reading')
        RETURNING "id", "round"
      )
      INSERT INTO "Reading" ("id", "caseId", "readerId", "round", "state")
      SELECT ${id}::uuid, place."id", ${actor.id}::uuid, place."round", 'open' FROM place`;
    if (claimed === 0) return null;
    await storeDraftChecks(tx, readable.id);
    // From the first reading on, all readers of the round judge the same drafts: an import may not change them.
    await tx.$executeRaw`
      UPDATE "DraftSet" SET "frozenAt" = now()
      WHERE "caseId" = ${readable.id}::uuid AND "frozenAt" IS NULL
        AND "round" = (SELECT "round" FROM "CaseRecord" WHERE "id" = ${readable.id}::uuid)`;
    await recordEvent(tx, {
      actorId: actor.id,
      action: "reading.open",
      subjectType: "reading",
      subjectId: id,
      projectId: readable.projectId,
      detail: { caseId: readable.id },
    });
    return id as OwnReadingId;
  });
}

const isDuplicate = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || /23505|unique constraint/i.test(error.message));

/** The actor's own reading of a case in its round: found, or begun where a place is free. */
export async function openReading(actor: Actor, caseId: string): Promise<OpenOutcome> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok) return gate;
  const known = await mine(actor, gate.case);
  if (known) {
    // Drafts from before there were checks.
    if (await uncheckedDrafts(gate.case)) await transaction((tx) => storeDraftChecks(tx, gate.case.id));
    return { ok: true, readingId: known, case: gate.case };
  }
  const claimed = await claim(actor, gate.case).catch((error: unknown) => {
    if (isDuplicate(error)) return null;
    throw error;
  });
  // Not claimed can also mean that this reader's other tab was quicker.
  const readingId = claimed ?? (await mine(actor, gate.case));
  if (readingId) return { ok: true, readingId, case: gate.case };
  const isOpen = gate.case.state === "ready" || gate.case.state === "reading";
  return { ok: false, reason: isOpen ? "full" : "not-ready" };
}
