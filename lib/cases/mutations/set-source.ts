import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";
import type { SourceTermsInput } from "../schema";

/**
 * Sets licence, address or permission of a source of a project; what is left out stays. What was released before keeps
 * the licence it was released under: a release holds its own copy.
 */
export async function setSource(
  { projectId, sourceId }: { readonly projectId: string; readonly sourceId: string },
  terms: SourceTermsInput,
  actorId: string | null,
): Promise<
  { readonly ok: true; readonly changed: boolean } | { readonly ok: false; readonly reason: "not-found" }
> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid FOR UPDATE`;
    const before = await tx.source.findFirst({
      where: { id: sourceId, projectId },
      select: { licence: true, url: true, externalModelAllowed: true },
    });
    if (!before) return { ok: false, reason: "not-found" };
    const after = {
      licence: terms.licence === undefined ? before.licence : terms.licence,
      url: terms.url === undefined ? before.url : terms.url,
      externalModelAllowed: terms.externalModelAllowed ?? before.externalModelAllowed,
    };
    const keys = (["licence", "url", "externalModelAllowed"] as const).filter(
      (key) => before[key] !== after[key],
    );
    if (keys.length === 0) return { ok: true, changed: false };
    await tx.source.update({ where: { id: sourceId }, data: after, select: { id: true } });
    await recordEvent(tx, {
      actorId,
      action: "source.change",
      subjectType: "source",
      subjectId: sourceId,
      projectId,
      detail: {
        changed: keys,
        licence: after.licence,
        licenceBefore: before.licence,
        externalModelAllowed: after.externalModelAllowed,
      },
    });
    return { ok: true, changed: true };
  });
}
