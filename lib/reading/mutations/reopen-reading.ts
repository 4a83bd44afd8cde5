import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { undoSubmitGrace, undoSubmitSeconds } from "@/lib/cases/rules";
import { ownReading } from "../data/gate";
import { countReading, unlessSettled } from "./case-counters";

/** Takes a submission (or "case unusable") back while its ten seconds last, by the clock of the database. */
export async function reopenReading(
  actor: Actor,
  readingId: string,
): Promise<
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "too-late" | "settled" }
> {
  return unlessSettled(async (tx) => {
    const gate = await ownReading(tx, actor, readingId, "settle");
    if (!gate.ok) return gate;
    const { reading } = gate;
    if (reading.state === "open") return { ok: true, revision: reading.revision } as const;
    const reopened = await tx.$executeRaw`
      UPDATE "Reading" SET "state" = 'open', "submittedAt" = NULL, "submittedHash" = NULL, "updatedAt" = now()
      WHERE "id" = ${reading.id}::uuid
        AND now() - "submittedAt" <= make_interval(secs => ${undoSubmitSeconds + undoSubmitGrace})`;
    if (reopened === 0) return { ok: false, reason: "too-late" } as const;
    await countReading(tx, reading, -1);
    await tx.caseReport.updateMany({
      where: { readingId: reading.id, kind: "unusable", resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedById: actor.id },
    });
    await recordEvent(tx, {
      actorId: actor.id,
      action: "reading.reopen",
      subjectType: "reading",
      subjectId: reading.id,
      projectId: reading.projectId,
      detail: { caseId: reading.caseId, revision: reading.revision },
    });
    return { ok: true, revision: reading.revision } as const;
  });
}
