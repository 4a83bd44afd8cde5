import { database, type Transaction } from "@/lib/db/client";
import { caseDocumentId } from "../rules/case-document";
import type { QuerySubject } from "../rules/may-be-found";

/** What names a case when documents are looked for: it and its own are never found. @throws where there is no such case. */
export async function subjectOf(caseId: string, tx?: Transaction): Promise<QuerySubject> {
  const db = tx ?? (await database());
  const { externalId, groupKey, source } = await db.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { externalId: true, groupKey: true, source: { select: { name: true, site: true } } },
  });
  return { caseId, groupKey, externalId: caseDocumentId(source, externalId) };
}
