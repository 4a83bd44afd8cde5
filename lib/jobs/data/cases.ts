import { database } from "@/lib/db/client";

/** Ids of the cases of a project with these numbers; numbers of no case give none. */
export async function idsOfNumbers(
  projectId: string,
  numbers: readonly number[],
): Promise<readonly string[]> {
  const rows = await (await database()).caseRecord.findMany({
    where: { projectId, number: { in: [...numbers] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
