import type { Transaction } from "@/lib/db/client";
import { checksOfDrafts } from "../data/checks";
import type { OwnReading } from "../data/gate";
import { decisionItem, verdictItem } from "../data/items";
import { flagsPassedOver, openFlags } from "../rules";
import type { Change, DecisionValue, VerdictValue } from "../schema";
import type { Item, StoredFlag } from "../types";

export type PassedFlag = Pick<StoredFlag, "id" | "kind" | "message">;

/** Items as they will stand once the changes are made. */
function after<V>(
  stored: readonly Item<V>[],
  changes: readonly { readonly id: string; readonly value: V | null }[],
): readonly Item<V>[] {
  const changed = new Set(changes.map(({ id }) => id));
  return [
    ...stored.filter(({ id }) => !changed.has(id)),
    ...changes.map(({ id, value }) => ({ id, revision: 0, value })),
  ];
}

/**
 * The first draft that the changes would leave accepted although one of its flags contradicts it, and neither the reader
 * calls the flag wrong nor names it in an override. Null where there is none. Looks at decisions and verdicts together, so
 * that their order in a request does not matter.
 */
export async function flagPassedOver(
  tx: Transaction,
  reading: OwnReading,
  changes: readonly Change[],
): Promise<{ readonly draftId: string; readonly flag: PassedFlag } | null> {
  const decisions = changes.flatMap((change) =>
    change.part === "decision"
      ? [{ id: change.id, value: change.op === "put" ? (change.value as DecisionValue) : null }]
      : [],
  );
  const verdicts = changes.flatMap((change) =>
    change.part === "verdict"
      ? [{ id: change.id, value: change.op === "put" ? (change.value as VerdictValue) : null }]
      : [],
  );
  const accepted = decisions.flatMap(({ id, value }) => (value?.kind === "accept" ? [id] : []));
  if (accepted.length === 0 && verdicts.length === 0) return null;
  const judged = await tx.textCheck.findMany({
    where: { draftId: { not: null }, flags: { some: { id: { in: verdicts.map(({ id }) => id) } } } },
    select: { draftId: true },
  });
  const draftIds = [...new Set([...accepted, ...judged.flatMap(({ draftId }) => draftId ?? [])])];
  const checks = Object.entries(await checksOfDrafts(tx, draftIds));
  const flagIds = checks.flatMap(([, { flags }]) => flags.map(({ id }) => id));
  if (flagIds.length === 0) return null;
  const where = { readingId: reading.id, deletedAt: null };
  const storedDecisions = await tx.decision.findMany({ where: { ...where, id: { in: draftIds } } });
  const storedVerdicts = await tx.flagVerdict.findMany({ where: { ...where, flagId: { in: flagIds } } });
  const decisionsAfter = after(storedDecisions.map(decisionItem), decisions);
  const verdictsAfter = after(storedVerdicts.map(verdictItem), verdicts);
  for (const [draftId, { flags }] of checks) {
    const decision = decisionsAfter.find(({ id }) => id === draftId)?.value ?? null;
    const [flag] = flagsPassedOver(decision, openFlags(flags, verdictsAfter));
    if (flag) return { draftId, flag: { id: flag.id, kind: flag.kind, message: flag.message } };
  }
  return null;
}
