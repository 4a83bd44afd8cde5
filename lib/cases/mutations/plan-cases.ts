import { recordEvent } from "@/lib/audit/mutations";
import { type Transaction, transaction } from "@/lib/db/client";
import { caseLabel, stateAfterReading } from "../rules";
import type { CasePlanInput } from "../schema";

export interface PlanOutcome {
  readonly changed: number;
  /** A sentence for each case that stayed as it was. */
  readonly refused: readonly string[];
}

interface Stored {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly holdReason: string | null;
  readonly round: number;
  readonly readersWanted: number;
  readonly readersClaimed: number;
  readonly readersSubmitted: number;
}

const settled = ["adjudication", "final"];

/** What is wrong with the number of readers for this case; null = it can be. */
function obstacle(record: Stored, wanted: number): string | null {
  const label = caseLabel(record.number);
  if (settled.includes(record.state)) return `${label} is settled: its readers stay.`;
  if (wanted >= record.readersClaimed) return null;
  const { readersClaimed: taken } = record;
  return `${label} is taken by ${taken} readers already: fewer than ${taken} cannot be wanted.`;
}

/** Where the case stands with another number of readers; undefined where that follows from something else. */
async function stateWith(tx: Transaction, record: Stored, wanted: number): Promise<string | undefined> {
  if (record.holdReason !== null) return undefined;
  const usable = await tx.reading.findFirst({
    where: { caseId: record.id, round: record.round, state: "submitted" },
    select: { id: true },
  });
  const counts = { wanted, claimed: record.readersClaimed, submitted: record.readersSubmitted };
  return stateAfterReading(record.state, counts, usable === null) ?? undefined;
}

/** Sets priority, due date or readers wanted of cases of one project; what is left out stays. Each case is an event. */
export async function planCases(
  projectId: string,
  { caseIds, ...plan }: CasePlanInput,
  actorId: string | null,
): Promise<PlanOutcome> {
  const refused: string[] = [];
  let changed = 0;
  await transaction(async (tx) => {
    const ids = [...new Set(caseIds)];
    // In one order everywhere, so that two planners wait for each other and do not block.
    const records = await tx.$queryRaw<Stored[]>`
      SELECT "id", "number", "state", "holdReason", "round", "readersWanted", "readersClaimed", "readersSubmitted"
      FROM "CaseRecord" WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
    for (const record of records) {
      const { readersWanted: wanted } = plan;
      const wrong = wanted === undefined ? null : obstacle(record, wanted);
      if (wrong) {
        refused.push(wrong);
        continue;
      }
      const state = wanted === undefined ? undefined : await stateWith(tx, record, wanted);
      const data = {
        ...(plan.priority === undefined ? {} : { priority: plan.priority }),
        ...(plan.dueAt === undefined ? {} : { dueAt: plan.dueAt === null ? null : new Date(plan.dueAt) }),
        ...(wanted === undefined ? {} : { readersWanted: wanted }),
        ...(state === undefined ? {} : { state }),
      };
      await tx.caseRecord.update({ where: { id: record.id }, data, select: { id: true } });
      await recordEvent(tx, {
        actorId,
        action: "case.plan",
        subjectType: "case",
        subjectId: record.id,
        projectId,
        detail: {
          ...(plan.priority === undefined ? {} : { priority: plan.priority }),
          ...(plan.dueAt === undefined ? {} : { dueAt: plan.dueAt }),
          ...(wanted === undefined
            ? {}
            : { readersWanted: wanted, readersWantedBefore: record.readersWanted }),
        },
      });
      changed++;
    }
  });
  return { changed, refused };
}
