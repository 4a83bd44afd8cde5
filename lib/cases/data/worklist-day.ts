import { database } from "@/lib/db/client";
import type { WorklistDay } from "../types";
import { type Viewpoint, visibleCases } from "./visible";

/**
 * What a person submitted lately and what of their list is due soon. A day begins elsewhere at another time, so this looks
 * 36 hours both ways and the screen cuts by its own calendar.
 */
export async function worklistDay(view: Viewpoint): Promise<WorklistDay> {
  const db = await database();
  const submitted = await db.$queryRaw<{ at: Date }[]>`
    SELECT r."submittedAt" AS "at" FROM "Reading" r JOIN "CaseRecord" c ON c."id" = r."caseId"
    WHERE r."readerId" = ${view.actor.id}::uuid AND r."state" = 'submitted' AND c."projectId" = ${view.projectId}::uuid
      AND r."submittedAt" > now() - interval '36 hours' LIMIT 1000`;
  const due = await db.$queryRaw<{ at: Date; count: number }[]>`
    SELECT c."dueAt" AS "at", count(*)::int AS "count"
    FROM (${visibleCases(view, { states: ["new", "in-progress"] })}) AS v JOIN "CaseRecord" c ON c."id" = v."id"
    WHERE c."dueAt" < now() + interval '36 hours' GROUP BY 1 ORDER BY 1 LIMIT 1000`;
  return {
    submitted: submitted.map(({ at }) => at.toISOString()),
    due: due.map(({ at, count }) => ({ at: at.toISOString(), count })),
  };
}
