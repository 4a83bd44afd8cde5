import { getServerSession } from "next-auth";
import { cache } from "react";
import { database } from "@/lib/db/client";
import { may, type Permission } from "../permissions";
import { type Actor, type Role, roles } from "../types";
import { actorBehind } from "./behind";
import { projectBySlug } from "./members";
import { authOptions } from "./session";

/**
 * Who is asking, or null. Asks the database in every request: a disabled person is out at once. The layouts and the page
 * of one request share the answer.
 */
export const actorOf = cache(async (): Promise<Actor | null> => {
  const claims = (await getServerSession(authOptions()))?.claims ?? null;
  return claims && actorBehind(claims);
});

/** The actor's role in a project; null for a stranger. */
export async function roleIn(actor: Actor, projectId: string): Promise<Role | null> {
  if (actor.siteAdmin) return "admin";
  const membership = await (await database()).membership.findUnique({
    where: { userId_projectId: { userId: actor.id, projectId } },
    select: { role: true },
  });
  return roles.find((role) => role === membership?.role) ?? null;
}

/** The project of a slug where the actor has this permission; null where they have not, and where there is none. */
export async function projectFor(actor: Actor, slug: string, permission: Permission) {
  const project = await projectBySlug(slug);
  return project && may(await roleIn(actor, project.id), permission) ? project : null;
}
