import { database } from "@/lib/db/client";
import { afterFailure, backoffSeconds, losses } from "../rules";
import type { Job, JobOutcome } from "../types";

const lostSentence = `The worker ended ${losses} times while it worked on this.`;

/**
 * Gives back what workers held whose lease ran out. An item that ended as many workers as is borne is given up.
 * @returns how many.
 */
export async function takeBack(): Promise<number> {
  return (await database()).$executeRaw`
    UPDATE "JobItem" i SET "workerId" = NULL, "lost" = i."lost" + 1,
      "state" = CASE WHEN r."cancelledAt" IS NOT NULL THEN 'cancelled'
        WHEN i."lost" + 1 >= ${losses} THEN 'failed' ELSE 'waiting' END,
      "endedAt" = CASE WHEN r."cancelledAt" IS NOT NULL OR i."lost" + 1 >= ${losses} THEN now() END,
      "sentence" = CASE WHEN i."lost" + 1 >= ${losses} THEN ${lostSentence} ELSE i."sentence" END
    FROM "JobRun" r WHERE r."id" = i."runId" AND i."state" = 'running' AND NOT EXISTS (
      SELECT 1 FROM "JobWorker" w WHERE w."id" = i."workerId" AND w."aliveUntil" > clock_timestamp())`;
}

const uniqueViolation = "23505";

/**
 * Takes the next item for a worker: small runs first, then in the order of runs and items. Nothing that another worker
 * holds or that another run works on at this moment.
 */
export async function takeNext(workerId: string, kinds: readonly string[]): Promise<Job | null> {
  try {
    const [job] = await (await database()).$queryRaw<Job[]>`
      WITH next AS (
        SELECT i."runId", i."subjectId", r."projectId", r."kind", r."parameters"
        FROM "JobItem" i JOIN "JobRun" r ON r."id" = i."runId"
        WHERE i."state" = 'waiting' AND i."dueAt" <= now() AND r."kind" = ANY(${[...kinds]}::text[])
          AND EXISTS (SELECT 1 FROM "JobWorker" w WHERE w."id" = ${workerId}::uuid AND w."aliveUntil" > now())
          AND NOT EXISTS (SELECT 1 FROM "JobItem" o WHERE o."subjectId" = i."subjectId" AND o."state" = 'running')
        ORDER BY i."priority" DESC, i."dueAt", i."position" LIMIT 1
        FOR UPDATE OF i SKIP LOCKED)
      UPDATE "JobItem" i SET "state" = 'running', "workerId" = ${workerId}::uuid, "startedAt" = now()
      FROM next WHERE i."runId" = next."runId" AND i."subjectId" = next."subjectId"
      RETURNING i."runId", i."subjectId", i."retriedAt", next."projectId", next."kind", next."parameters"`;
    return job ?? null;
  } catch (error) {
    // Two runs reached for the same case in the same moment: the other one has it.
    if (JSON.stringify(error).includes(uniqueViolation)) return null;
    throw error;
  }
}

/** Writes what came of an item, unless the worker no longer holds it. @returns whether it did. */
export async function finishItem(workerId: string, job: Job, outcome: JobOutcome): Promise<boolean> {
  const { runId, subjectId } = job;
  const db = await database();
  if (outcome.kind === "stopped") {
    const freed = await db.$executeRaw`
      UPDATE "JobItem" i SET "workerId" = NULL,
        "state" = CASE WHEN r."cancelledAt" IS NOT NULL THEN 'cancelled' ELSE 'waiting' END,
        "endedAt" = CASE WHEN r."cancelledAt" IS NOT NULL THEN now() END
      FROM "JobRun" r WHERE r."id" = i."runId" AND i."runId" = ${runId}::uuid
        AND i."subjectId" = ${subjectId}::uuid AND i."workerId" = ${workerId}::uuid`;
    return freed === 1;
  }
  const where = { runId, subjectId, workerId };
  const { sentence, result } = outcome;
  if (outcome.kind === "done") {
    const data = { state: "done", workerId: null, endedAt: new Date(), sentence, result };
    return (await db.jobItem.updateMany({ where, data })).count === 1;
  }
  const found = await db.jobItem.findFirst({ where, select: { attempts: true } });
  if (!found) return false;
  const attempts = found.attempts + 1;
  const state = afterFailure(attempts, outcome.again);
  const seconds = state === "waiting" ? backoffSeconds(attempts) : 0;
  const written = await db.$executeRaw`
    UPDATE "JobItem" i SET "workerId" = NULL, "attempts" = ${attempts}, "sentence" = ${sentence},
      "result" = ${JSON.stringify(result)}::jsonb,
      "state" = CASE WHEN ${state} = 'waiting' AND r."cancelledAt" IS NOT NULL THEN 'cancelled' ELSE ${state} END,
      "dueAt" = CASE WHEN ${seconds} > 0 THEN now() + ${seconds} * interval '1 second' ELSE i."dueAt" END,
      "endedAt" = CASE WHEN ${state} = 'failed' THEN now() END
    FROM "JobRun" r WHERE r."id" = i."runId" AND i."runId" = ${runId}::uuid
      AND i."subjectId" = ${subjectId}::uuid AND i."workerId" = ${workerId}::uuid`;
  return written === 1;
}
