import { gatherFinishedCases } from "./finished-cases";
import { cutWaitingDocuments } from "./store-documents";

/** Brings the store of a project up to date with its cases. Once before a run of searches: it looks at every finished case. */
export async function refreshStore(projectId: string): Promise<void> {
  await gatherFinishedCases(projectId);
  await cutWaitingDocuments(projectId);
}

const shared = globalThis as typeof globalThis & { readingRoomRefreshed?: Map<string, number> };
const enough = 60_000;

/** The same for requests of people: at most once a minute for each project, in each process. */
export async function refreshStoreNowAndThen(projectId: string): Promise<void> {
  shared.readingRoomRefreshed ??= new Map();
  const last = shared.readingRoomRefreshed.get(projectId) ?? 0;
  if (Date.now() - last < enough) return;
  shared.readingRoomRefreshed.set(projectId, Date.now());
  await refreshStore(projectId);
}
