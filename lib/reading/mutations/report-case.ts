import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { readableCase } from "@/lib/cases/data/gate";
import { database, transaction } from "@/lib/db/client";
import { ownReading } from "../data/gate";
import { countReading, unlessSettled } from "./case-counters";

export type ReportOutcome =
  | { readonly ok: true; readonly kind: "unusable" | "identity" }
  | {
      readonly ok: false;
      readonly reason: "not-found" | "held" | "no-open-reading" | "settled";
    };

/** Somebody saw who the patient is: the case is withheld from everyone at once, pixels and texts. */
async function reportIdentity(actor: Actor, caseId: string, reason: string): Promise<ReportOutcome> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok) return gate;
  return transaction(async (tx) => {
    const id = newId();
    await tx.caseReport.create({ data: { id, caseId, reporterId: actor.id, kind: "identity", reason } });
    await tx.caseRecord.update({
      where: { id: caseId },
      data: { state: "held", holdReason: reason },
      select: { id: true },
    });
    await recordEvent(tx, {
      actorId: actor.id,
      action: "case.report-identity",
      subjectType: "case",
      subjectId: caseId,
      projectId: gate.case.projectId,
      detail: { reportId: id },
    });
    return { ok: true, kind: "identity" };
  });
}

/** The reader finishes their own reading with the word that the case cannot be used. */
async function reportUnusable(actor: Actor, caseId: string, reason: string): Promise<ReportOutcome> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok) return gate;
  const own = await (await database()).reading.findUnique({
    where: { caseId_readerId_round: { caseId, readerId: actor.id, round: gate.case.round } },
    select: { id: true },
  });
  if (!own) return { ok: false, reason: "no-open-reading" };
  return unlessSettled<ReportOutcome>(async (tx) => {
    const locked = await ownReading(tx, actor, own.id, "settle");
    if (!locked.ok) return locked;
    const { reading } = locked;
    if (reading.state !== "open") return { ok: false, reason: "no-open-reading" };
    await tx.$executeRaw`
      UPDATE "Reading" SET "state" = 'unusable', "submittedAt" = now(), "updatedAt" = now() WHERE "id" = ${reading.id}::uuid`;
    await countReading(tx, reading, 1);
    await tx.caseReport.create({
      data: { id: newId(), caseId, reporterId: actor.id, readingId: reading.id, kind: "unusable", reason },
    });
    await recordEvent(tx, {
      actorId: actor.id,
      action: "case.report-unusable",
      subjectType: "case",
      subjectId: caseId,
      projectId: reading.projectId,
      detail: { readingId: reading.id },
    });
    return { ok: true, kind: "unusable" };
  });
}

/** @param reason the reader's words; they stay with the case and never go into the audit log. */
export const reportCase = (
  actor: Actor,
  caseId: string,
  report: { readonly kind: "unusable" | "identity"; readonly reason: string },
): Promise<ReportOutcome> =>
  report.kind === "identity"
    ? reportIdentity(actor, caseId, report.reason)
    : reportUnusable(actor, caseId, report.reason);
