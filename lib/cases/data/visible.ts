import { may } from "@/lib/auth/permissions";
import type { Actor, Role } from "@/lib/auth/types";
import { Prisma } from "@/lib/db/client";
import { caseNumberIn } from "../rules";
import type { WorklistFilters } from "../types";
import { accessState } from "./gate";

/** How far counts and places look; beyond it they stop growing rather than cost more. */
export const horizon = 10_000;

export interface Viewpoint {
  readonly actor: Actor;
  readonly projectId: string;
  readonly role: Role;
}

export type RowFilters = Pick<WorklistFilters, "search" | "modalities" | "bodyParts">;

/** A place in the worklist's order: priority first, then age (ids are made in time order). */
export interface Cursor {
  readonly priority: number;
  readonly id: string;
}

export const cursorText = (cursor: Cursor): string => `${cursor.priority}.${cursor.id}`;

export function cursorFrom(text: string | null): Cursor | null {
  const [, priority, id] = /^(-?\d{1,9})\.([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return priority && id ? { priority: Number(priority), id } : null;
}

const wildcard = (words: string) => `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

function filterOf({ search, modalities, bodyParts }: RowFilters): Prisma.Sql {
  const number = caseNumberIn(search);
  return Prisma.sql`
    ${search.trim() === "" ? Prisma.empty : Prisma.sql`AND (c."title" ILIKE ${wildcard(search.trim())} OR c."number" = ${number})`}
    ${modalities.length === 0 ? Prisma.empty : Prisma.sql`AND c."modalities" && ${[...modalities]}::text[]`}
    ${bodyParts.length === 0 ? Prisma.empty : Prisma.sql`AND c."bodyParts" && ${[...bodyParts]}::text[]`}`;
}

const after = (cursor: Cursor | null): Prisma.Sql =>
  cursor
    ? Prisma.sql`AND (c."priority" < ${cursor.priority} OR (c."priority" = ${cursor.priority} AND c."id" > ${cursor.id}::uuid))`
    : Prisma.empty;

interface VisibleOptions {
  readonly filters?: RowFilters;
  readonly cursor?: Cursor | null;
  /** As they are for this person; empty = all. */
  readonly states?: readonly string[];
  readonly caseId?: string;
  readonly limit?: number;
  /** Cases that the person put off: left out, or nothing else. Absent = both. */
  readonly deferred?: "without" | "only";
  /** Every case of the project, with the state as it is for all of its readers. */
  readonly all?: boolean;
}

/** Cases that a person put off, and not yet again on. */
export const deferredCases = ({ actor }: Viewpoint): Prisma.Sql =>
  Prisma.sql`SELECT d."caseId" FROM "Deferral" d WHERE d."userId" = ${actor.id}::uuid AND d."until" > now()`;

function deferralFilter(view: Viewpoint, deferred: VisibleOptions["deferred"]): Prisma.Sql {
  if (deferred === undefined) return Prisma.empty;
  const operator = deferred === "only" ? Prisma.sql`IN` : Prisma.sql`NOT IN`;
  return Prisma.sql`AND c."id" ${operator} (${deferredCases(view)})`;
}

/**
 * The cases a person sees in the worklist, with the state as it is for them: their own, those with a free place, and for
 * who may release them those held. Each part walks an index and stops at the limit. Nothing of other readers is asked.
 */
export function visibleCases(view: Viewpoint, options: VisibleOptions = {}): Prisma.Sql {
  const { actor, projectId, role } = view;
  const only = options.caseId ? Prisma.sql`AND c."id" = ${options.caseId}::uuid` : Prisma.empty;
  const narrowed = Prisma.sql`
    ${options.filters ? filterOf(options.filters) : Prisma.empty} ${after(options.cursor ?? null)} ${only}
    ${deferralFilter(view, options.deferred)}`;
  const limit = options.limit ?? horizon;
  const states = options.states ?? [];
  const columns = Prisma.sql`c."id", c."priority", c."modalities", c."bodyParts"`;
  const ordered = Prisma.sql`ORDER BY c."priority" DESC, c."id" LIMIT ${limit}`;
  const wanted = (own: Prisma.Sql) =>
    states.length === 0 ? Prisma.empty : Prisma.sql`AND ${own} = ANY(${[...states]}::text[])`;
  if (options.all && may(role, "case.plan")) {
    const shared = Prisma.sql`CASE WHEN c."state" = 'held' THEN 'held' WHEN c."state" = 'unusable' THEN 'unusable'
      WHEN c."state" IN ('imported', 'ready') THEN 'new' WHEN c."state" = 'reading' THEN 'in-progress' ELSE 'submitted' END`;
    return Prisma.sql`(SELECT ${columns}, ${shared} AS "own", NULL::uuid AS "readingId" FROM "CaseRecord" c
      WHERE c."projectId" = ${projectId}::uuid ${narrowed} ${wanted(shared)} ${ordered})`;
  }
  const ownState = Prisma.sql`CASE WHEN c."state" = 'held' THEN 'held'
    WHEN ${accessState} = 'held' THEN 'unusable' WHEN r."state" <> 'open' THEN r."state"
    WHEN r."revision" = 0 THEN 'new' ELSE 'in-progress' END`;
  const mine = Prisma.sql`(SELECT ${columns}, ${ownState} AS "own", r."id" AS "readingId" FROM "Reading" r
    JOIN "CaseRecord" c ON c."id" = r."caseId" AND c."round" = r."round"
    WHERE r."readerId" = ${actor.id}::uuid AND c."projectId" = ${projectId}::uuid ${narrowed} ${wanted(ownState)} ${ordered})`;
  // Asked once and hashed: a correlated question would cost the walk along the index its order.
  const begun = Prisma.sql`SELECT r."caseId" FROM "Reading" r JOIN "CaseRecord" k ON k."id" = r."caseId" AND k."round" = r."round"
    WHERE r."readerId" = ${actor.id}::uuid`;
  const free = Prisma.sql`(SELECT ${columns}, 'new' AS "own", NULL::uuid AS "readingId" FROM "CaseRecord" c
    WHERE c."projectId" = ${projectId}::uuid AND c."state" IN ('ready', 'reading') AND c."readersClaimed" < c."readersWanted"
      AND c."id" NOT IN (${begun})
      ${narrowed} ${wanted(Prisma.sql`'new'`)} ${ordered})`;
  const held = Prisma.sql`(SELECT ${columns}, 'held' AS "own", NULL::uuid AS "readingId" FROM "CaseRecord" c
    WHERE c."projectId" = ${projectId}::uuid AND c."state" = 'held'
      AND c."id" NOT IN (${begun})
      ${narrowed} ${wanted(Prisma.sql`'held'`)} ${ordered})`;
  return may(role, "case.read-held")
    ? Prisma.sql`${mine} UNION ALL ${free} UNION ALL ${held}`
    : Prisma.sql`${mine} UNION ALL ${free}`;
}
