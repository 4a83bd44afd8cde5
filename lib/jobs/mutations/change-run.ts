import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";

export interface RunChange {
  readonly projectId: string;
  readonly runId: string;
  /** null: the command line. */
  readonly actorId: string | null;
}

export type ChangeOutcome =
  | { readonly ok: true; readonly items: number }
  | { readonly ok: false; readonly reason: "not-found" };

const unknown = { ok: false, reason: "not-found" } as const;

/**
 * Stops a run: what waits is cancelled now, what is under way sends no further request. What is stored stays.
 * @returns how many items were still waiting.
 */
export async function cancelRun({ projectId, runId, actorId }: RunChange): Promise<ChangeOutcome> {
  return transaction(async (tx): Promise<ChangeOutcome> => {
    const changed = await tx.$executeRaw`
      UPDATE "JobRun" SET "cancelledAt" = coalesce("cancelledAt", now())
      WHERE "id" = ${runId}::uuid AND "projectId" = ${projectId}::uuid`;
    if (changed === 0) return unknown;
    const items = await tx.$executeRaw`
      UPDATE "JobItem" SET "state" = 'cancelled', "endedAt" = now()
      WHERE "runId" = ${runId}::uuid AND "state" = 'waiting'`;
    await recordEvent(tx, {
      actorId,
      action: "jobs.cancel",
      subjectType: "job-run",
      subjectId: runId,
      projectId,
      detail: { items },
    });
    return { ok: true, items };
  });
}

/**
 * Puts items that failed or were cancelled back into the queue, all or those of the cases named; a cancelled run goes on.
 * @returns how many wait again.
 */
export async function retryRun(
  { projectId, runId, actorId }: RunChange,
  cases: readonly string[] | null,
): Promise<ChangeOutcome> {
  return transaction(async (tx): Promise<ChangeOutcome> => {
    const found = await tx.$executeRaw`
      UPDATE "JobRun" SET "cancelledAt" = NULL WHERE "id" = ${runId}::uuid AND "projectId" = ${projectId}::uuid`;
    if (found === 0) return unknown;
    const items = await tx.$executeRaw`
      UPDATE "JobItem" SET "state" = 'waiting', "attempts" = 0, "lost" = 0, "dueAt" = now(), "endedAt" = NULL,
        "retriedAt" = now()
      WHERE "runId" = ${runId}::uuid AND "state" IN ('failed', 'cancelled')
        AND (${cases === null} OR "subjectId" = ANY(${[...(cases ?? [])]}::uuid[]))`;
    await recordEvent(tx, {
      actorId,
      action: "jobs.retry",
      subjectType: "job-run",
      subjectId: runId,
      projectId,
      detail: { items },
    });
    return { ok: true, items };
  });
}
