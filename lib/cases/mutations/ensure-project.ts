import { z } from "zod";
import { createProject } from "@/lib/auth/mutations/projects";
import { slugSchema } from "@/lib/auth/schema";
import { database } from "@/lib/db/client";

/** What a project's settings say about importing; other settings belong to other rooms. */
const importSettingsSchema = z.object({
  /** Originals go to quarantine; false keeps none. */
  keepOriginals: z.boolean().default(true),
  /** How many readers read each new case. */
  readersWanted: z.number().int().min(1).max(20).default(1),
});

export interface ImportProject extends z.infer<typeof importSettingsSchema> {
  readonly id: string;
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
  return { id: project.id, ...importSettingsSchema.parse(project.settings) };
}
