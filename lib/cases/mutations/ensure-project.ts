import { createProject } from "@/lib/auth/mutations/projects";
import { slugSchema } from "@/lib/auth/schema";
import { database } from "@/lib/db/client";

export interface ImportProject {
  readonly id: string;
  /** Originals go to quarantine; `keepOriginals: false` in the project's settings turns it off. */
  readonly keepOriginals: boolean;
}

function keepsOriginals(settings: unknown): boolean {
  return !(
    typeof settings === "object" &&
    settings !== null &&
    "keepOriginals" in settings &&
    settings.keepOriginals === false
  );
}

/** The project to import into, made where it is missing. @throws on a slug that cannot be one. */
export async function ensureProject(slug: string, actorId: string | null): Promise<ImportProject> {
  const client = await database();
  const find = () => client.project.findUnique({ where: { slug }, select: { id: true, settings: true } });
  let project = await find();
  if (!project) {
    const parsed = slugSchema.safeParse(slug);
    if (!parsed.success)
      throw new Error(`"${slug}" cannot name a project: ${parsed.error.issues[0]?.message}`);
    await createProject({ slug, name: slug }, actorId);
    project = await find();
  }
  if (!project) throw new Error(`the project ${slug} was not made`);
  return { id: project.id, keepOriginals: keepsOriginals(project.settings) };
}
