import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";
import type { Refused, Role } from "../types";
import { wouldLeaveNoAdmin } from "./last-admin";

/**
 * Gives a person a role in a project, changes it, or (null) takes them out. Ends their sessions, so that no page opened
 * under the old role goes on. The last enabled admin of a project keeps the role.
 */
export async function setRole(
  change: { readonly email: string; readonly projectSlug: string; readonly role: Role | null },
  actorId: string | null,
): Promise<
  { readonly ok: true; readonly userId: string } | Refused<"unknown-user" | "unknown-project" | "last-admin">
> {
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: change.email.toLowerCase() },
      select: { id: true },
    });
    if (!user) return { ok: false, reason: "unknown-user" };
    const project = await tx.project.findUnique({
      where: { slug: change.projectSlug },
      select: { id: true },
    });
    if (!project) return { ok: false, reason: "unknown-project" };
    const { role } = change;
    const key = { userId: user.id, projectId: project.id };
    if (role !== "admin" && (await wouldLeaveNoAdmin(tx, user.id, project.id)))
      return { ok: false, reason: "last-admin" };
    if (role === null) await tx.membership.deleteMany({ where: key });
    else
      await tx.membership.upsert({
        where: { userId_projectId: key },
        create: { ...key, role },
        update: { role },
      });
    await tx.user.update({
      where: { id: user.id },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await recordEvent(tx, {
      actorId,
      action: role === null ? "member.remove" : "member.set-role",
      subjectType: "user",
      subjectId: user.id,
      projectId: project.id,
      detail: { role },
    });
    return { ok: true, userId: user.id };
  });
}
