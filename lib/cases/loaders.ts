import { requireActor } from "@/lib/auth/loaders";
import { casePreviewOf, worklistPageOf } from "./data/worklist-page";
import type { CasePreview, WorklistFilters, WorklistPage } from "./types";

/** A page of the worklist of whoever is asking. */
export async function loadWorklist(filters: WorklistFilters): Promise<WorklistPage> {
  return worklistPageOf(await requireActor("/worklist"), filters);
}

/** The preview beside the worklist; null for whoever does not have the case in theirs. */
export async function loadCasePreview(caseId: string): Promise<CasePreview | null> {
  return casePreviewOf(await requireActor("/worklist"), caseId);
}
