import { database } from "@/lib/db/client";
import { caseDocumentId, caseDocumentText, finishedStates, isHeldOutSplit } from "../rules/case-document";
import { storeDocuments } from "./store-documents";

const pageSize = 100;

/**
 * Brings what people wrote about the finished cases of a project into its store: cases that are not there yet, and those
 * that got new passages since. A document that came from a bundle of the same case becomes that of the case.
 */
export async function gatherFinishedCases(projectId: string): Promise<void> {
  const db = await database();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const waiting = await db.$queryRaw<{ id: string }[]>`
      SELECT c."id" FROM "CaseRecord" c LEFT JOIN "Document" d ON d."caseId" = c."id"
      WHERE c."projectId" = ${projectId}::uuid AND c."state" = ANY(${[...finishedStates]}::text[]) AND c."id" > ${after}::uuid
      AND EXISTS (SELECT 1 FROM "Passage" p WHERE p."caseId" = c."id" AND p."kind" <> 'qa'
        AND (d."id" IS NULL OR p."createdAt" > d."checkedAt"))
      ORDER BY c."id" LIMIT ${pageSize}`;
    const last = waiting.at(-1);
    if (!last) return;
    after = last.id;
    await gather(
      projectId,
      waiting.map(({ id }) => id),
    );
  }
}

async function gather(projectId: string, ids: readonly string[]): Promise<void> {
  const db = await database();
  const checkedAt = new Date();
  const rows = await db.caseRecord.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      externalId: true,
      title: true,
      groupKey: true,
      sourceSplit: true,
      source: { select: { name: true, site: true, url: true, licence: true, externalModelAllowed: true } },
      passages: {
        where: { supersededById: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { kind: true, text: true },
      },
    },
  });
  const documents = rows.flatMap(({ source, passages, sourceSplit, ...row }) => {
    const text = caseDocumentText(passages);
    if (text === "") return [];
    return [
      {
        kind: "case" as const,
        externalId: caseDocumentId(source, row.externalId),
        title: row.title,
        source: source.name,
        licence: source.licence,
        url: source.url,
        text,
        caseId: row.id,
        pictureKey: null,
        groupKey: row.groupKey,
        heldOut: isHeldOutSplit(sourceSplit),
        externalModelAllowed: source.externalModelAllowed,
      },
    ];
  });
  await storeDocuments(projectId, documents);
  await db.document.updateMany({ where: { caseId: { in: [...ids] } }, data: { checkedAt } });
}
