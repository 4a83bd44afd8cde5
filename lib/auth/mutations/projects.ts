import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";
import { nameSchema, slugSchema } from "../schema";
import type { Refused } from "../types";

/**
 * A new project; who makes it is its first admin.
 * @throws ZodError for a slug or name that is none.
 */
export async function createProject(
  project: { readonly slug: string; readonly name: string; readonly demo?: boolean },
  actorId: string | null,
): Promise<{ readonly ok: true; readonly projectId: string } | Refused<"slug-taken">> {
  const data = {
    id: newId(),
    slug: slugSchema.parse(project.slug),
    name: nameSchema.parse(project.name),
    demo: project.demo ?? false,
  };
  return transaction(async (tx) => {
    const { count } = await tx.project.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return { ok: false, reason: "slug-taken" };
    if (actorId) await tx.membership.create({ data: { projectId: data.id, userId: actorId, role: "admin" } });
    await recordEvent(tx, {
      actorId,
      action: "project.create",
      subjectType: "project",
      subjectId: data.id,
      projectId: data.id,
    });
    return { ok: true, projectId: data.id };
  });
}
