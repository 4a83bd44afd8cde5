import { projectBySlug } from "@/lib/auth/data/members";
import { required, UsageError, type VerbCall } from "./verb";

/** The project that --project names. @throws UsageError where there is none. */
export async function projectOf(call: VerbCall) {
  const slug = required(call, "project");
  const project = await projectBySlug(slug);
  if (!project) throw new UsageError(`There is no project "${slug}".`);
  return project;
}
