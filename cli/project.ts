import { createProject } from "@/lib/auth/mutations/projects";
import { nameSchema, slugSchema } from "@/lib/auth/schema";
import { projectProgress } from "@/lib/releasing/data/project-progress";
import { onlyPositional, required, UsageError, type Verb } from "./verb";

const create: Verb = {
  name: "project create",
  summary: "Make a project",
  usage: "project create SLUG --name NAME",
  options: { name: { type: "string" } },
  async run(call) {
    const slug = slugSchema.safeParse(onlyPositional(call, "slug"));
    if (!slug.success)
      throw new UsageError(
        `"${call.positionals[0]}" is not a slug: lower-case letters, digits and single hyphens, 60 at most.`,
      );
    const name = nameSchema.safeParse(required(call, "name"));
    if (!name.success) throw new UsageError("--name is not a usable name.");
    const made = await createProject({ slug: slug.data, name: name.data }, null);
    if (!made.ok) throw new UsageError(`There is already a project "${slug.data}".`);
    return {
      ok: true,
      result: { ok: true, projectId: made.projectId, slug: slug.data, name: name.data },
      text: `Made project ${slug.data}. Give people a role in it with user add or user set-role.`,
    };
  },
};

const list: Verb = {
  name: "project list",
  summary: "List the projects and how far they are",
  usage: "project list",
  options: {},
  async run() {
    const projects = await projectProgress();
    const lines = projects.map(
      ({ slug, name, cases, read, held }) => `${slug}\t${name}\t${cases} cases, ${read} read, ${held} held`,
    );
    return { ok: true, result: { ok: true, projects }, text: lines.join("\n") || "There is no project yet." };
  },
};

export const projectVerbs: readonly Verb[] = [create, list];
