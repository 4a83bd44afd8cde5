import type { Transaction } from "@/lib/db/client";
import { decisionItem, regionColumns, regionItem } from "@/lib/reading/data/items";
import { readerPseudonym } from "../rules/pseudonym";
import type { SubmittedReading } from "../types";

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
      regions: { ...standing, select: { ...regionColumns, worldPoints: true } },
    },
  });
  return rows
    .flatMap(({ id, readerId, submittedAt, decisions, regions }): SubmittedReading[] =>
      submittedAt === null
        ? []
        : [
            {
              id,
              reader: readerPseudonym(projectId, readerId),
              submittedAt,
              decisions: decisions.map(decisionItem),
              regions: regions.flatMap((region) => {
                const { value } = regionItem(region);
                return value ? [{ ...value, id: region.id, worldPoints: region.worldPoints }] : [];
              }),
            },
          ],
    )
    .sort((a, b) => (a.reader < b.reader ? -1 : 1));
}
