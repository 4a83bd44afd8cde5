import { requireActor, requireProject } from "@/lib/auth/loaders";
import type { Actor } from "@/lib/auth/types";
import { sourcesOf } from "./data/sources";
import { casePreviewOf, worklistPageOf } from "./data/worklist-page";
import type { CasePreview, SourceRow, WorklistFilters, WorklistPage } from "./types";

/** A page of the worklist of whoever is asking. */
export async function loadWorklist(filters: WorklistFilters): Promise<WorklistPage> {
  return worklistPageOf(await requireActor("/worklist"), filters);
}

/** The preview beside the worklist; null for whoever does not have the case in theirs. */
export async function loadCasePreview(caseId: string): Promise<CasePreview | null> {
  return casePreviewOf(await requireActor("/worklist"), caseId);
}

/** The sources page of a project; 404 for whoever may not manage its sources. */
export async function loadSources(
  actor: Actor,
  slug: string,
): Promise<{
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly sources: readonly SourceRow[];
}> {
  const project = await requireProject(actor, slug, "source.manage");
  return { project, sources: await sourcesOf(project.id) };
}
