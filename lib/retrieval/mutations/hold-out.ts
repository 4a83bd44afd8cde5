import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";

/**
 * Marks documents of a project as held out, so that they are never found, or takes that back.
 * @returns how many of the ids name a document of the project.
 */
export async function holdOut(
  projectId: string,
  ids: readonly string[],
  heldOut: boolean,
  actorId: string | null,
): Promise<number> {
  return transaction(async (tx) => {
    const where = { projectId, id: { in: [...ids] } };
    const { count } = await tx.document.updateMany({ where, data: { heldOut } });
    await recordEvent(tx, {
      actorId,
      action: heldOut ? "retrieval.hold-out" : "retrieval.let-in",
      subjectType: "project",
      subjectId: projectId,
      projectId,
      detail: { documents: [...ids] },
    });
    return count;
  });
}
