import type { Transaction } from "@/lib/db/client";
import type { AuditEntry } from "./types";

/** Writes the event in the caller's transaction: what is rolled back was never said to have happened. */
export async function recordEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { detail, ...event } = entry;
  await tx.auditEvent.create({ data: { ...event, detail: { ...detail } } });
}
