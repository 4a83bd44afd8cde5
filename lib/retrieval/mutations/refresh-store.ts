import { gatherFinishedCases } from "./finished-cases";
import { cutWaitingDocuments } from "./store-documents";

/** Brings the store of a project up to date with its cases; does next to nothing where it is. Before each search. */
export async function refreshStore(projectId: string): Promise<void> {
  await gatherFinishedCases(projectId);
  await cutWaitingDocuments(projectId);
}
