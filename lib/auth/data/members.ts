import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";
import { mayManageAccount } from "../permissions";
import { type Actor, type MemberRow, roles } from "../types";

/** The project of a slug, or null. Says nothing about who may see it. */
export async function projectBySlug(slug: string) {
  return (await database()).project.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true },
  });
}

async function adminOf(actor: Actor): Promise<readonly string[]> {
  const rows = await (await database()).membership.findMany({
    where: { userId: actor.id, role: "admin" },
    select: { projectId: true },
  });
  return rows.map((row) => row.projectId);
}

/** Members of a project by name. The caller has checked that the actor may see them. */
export async function membersOf(actor: Actor, projectId: string): Promise<readonly MemberRow[]> {
  const db = await database();
  const manager = { siteAdmin: actor.siteAdmin, adminOf: await adminOf(actor) };
  const rows = await db.membership.findMany({
    where: { projectId },
    select: {
      role: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          siteAdmin: true,
          disabledAt: true,
          passwordHash: true,
          memberships: { select: { projectId: true } },
        },
      },
    },
    orderBy: { user: { name: "asc" } },
  });
  const seen = await db.auditEvent.groupBy({
    by: ["subjectId"],
    where: {
      subjectType: "user",
      action: "user.sign-in",
      subjectId: { in: rows.map(({ user }) => user.id) },
    },
    _max: { at: true },
  });
  return rows.map(({ role, user }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role: roles.find((known) => known === role) ?? "reader",
    disabled: user.disabledAt !== null,
    pending: user.passwordHash === null,
    lastSeen: seen.find((row) => row.subjectId === user.id)?._max.at?.toISOString() ?? null,
    manageable: mayManageAccount(manager, {
      siteAdmin: user.siteAdmin,
      memberOf: user.memberships.map((membership) => membership.projectId),
    }),
  }));
}

/** What a setup page asks for, or null for a link that is used, expired or invented. */
export async function setupLinkFor(token: string) {
  const [link] = await (await database()).$queryRaw<
    { purpose: "first-admin" | "password"; email: string | null }[]
  >`
    SELECT l."purpose", u."email" FROM "SetupLink" l LEFT JOIN "User" u ON u."id" = l."userId"
    WHERE l."tokenHash" = ${createHash("sha256").update(token).digest("hex")}
      AND l."usedAt" IS NULL AND l."expiresAt" > now()`;
  return link ?? null;
}

/** Whether published demo passwords exist, which forbids a public bind, and whether anybody can administer the site. */
export async function accountsAtStart(): Promise<{ readonly demo: boolean; readonly siteAdmin: boolean }> {
  const db = await database();
  const enabled = { disabledAt: null, passwordHash: { not: null } };
  const [demo, siteAdmin] = await Promise.all([
    db.user.findFirst({ where: { demo: true, ...enabled }, select: { id: true } }),
    db.user.findFirst({ where: { siteAdmin: true, ...enabled }, select: { id: true } }),
  ]);
  return { demo: demo !== null, siteAdmin: siteAdmin !== null };
}
