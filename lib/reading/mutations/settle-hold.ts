import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/auth/types";
import { readableCase } from "@/lib/cases/data/gate";
import { stateAfterRelease } from "@/lib/cases/rules";
import { type Transaction, transaction } from "@/lib/db/client";

type Settled =
  | { readonly ok: true; readonly state: string }
  | { readonly ok: false; readonly reason: "not-found" | "not-held" };

interface HeldCase {
  readonly caseId: string;
  readonly projectId: string;
  readonly actor: Actor;
  /** What the admin saw; stays with the case and never goes into the audit log. */
  readonly reason: string;
}

/** Closes the reports that held the case. A hold of the import has none, so one is written for who settled it. */
async function closeReports(
  tx: Transaction,
  { caseId, actor, reason }: HeldCase,
  holdReason: string,
): Promise<void> {
  const closed = { resolvedAt: new Date(), resolvedById: actor.id, resolution: reason };
  const open = { caseId, kind: "identity", resolvedAt: null };
  const { count } = await tx.caseReport.updateMany({ where: open, data: closed });
  if (count === 0)
    await tx.caseReport.create({
      data: { id: newId(), caseId, reporterId: actor.id, kind: "identity", reason: holdReason, ...closed },
    });
}

async function settle(
  actor: Actor,
  caseId: string,
  reason: string,
  work: (tx: Transaction, held: HeldCase) => Promise<string | null>,
): Promise<Settled> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok || !may(gate.case.role, "case.release-hold")) return { ok: false, reason: "not-found" };
  const held = { caseId, projectId: gate.case.projectId, actor, reason };
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "CaseRecord" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
    const state = await work(tx, held);
    return state === null ? { ok: false, reason: "not-held" } : { ok: true, state };
  });
}

const recordSettled = (
  tx: Transaction,
  { actor, caseId, projectId }: HeldCase,
  action: string,
  state: string,
) =>
  recordEvent(tx, {
    actorId: actor.id,
    action,
    subjectType: "case",
    subjectId: caseId,
    projectId,
    detail: { state },
  });

/**
 * An admin has looked at a held case and lets it go on; also one that was called unusable while it was held. Whoever may
 * not do that finds nothing.
 */
export const releaseHold = (actor: Actor, caseId: string, reason: string): Promise<Settled> =>
  settle(actor, caseId, reason, async (tx, held) => {
    const record = await tx.caseRecord.findUniqueOrThrow({
      where: { id: caseId },
      select: {
        state: true,
        holdReason: true,
        round: true,
        readersWanted: true,
        readersClaimed: true,
        readersSubmitted: true,
      },
    });
    const withheld = record.state === "held" || (record.state === "unusable" && record.holdReason !== null);
    const usable = await tx.reading.findFirst({
      where: { caseId, round: record.round, state: "submitted" },
      select: { id: true },
    });
    const counts = {
      wanted: record.readersWanted,
      claimed: record.readersClaimed,
      submitted: record.readersSubmitted,
    };
    const state = stateAfterRelease(withheld ? "held" : record.state, counts, usable === null);
    if (state === null) return null;
    await tx.caseRecord.update({
      where: { id: caseId },
      data: { state, holdReason: null },
      select: { id: true },
    });
    await tx.caseReport.updateMany({
      where: { caseId, kind: "unusable", readingId: null, resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedById: actor.id, resolution: reason },
    });
    await closeReports(tx, held, record.holdReason ?? "");
    await recordSettled(tx, held, "case.release-hold", state);
    return state;
  });

/** An admin has looked at a held case: nobody shall read it. Its pixels and texts stay withheld. */
export const markHeldUnusable = (actor: Actor, caseId: string, reason: string): Promise<Settled> =>
  settle(actor, caseId, reason, async (tx, held) => {
    const record = await tx.caseRecord.findUniqueOrThrow({
      where: { id: caseId },
      select: { state: true, holdReason: true },
    });
    if (record.state !== "held") return null;
    const holdReason = record.holdReason ?? "It was held.";
    await tx.caseRecord.update({
      where: { id: caseId },
      data: { state: "unusable", holdReason },
      select: { id: true },
    });
    await closeReports(tx, held, holdReason);
    await tx.caseReport.create({
      data: { id: newId(), caseId, reporterId: actor.id, kind: "unusable", reason },
    });
    await recordSettled(tx, held, "case.mark-unusable", "unusable");
    return "unusable";
  });
