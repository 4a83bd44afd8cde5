import { createHash } from "node:crypto";
import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { undoSubmitSeconds } from "@/lib/cases/rules";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { Transaction } from "@/lib/db/client";
import { draftsToJudge } from "../data/drafts";
import { type OwnReading, ownReading } from "../data/gate";
import { itemsOf } from "../data/items";
import { type MissingPart, missingParts, readingSettings } from "../rules";
import type { ReadingItems } from "../types";
import { countReading, unlessSettled } from "./case-counters";

export type SubmitOutcome =
  | {
      readonly ok: true;
      readonly submittedAt: string;
      readonly submittedHash: string | null;
      readonly undoSeconds: number;
    }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "unusable" | "settled" }
  | { readonly ok: false; readonly reason: "revision"; readonly revision: number }
  | { readonly ok: false; readonly reason: "missing"; readonly missing: readonly MissingPart[] };

/** SHA-256 over what was submitted: ids and values of every item, in canonical JSON. */
export function hashOfItems(items: ReadingItems): string {
  const { verdict, span, ...always } = items;
  // A reading without verdicts and spans hashes as it did before there were any.
  const later = Object.entries({ verdict, span }).filter(([, list]) => list.length > 0);
  const values = [...Object.entries(always), ...later].map(([part, list]) => [
    part,
    list.map(({ id, value }: { id: string; value: unknown }) => ({ id, value })),
  ]);
  return createHash("sha256")
    .update(canonicalJson(Object.fromEntries(values)))
    .digest("hex");
}

const submitted = (at: Date | null, hash: string | null): SubmitOutcome => ({
  ok: true,
  submittedAt: (at ?? new Date()).toISOString(),
  submittedHash: hash,
  undoSeconds: undoSubmitSeconds,
});

async function alreadySubmitted(tx: Transaction, reading: OwnReading): Promise<SubmitOutcome> {
  const row = await tx.reading.findUniqueOrThrow({
    where: { id: reading.id },
    select: { submittedAt: true, submittedHash: true },
  });
  return submitted(row.submittedAt, row.submittedHash);
}

/**
 * Freezes a complete reading. Asked twice it answers the same.
 * @param revision what the reader saw; another one means that something was saved elsewhere meanwhile.
 * @param nothingToReport said by the reader of a case without drafts to which nothing was added.
 */
export async function submitReading(
  actor: Actor,
  readingId: string,
  revision: number,
  nothingToReport = false,
): Promise<SubmitOutcome> {
  return unlessSettled<SubmitOutcome>(async (tx) => {
    const gate = await ownReading(tx, actor, readingId, "settle");
    if (!gate.ok) return gate;
    const { reading } = gate;
    if (reading.state === "submitted") return alreadySubmitted(tx, reading);
    if (reading.state === "unusable") return { ok: false, reason: "unusable" };
    if (reading.revision !== revision) return { ok: false, reason: "revision", revision: reading.revision };
    const { settings } = await tx.project.findUniqueOrThrow({
      where: { id: reading.projectId },
      select: { settings: true },
    });
    const items = await itemsOf(tx, reading.id);
    const drafts = await draftsToJudge(tx, reading);
    const { ratedKinds } = readingSettings(settings);
    const missing = missingParts({ drafts, items, ratedKinds, nothingToReport });
    if (missing.length > 0) return { ok: false, reason: "missing", missing };
    const hash = hashOfItems(items);
    const [row] = await tx.$queryRaw<{ submittedAt: Date }[]>`
      UPDATE "Reading" SET "state" = 'submitted', "submittedAt" = now(), "submittedHash" = ${hash}, "updatedAt" = now()
      WHERE "id" = ${reading.id}::uuid AND "state" = 'open' AND "revision" = ${revision} RETURNING "submittedAt"`;
    if (!row) throw new Error("the reading moved under its lock");
    await countReading(tx, reading, 1);
    await recordEvent(tx, {
      actorId: actor.id,
      action: "reading.submit",
      subjectType: "reading",
      subjectId: reading.id,
      projectId: reading.projectId,
      detail: { caseId: reading.caseId, revision, hash, ...(nothingToReport ? { nothingToReport } : {}) },
    });
    return submitted(row.submittedAt, hash);
  });
}
