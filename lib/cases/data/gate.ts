import { z } from "zod";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { database, Prisma } from "@/lib/db/client";
import { caseAccess } from "../permissions";
import type { ReadableCaseId } from "../types";

export interface ReadableCase {
  readonly id: ReadableCaseId;
  readonly projectId: string;
  readonly role: Role;
  readonly state: string;
  readonly round: number;
}

export type Gate<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly reason: "not-found" | "held" };

export const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** A stored role, and what a site admin is everywhere. */
export const roleOf = (actor: Actor, stored: string | null): Role | null =>
  actor.siteAdmin ? "admin" : (roles.find((role) => role === stored) ?? null);

/**
 * The state of case `c` as access to it goes: one that was held and then called unusable still shows who the patient is,
 * so it stays withheld.
 */
export const accessState = Prisma.sql`CASE WHEN c."state" = 'unusable' AND c."holdReason" IS NOT NULL THEN 'held' ELSE c."state" END`;

interface CaseFacts {
  readonly id: string;
  readonly projectId: string;
  readonly state: string;
  readonly round: number;
  readonly role: Role;
}

async function caseFacts(actor: Actor, caseId: string): Promise<CaseFacts | null> {
  if (!isId(caseId)) return null;
  const [row] = await (await database()).$queryRaw<(Omit<CaseFacts, "role"> & { role: string | null })[]>`
    SELECT c."id", c."projectId", ${accessState} AS "state", c."round", m."role" FROM "CaseRecord" c
    LEFT JOIN "Membership" m ON m."projectId" = c."projectId" AND m."userId" = ${actor.id}::uuid
    WHERE c."id" = ${caseId}::uuid`;
  const role = row ? roleOf(actor, row.role) : null;
  return row && role ? { ...row, role } : null;
}

/** The project of a case and the person's role in it, also where the case is withheld; null for strangers. */
export async function caseProject(
  actor: Actor,
  caseId: string,
): Promise<{ readonly projectId: string; readonly role: Role } | null> {
  const facts = await caseFacts(actor, caseId);
  return facts && { projectId: facts.projectId, role: facts.role };
}

/** The gate of a case: strangers find nothing; a held case is withheld from all but admins. */
export async function readableCase(
  actor: Actor,
  caseId: string,
): Promise<Gate<{ readonly case: ReadableCase }>> {
  const facts = await caseFacts(actor, caseId);
  if (!facts) return { ok: false, reason: "not-found" };
  const access = caseAccess(facts.role, facts.state);
  if (access !== "open") return { ok: false, reason: access === "none" ? "not-found" : "held" };
  return { ok: true, case: { ...facts, id: facts.id as ReadableCaseId } };
}
