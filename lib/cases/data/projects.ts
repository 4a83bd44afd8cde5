import type { Actor, Role } from "@/lib/auth/types";
import { database } from "@/lib/db/client";
import { roleOf } from "./gate";

export interface ProjectOfActor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}

/** The projects a person is in (a site admin: all), by name, at most 200. */
export async function projectsOf(actor: Actor): Promise<readonly ProjectOfActor[]> {
  const rows = await (await database()).project.findMany({
    where: actor.siteAdmin ? {} : { members: { some: { userId: actor.id } } },
    select: {
      id: true,
      slug: true,
      name: true,
      members: { where: { userId: actor.id }, select: { role: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.flatMap(({ members, ...project }) => {
    const role = roleOf(actor, members[0]?.role ?? null);
    return role ? [{ ...project, role }] : [];
  });
}
