import { database } from "@/lib/db/client";

export interface ProjectProgress {
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
  readonly cases: number;
  /** Cases with at least one submitted reading. */
  readonly read: number;
  readonly held: number;
}

/** Every project with how far its cases are, by slug. Counts rows: for the command line, not for a page. */
export async function projectProgress(): Promise<ProjectProgress[]> {
  const db = await database();
  const projects = await db.project.findMany({
    orderBy: { slug: "asc" },
    select: { id: true, slug: true, name: true, demo: true },
  });
  const count = (where: object) =>
    db.caseRecord.groupBy({ by: ["projectId"], where, _count: { _all: true } });
  const [all, read, held] = await Promise.all([
    count({}),
    count({ readings: { some: { state: "submitted" } } }),
    count({ state: "held" }),
  ]);
  const of = (groups: typeof all, projectId: string) =>
    groups.find((group) => group.projectId === projectId)?._count._all ?? 0;
  return projects.map(({ id, slug, name, demo }) => ({
    slug,
    name,
    demo,
    cases: of(all, id),
    read: of(read, id),
    held: of(held, id),
  }));
}
