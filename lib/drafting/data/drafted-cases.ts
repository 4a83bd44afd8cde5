import { database } from "@/lib/db/client";

const pageSize = 200;

/** Ids of the cases of a project in the order of their numbers, page by page; only the one of a number where it is given. */
export async function* casesToDraft(
  projectId: string,
  number: number | null,
): AsyncGenerator<{ readonly id: string; readonly number: number }> {
  let after = 0;
  for (;;) {
    const rows = await (await database()).caseRecord.findMany({
      where: { projectId, number: number ?? { gt: after } },
      orderBy: { number: "asc" },
      take: pageSize,
      select: { id: true, number: true },
    });
    yield* rows;
    const last = rows[rows.length - 1];
    if (!last || number !== null) return;
    after = last.number;
  }
}

/** A project with its settings as they are stored, or null. */
export async function projectToDraft(slug: string) {
  return (await database()).project.findUnique({ where: { slug }, select: { id: true, settings: true } });
}

/** The project of a case with its settings as they are stored, or null. */
export async function projectOfCase(caseId: string) {
  const found = await (await database()).caseRecord.findUnique({
    where: { id: caseId },
    select: { project: { select: { id: true, slug: true, settings: true } } },
  });
  return found?.project ?? null;
}
