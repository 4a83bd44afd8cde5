import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";

const slug = "demo";

/** The demo project, made where it is missing. `demo` turns true when all of its cases are in. */
export async function demoProject(): Promise<{
  readonly id: string;
  readonly slug: string;
  readonly demo: boolean;
}> {
  return transaction(async (tx) => {
    const id = newId();
    const { count } = await tx.project.createMany({
      data: [{ id, slug, name: "Demo reading list", settings: { readersWanted: 2 } }],
      skipDuplicates: true,
    });
    if (count === 1)
      await recordEvent(tx, {
        actorId: null,
        action: "project.create",
        subjectType: "project",
        subjectId: id,
        projectId: id,
        detail: { slug },
      });
    return tx.project.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true, demo: true } });
  });
}

/** Notes that the demo cases are all in, so that the next start leaves them alone. */
export async function finishDemoProject(projectId: string): Promise<void> {
  await (await database()).project.update({ where: { id: projectId }, data: { demo: true } });
}
