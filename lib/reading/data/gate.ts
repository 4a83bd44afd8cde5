import type { Actor } from "@/lib/auth/types";
import { accessState, type Gate, isId, roleOf } from "@/lib/cases/data/gate";
import { caseAccess } from "@/lib/cases/permissions";
import { database, Prisma, type Transaction } from "@/lib/db/client";
import type { OwnReadingId, ReadingState } from "../types";

export interface OwnReading {
  readonly id: OwnReadingId;
  readonly caseId: string;
  readonly projectId: string;
  readonly round: number;
  readonly state: ReadingState;
  readonly revision: number;
}

const locks = {
  none: Prisma.empty,
  /** Others may save to the same case meanwhile, but nobody may hold it. */
  write: Prisma.sql`FOR UPDATE OF r FOR SHARE OF c`,
  /** For what also moves the case; reading first, then case, everywhere. */
  settle: Prisma.sql`FOR UPDATE OF r, c`,
};

/** The gate of a reading: it is found by its own reader only, while they are a member and the case is not withheld. */
export async function ownReading(
  db: Transaction,
  actor: Actor,
  readingId: string,
  lock: keyof typeof locks = "none",
): Promise<Gate<{ readonly reading: OwnReading }>> {
  if (!isId(readingId)) return { ok: false, reason: "not-found" };
  const [row] = await db.$queryRaw<
    {
      id: string;
      caseId: string;
      projectId: string;
      round: number;
      state: ReadingState;
      revision: number;
      caseState: string;
    }[]
  >`
    SELECT r."id", r."caseId", c."projectId", r."round", r."state", r."revision", ${accessState} AS "caseState"
    FROM "Reading" r JOIN "CaseRecord" c ON c."id" = r."caseId"
    WHERE r."id" = ${readingId}::uuid AND r."readerId" = ${actor.id}::uuid ${locks[lock]}`;
  if (!row) return { ok: false, reason: "not-found" };
  const membership = await db.membership.findUnique({
    where: { userId_projectId: { userId: actor.id, projectId: row.projectId } },
    select: { role: true },
  });
  const access = caseAccess(roleOf(actor, membership?.role ?? null), row.caseState);
  if (access !== "open") return { ok: false, reason: access === "none" ? "not-found" : "held" };
  const { caseState: _, ...reading } = row;
  return { ok: true, reading: { ...reading, id: row.id as OwnReadingId } };
}

/** The same gate outside of a transaction, for reading. */
export const findOwnReading = async (actor: Actor, readingId: string) =>
  ownReading(await database(), actor, readingId);
