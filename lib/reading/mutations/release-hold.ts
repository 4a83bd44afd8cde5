import { recordEvent } from "@/lib/audit/mutations";
import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/auth/types";
import { readableCase } from "@/lib/cases/data/gate";
import { stateAfterRelease } from "@/lib/cases/rules";
import { transaction } from "@/lib/db/client";

/** An admin has looked at a held case and lets it go on. Whoever may not do that finds nothing. */
export async function releaseHold(
  actor: Actor,
  caseId: string,
): Promise<
  | { readonly ok: true; readonly state: string }
  | { readonly ok: false; readonly reason: "not-found" | "not-held" }
> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok || !may(gate.case.role, "case.release-hold")) return { ok: false, reason: "not-found" };
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "CaseRecord" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
    const record = await tx.caseRecord.findUniqueOrThrow({
      where: { id: caseId },
      select: { state: true, round: true, readersWanted: true, readersClaimed: true, readersSubmitted: true },
    });
    const usable = await tx.reading.findFirst({
      where: { caseId, round: record.round, state: "submitted" },
      select: { id: true },
    });
    const counts = {
      wanted: record.readersWanted,
      claimed: record.readersClaimed,
      submitted: record.readersSubmitted,
    };
    const state = stateAfterRelease(record.state, counts, usable === null);
    if (state === null) return { ok: false, reason: "not-held" };
    await tx.caseRecord.updateMany({
      where: { id: caseId, state: "held" },
      data: { state, holdReason: null },
    });
    await tx.caseReport.updateMany({
      where: { caseId, kind: "identity", resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedById: actor.id },
    });
    await recordEvent(tx, {
      actorId: actor.id,
      action: "case.release-hold",
      subjectType: "case",
      subjectId: caseId,
      projectId: gate.case.projectId,
      detail: { state },
    });
    return { ok: true, state };
  });
}
