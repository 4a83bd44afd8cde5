import type { Actor } from "@/lib/auth/types";
import { transaction } from "@/lib/db/client";
import { readableCase } from "../data/gate";

/**
 * Puts cases at the end of a person's own list until an instant; null puts them back. Cases that are not theirs to see
 * are passed over. @returns how many there were.
 */
export async function deferCases(
  actor: Actor,
  caseIds: readonly string[],
  until: Date | null,
): Promise<{ readonly count: number }> {
  const own: string[] = [];
  for (const caseId of new Set(caseIds)) {
    const gate = await readableCase(actor, caseId);
    if (gate.ok) own.push(gate.case.id);
  }
  await transaction(async (tx) => {
    await tx.deferral.deleteMany({
      where: { userId: actor.id, OR: [{ caseId: { in: own } }, { until: { lte: new Date() } }] },
    });
    if (until !== null)
      await tx.deferral.createMany({
        data: own.map((caseId) => ({ userId: actor.id, caseId, until })),
        skipDuplicates: true,
      });
  });
  return { count: own.length };
}
