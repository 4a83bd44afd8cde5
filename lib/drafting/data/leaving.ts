import { database, type Transaction } from "@/lib/db/client";
import { shownChunks } from "@/lib/retrieval/data/find-documents";
import { subjectOf } from "@/lib/retrieval/data/query-subject";
import { reasonToStay } from "../rules/generation/may-leave";
import type { CallInputs } from "../schema";

/** Why nothing of a case may be sent as things stand now; null = it may. @throws where there is no such case. */
export async function caseStays(
  db: Pick<Transaction, "caseRecord">,
  caseId: string,
  endpointIsLocal: boolean,
): Promise<string | null> {
  const row = await db.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      state: true,
      source: { select: { externalModelAllowed: true } },
      reports: { where: { resolvedAt: null }, select: { kind: true } },
    },
  });
  const openReports = row.reports.map(({ kind }) => kind);
  const { externalModelAllowed } = row.source;
  return reasonToStay({ state: row.state, externalModelAllowed, openReports }, endpointIsLocal);
}

/**
 * Why a request may not leave as things stand now: its case, or a document among its material that may no longer be found;
 * null = it may.
 */
export async function requestStays(
  {
    caseId,
    projectId,
    local,
  }: { readonly caseId: string; readonly projectId: string; readonly local: boolean },
  { context }: Pick<CallInputs, "context">,
): Promise<string | null> {
  const stays = await caseStays(await database(), caseId, local);
  if (stays !== null || context.length === 0) return stays;
  const query = { projectId, subject: await subjectOf(caseId), sendable: !local };
  const shown = await shownChunks(
    context.map(({ chunkId }) => chunkId),
    query,
  );
  return context.every(({ chunkId }) => shown.has(chunkId))
    ? null
    : "A document that it was to be written with may not be used any more.";
}
