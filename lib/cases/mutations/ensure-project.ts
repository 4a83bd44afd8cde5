import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database } from "@/lib/db/client";
import { projectSlugSchema } from "@/lib/importing/schema";

export interface ImportProject {
  readonly id: string;
  readonly slug: string;
  readonly keepOriginals: boolean;
}

/** Whether originals go to quarantine; `keepOriginals: false` in the project's settings turns it off. */
function keepsOriginals(settings: unknown): boolean {
  return !(
    typeof settings === "object" &&
    settings &&
    "keepOriginals" in settings &&
    settings.keepOriginals === false
  );
}

/** The project to import into, made where it is missing. @throws on a slug that cannot be one. */
export async function ensureProject(slug: string, actorId: string | null): Promise<ImportProject> {
  const parsed = projectSlugSchema.safeParse(slug);
  if (!parsed.success) throw new Error(`The project's slug ${parsed.error.issues[0]?.message}: ${slug}`);
  const client = await database();
  return client.$transaction(async (tx) => {
    const id = makeId();
    const { count } = await tx.project.createMany({ data: [{ id, slug, name: slug }], skipDuplicates: true });
    if (count === 1)
      await recordEvent(tx, {
        actorId,
        action: "project.create",
        subjectType: "project",
        subjectId: id,
        projectId: id,
        detail: { slug },
      });
    const project = await tx.project.findUniqueOrThrow({
      where: { slug },
      select: { id: true, settings: true },
    });
    return { id: project.id, slug, keepOriginals: keepsOriginals(project.settings) };
  });
}
