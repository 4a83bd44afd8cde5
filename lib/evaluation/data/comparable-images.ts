import { database } from "@/lib/db/client";

/** Images of a project with a caption by a person, of cases that nobody holds or calls unusable. */
export async function comparableImages(
  projectId: string,
): Promise<readonly { readonly imageId: string; readonly caseId: string }[]> {
  const rows = await (await database()).image.findMany({
    where: {
      case: {
        projectId,
        state: { notIn: ["held", "unusable"] },
        reports: { none: { resolvedAt: null, kind: { in: ["identity", "unusable"] } } },
      },
      passages: { some: { kind: "caption", supersededById: null } },
    },
    orderBy: { id: "asc" },
    select: { id: true, caseId: true },
  });
  return rows.map(({ id, caseId }) => ({ imageId: id, caseId }));
}

/** The cases of a comparison in the order of their numbers. */
export async function* casesOfComparison(
  comparisonId: string,
): AsyncGenerator<{ readonly id: string; readonly number: number }> {
  yield* await (await database()).caseRecord.findMany({
    where: { comparisonImages: { some: { comparisonId } } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
}
