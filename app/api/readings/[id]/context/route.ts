import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { documentsOfReading } from "@/lib/drafting/data/reading-documents";
import { findOwnReading } from "@/lib/reading/data/gate";
import { indexProgress } from "@/lib/retrieval/data/lexical-store";
import { judgeDocument } from "@/lib/retrieval/mutations/judge-document";
import { judgementSchema } from "@/lib/retrieval/schema";

/**
 * The documents that the drafts of the case were written with, why each was found, and what the reader said of them. A large
 * store begins to be read meanwhile, for the search that may follow.
 */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await findOwnReading(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  void indexProgress(gate.reading.projectId, 0);
  return json(await documentsOfReading(gate.reading));
});

/** Pins a document or says how relevant it is. */
export const PUT = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, judgementSchema);
  if (!body.ok) return body.response;
  const outcome = await judgeDocument(actor, params.id, body.value);
  return outcome.ok ? json(outcome) : problem(outcome.reason);
});
