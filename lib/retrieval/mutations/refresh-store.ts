import { gatherFinishedCases } from "./finished-cases";
import { cutWaitingDocuments } from "./store-documents";

/** Brings the store of a project up to date with its cases. Once before a run of searches: it looks at every finished case. */
export async function refreshStore(projectId: string): Promise<void> {
  await gatherFinishedCases(projectId);
  await cutWaitingDocuments(projectId);
}
