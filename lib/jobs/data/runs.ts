import { caseLabel } from "@/lib/cases/rules";
import { database, Prisma } from "@/lib/db/client";
import { findKind } from "../registry";
import { itemsOf, noCounts, runState } from "../rules";
import type { Counts, ItemState, ItemView, RunView } from "../types";

interface RunRow {
  readonly id: string;
  readonly kind: string;
  readonly parameters: unknown;
  readonly startedBy: string | null;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly calls: number;
  readonly tokens: number;
  readonly cost: number;
  readonly costReserved: number;
  readonly counts: Partial<Counts> | null;
}

const mostRuns = 50;

/** The newest runs of a project, or the one of an id, with their progress. The caller has checked who asks. */
async function runsWhere(condition: Prisma.Sql): Promise<RunView[]> {
  const rows = await (await database()).$queryRaw<RunRow[]>`
    SELECT r."id", r."kind", r."parameters", u."name" AS "startedBy", r."createdAt", r."cancelledAt", r."calls",
      r."spentTokens"::float8 AS "tokens", r."spentCost"::float8 AS "cost",
      r."reservedCost"::float8 AS "costReserved",
      (SELECT jsonb_object_agg(c."state", c."items") FROM (
        SELECT "state", count(*) AS "items" FROM "JobItem" WHERE "runId" = r."id" GROUP BY "state") c) AS "counts"
    FROM "JobRun" r LEFT JOIN "User" u ON u."id" = r."startedById"
    WHERE ${condition} ORDER BY r."createdAt" DESC LIMIT ${mostRuns}`;
  return rows.map(({ counts: found, createdAt, cancelledAt, ...row }) => {
    const counts = { ...noCounts, ...found };
    return {
      ...row,
      label: findKind(row.kind)?.label ?? row.kind,
      createdAt: createdAt.toISOString(),
      cancelledAt: cancelledAt?.toISOString() ?? null,
      state: runState(counts, cancelledAt !== null),
      items: itemsOf(counts),
      counts,
    };
  });
}

/** The newest fifty runs of a project. */
export const runsOf = (projectId: string): Promise<readonly RunView[]> =>
  runsWhere(Prisma.sql`r."projectId" = ${projectId}::uuid`);

/** A run of a project, or null. */
export async function runOf(projectId: string, runId: string): Promise<RunView | null> {
  const [run] = await runsWhere(Prisma.sql`r."projectId" = ${projectId}::uuid AND r."id" = ${runId}::uuid`);
  return run ?? null;
}

interface ItemRow {
  readonly caseId: string;
  readonly number: number;
  readonly state: ItemState;
  readonly attempts: number;
  readonly sentence: string | null;
}

/** Items of a run that have something to say, failed ones first. @param limit rows at most. */
export async function itemsWithSentence(runId: string, limit = 200): Promise<readonly ItemView[]> {
  const rows = await (await database()).$queryRaw<ItemRow[]>`
    SELECT "subjectId" AS "caseId", "position" AS "number", "state", "attempts", "sentence" FROM "JobItem"
    WHERE "runId" = ${runId}::uuid AND "sentence" IS NOT NULL
    ORDER BY "state" <> 'failed', "position" LIMIT ${limit}`;
  return rows.map(({ number, ...row }) => ({ ...row, label: caseLabel(number) }));
}
