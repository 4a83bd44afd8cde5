import type { Transaction } from "@/lib/db/client";

/**
 * Whether a project would be without an enabled admin if this person stopped being one. The projects stay locked until
 * the transaction ends, so that two admins cannot take each other out at the same moment.
 * @param projectId one project, else all in which the person is admin.
 */
export async function wouldLeaveNoAdmin(
  tx: Transaction,
  userId: string,
  projectId?: string,
): Promise<boolean> {
  const admined = await tx.membership.findMany({
    where: { userId, role: "admin", ...(projectId ? { projectId } : {}) },
    select: { projectId: true },
    orderBy: { projectId: "asc" },
  });
  const ids = admined.map((membership) => membership.projectId);
  await tx.$queryRaw`SELECT "id" FROM "Project" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const others = await tx.membership.findMany({
    where: { projectId: { in: ids }, role: "admin", userId: { not: userId }, user: { disabledAt: null } },
    select: { projectId: true },
  });
  const safe = new Set(others.map((membership) => membership.projectId));
  // Read again under the lock: the person may have lost the role meanwhile.
  const still = await tx.membership.findMany({
    where: { userId, role: "admin", projectId: { in: ids } },
    select: { projectId: true },
  });
  return still.some((membership) => !safe.has(membership.projectId));
}
