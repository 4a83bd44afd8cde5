import { stateAfterReading } from "@/lib/cases/rules";
import { type Transaction, transaction } from "@/lib/db/client";
import type { OwnReading } from "../data/gate";

/** Rolls the transaction back: the case was settled without this reading. */
class SettledCase extends Error {}

/** Runs a transaction that counts a reading; a settled case is an answer, not an error. */
export async function unlessSettled<Outcome>(
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome | { readonly ok: false; readonly reason: "settled" }> {
  try {
    return await transaction(work);
  } catch (error) {
    if (error instanceof SettledCase) return { ok: false, reason: "settled" };
    throw error;
  }
}

/**
 * Counts a reading as finished (or no more) and moves the case where that changes its state. The caller holds the case's
 * row lock and has written the reading's new state already.
 * Use it inside `unlessSettled`.
 */
export async function countReading(tx: Transaction, reading: OwnReading, step: 1 | -1): Promise<void> {
  const { caseId, round } = reading;
  const record = await tx.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { state: true, readersWanted: true, readersClaimed: true, readersSubmitted: true },
  });
  const submitted = record.readersSubmitted + step;
  const usable = await tx.reading.findFirst({
    where: { caseId, round, state: "submitted" },
    select: { id: true },
  });
  const counts = { wanted: record.readersWanted, claimed: record.readersClaimed, submitted };
  const state = stateAfterReading(record.state, counts, usable === null);
  if (state === null) throw new SettledCase();
  const { count } = await tx.caseRecord.updateMany({
    where: { id: caseId, state: record.state, readersSubmitted: record.readersSubmitted },
    data: { state, readersSubmitted: submitted },
  });
  if (count === 0) throw new Error("the case moved under its lock");
}
