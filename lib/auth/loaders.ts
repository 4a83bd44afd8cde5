import { notFound, redirect } from "next/navigation";
import { actorOf, projectFor } from "./data/actor";
import { controlsOf } from "./data/controls";
import { membersOf, setupLinkFor } from "./data/members";
import type { Permission } from "./permissions";
import { type Controls, defaultControls } from "./schema";
import type { Actor, MemberRow } from "./types";

/** Who is asking for a page; whoever is not signed in goes to the sign-in page and comes back to `path` after it. */
export async function requireActor(path = "/"): Promise<Actor> {
  const actor = await actorOf();
  return actor ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** The keys and mouse of whoever is asking; those of everybody for a stranger. */
export async function loadControls(): Promise<Controls> {
  const actor = await actorOf();
  return actor ? controlsOf(actor.id) : defaultControls;
}

/** The project of a slug for somebody with this permission in it; 404 for everybody else. */
export async function requireProject(actor: Actor, slug: string, permission: Permission) {
  return (await projectFor(actor, slug, permission)) ?? notFound();
}

/** The members page of a project; 404 for whoever may not manage its members. */
export async function loadMembers(
  actor: Actor,
  slug: string,
): Promise<{
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly members: readonly MemberRow[];
}> {
  const project = await requireProject(actor, slug, "member.manage");
  return { project, members: await membersOf(actor, project.id) };
}

/** What the setup page asks for; 404 for a link that is used, expired or invented. */
export async function loadSetupLink(token: string) {
  return (await setupLinkFor(token)) ?? notFound();
}
