import type { Transaction } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { caseDocumentId, finishedStates } from "../rules/case-document";
import { mayBeFound } from "../rules/may-be-found";

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
  const own = await tx.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { externalId: true, groupKey: true, source: { select: { name: true, site: true } } },
  });
  const subject = {
    caseId,
    externalId: caseDocumentId(own.source, own.externalId),
    groupKey: own.groupKey,
  };
  const facts = { ...document, caseState: document.case?.state ?? null };
  return mayBeFound(facts, subject, { sendable: false, finished: finishedStates });
}
