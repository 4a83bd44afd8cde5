import type { Transaction } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { finishedStates } from "../rules/case-document";
import { mayBeFound } from "../rules/may-be-found";
import { subjectOf } from "./query-subject";

/** Whether a document is one of the reading's project that its reader may be shown. */
export async function shownDocument(
  tx: Transaction,
  { caseId, projectId }: OwnReading,
  documentId: string,
): Promise<boolean> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId },
    select: {
      kind: true,
      externalId: true,
      groupKey: true,
      caseId: true,
      heldOut: true,
      externalModelAllowed: true,
      case: { select: { state: true } },
    },
  });
  if (!document) return false;
  const subject = await subjectOf(caseId, tx);
  const facts = { ...document, caseState: document.case?.state ?? null };
  return mayBeFound(facts, subject, { sendable: false, finished: finishedStates });
}
