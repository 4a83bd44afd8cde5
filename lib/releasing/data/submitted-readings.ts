import type { Transaction } from "@/lib/db/client";
import { decisionItem, regionColumns, regionItem } from "@/lib/reading/data/items";
import { textPayloadSchema } from "@/lib/reading/schema";
import { readerPseudonym } from "../rules/pseudonym";
import type { SubmittedReading } from "../types";
import { draftProvenance } from "./draft-provenance";

/** The submitted readings of a round, by pseudonym, with what stands in them. */
export async function submittedReadings(
  tx: Transaction,
  { caseId, projectId, round }: { caseId: string; projectId: string; round: number },
): Promise<SubmittedReading[]> {
  const standing = { where: { deletedAt: null }, orderBy: { id: "asc" } } as const;
  const rows = await tx.reading.findMany({
    where: { caseId, round, state: "submitted", submittedAt: { not: null } },
    select: {
      id: true,
      readerId: true,
      submittedAt: true,
      decisions: standing,
      privateDrafts: { orderBy: { id: "asc" } },
      regions: { ...standing, select: { ...regionColumns, worldPoints: true } },
    },
  });
  return rows
    .flatMap(({ id, readerId, submittedAt, decisions, privateDrafts, regions }): SubmittedReading[] =>
      submittedAt === null
        ? []
        : [
            {
              id,
              reader: readerPseudonym(projectId, readerId),
              submittedAt,
              decisions: decisions.map(decisionItem),
              privateDrafts: privateDrafts.map((draft) => ({
                id: draft.id,
                method: draft.method,
                payload: textPayloadSchema.parse(draft.payload),
                contentHash: draft.contentHash,
                provenance: draftProvenance(draft.provenance),
                createdAt: draft.createdAt,
              })),
              regions: regions.flatMap((region) => {
                const { value } = regionItem(region);
                return value ? [{ ...value, id: region.id, worldPoints: region.worldPoints }] : [];
              }),
            },
          ],
    )
    .sort((a, b) => (a.reader < b.reader ? -1 : 1));
}
