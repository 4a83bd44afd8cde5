import { door } from "@/app/api/_door/door";
import { json } from "@/app/api/_door/problem";
import { projectsOf } from "@/lib/cases/data/projects";

/** Who is signed in and what they are where. */
export const GET = door(async ({ actor }) => {
  const projects = (await projectsOf(actor)).map(({ slug, name, role }) => ({ slug, name, role }));
  return json({ id: actor.id, name: actor.name, email: actor.email, siteAdmin: actor.siteAdmin, projects });
});
