import type { Transaction } from "@/lib/db/client";
import type { OwnReading } from "./gate";

/** The drafts a round judges, in order; superseded ones are left out. */
export const currentDrafts = (caseId: string, round: number) => ({
  supersededById: null,
  set: { caseId, round },
});

/** What submitting needs to know of the drafts. */
export async function draftsToJudge(tx: Transaction, reading: OwnReading) {
  const rows = await tx.draft.findMany({
    where: currentDrafts(reading.caseId, reading.round),
    select: { id: true, kind: true, parentDraftId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as "caption" | "findings" | "discussion" | "qa" }));
}
