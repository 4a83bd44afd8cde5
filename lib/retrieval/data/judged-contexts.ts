import { database } from "@/lib/db/client";
import type { JudgedContext } from "../rules/judged-retrieval";

/** Milliseconds in which a submission may be taken back, and more. */
const undoWindow = 60_000;

/** Standing drafts of a project that were written with documents, with what readers rated for their cases. A round counts once all its
 * readings are submitted, past the time in which that can be taken back. */
export async function judgedContexts(projectId: string): Promise<readonly JudgedContext[]> {
  const db = await database();
  const drafts = await db.draft.findMany({
    where: { set: { case: { projectId } }, supersededById: null, context: { some: {} } },
    orderBy: { id: "asc" },
    select: {
      set: { select: { caseId: true } },
      context: { orderBy: { position: "asc" }, select: { chunk: { select: { documentId: true } } } },
    },
  });
  const standing = {
    OR: [{ state: "open" }, { submittedAt: { gt: new Date(Date.now() - undoWindow) } }],
  };
  const rows = await db.contextJudgement.findMany({
    where: { relevance: { not: null }, reading: { state: "submitted", case: { projectId } } },
    select: {
      documentId: true,
      relevance: true,
      reading: {
        select: {
          caseId: true,
          round: true,
          case: { select: { readings: { where: standing, select: { round: true } } } },
        },
      },
    },
  });
  const byCase = new Map<string, Map<string, number[]>>();
  for (const { documentId, relevance, reading } of rows) {
    if (relevance === null || reading.case.readings.some(({ round }) => round === reading.round)) continue;
    const ratings = byCase.get(reading.caseId) ?? new Map<string, number[]>();
    byCase.set(reading.caseId, ratings);
    ratings.set(documentId, [...(ratings.get(documentId) ?? []), relevance]);
  }
  return drafts.map(({ set, context }) => ({
    ranked: context.map(({ chunk }) => chunk.documentId),
    ratings: byCase.get(set?.caseId ?? "") ?? new Map<string, number[]>(),
  }));
}
