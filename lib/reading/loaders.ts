import { requireActor } from "@/lib/auth/loaders";
import { type LoadedReading, workspaceOf } from "./data/workspace-of";

/**
 * The workspace of a case for whoever is asking. Opening a case for the first time takes one of its places, so links to
 * it must not be prefetched.
 */
export async function loadReading(caseId: string): Promise<LoadedReading> {
  return workspaceOf(await requireActor(`/cases/${caseId}`), caseId);
}
