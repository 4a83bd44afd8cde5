import { recordEvent } from "@/lib/audit/mutations";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import { transaction } from "@/lib/db/client";
import { type GenerationSettings, generationSettings, generationSettingsSchema } from "../schema";

export type SettingsOutcome =
  | { readonly ok: true; readonly changed: boolean; readonly settings: GenerationSettings }
  | { readonly ok: false; readonly reason: "unknown-project" }
  | { readonly ok: false; readonly reason: "invalid"; readonly field: string; readonly problem: string };

/**
 * Sets how a project wants its drafts generated, or only tells it where `change` is null. Fields that are left out keep
 * what they are. Each change is audited by field, with where material may go before and after.
 */
export async function setGenerationSettings(
  slug: string,
  change: unknown,
  actorId: string | null,
): Promise<SettingsOutcome> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE "slug" = ${slug} FOR UPDATE`;
    const project = await tx.project.findUnique({ where: { slug }, select: { id: true, settings: true } });
    if (!project) return { ok: false, reason: "unknown-project" };
    const before = generationSettings(project.settings);
    const wanted = change === null ? {} : change;
    if (typeof wanted !== "object" || Array.isArray(wanted))
      return { ok: false, reason: "invalid", field: "The file", problem: "must hold one JSON object" };
    const parsed = generationSettingsSchema.safeParse({ ...before, ...wanted });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue?.path.join(".") || "The file";
      return { ok: false, reason: "invalid", field, problem: issue?.message ?? "is not usable" };
    }
    const after = parsed.data;
    const changed = (Object.keys(after) as (keyof GenerationSettings)[]).filter(
      (key) => canonicalJson(before[key]) !== canonicalJson(after[key]),
    );
    if (changed.length === 0) return { ok: true, changed: false, settings: after };
    const settings = { ...(project.settings as object), generation: after };
    await tx.project.update({ where: { slug }, data: { settings }, select: { id: true } });
    await recordEvent(tx, {
      actorId,
      action: "project.generation-settings",
      subjectType: "project",
      subjectId: project.id,
      projectId: project.id,
      detail: {
        changed,
        baseUrl: after.baseUrl,
        baseUrlBefore: before.baseUrl,
        localOrigins: after.localOrigins,
        localOriginsBefore: before.localOrigins,
      },
    });
    return { ok: true, changed: true, settings: after };
  });
}
