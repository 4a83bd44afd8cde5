import { door } from "@/app/api/_door/door";
import { invalidField, json, problem } from "@/app/api/_door/problem";
import { findOwnReading } from "@/lib/reading/data/gate";
import { indexProgress } from "@/lib/retrieval/data/lexical-store";
import { searchForReading } from "@/lib/retrieval/data/reading-context";
import { refreshStoreNowAndThen } from "@/lib/retrieval/mutations/refresh-store";
import { searchSchema } from "@/lib/retrieval/schema";

/** A reader waits so long for the first search of a large store; milliseconds. */
const patience = 2000;

/**
 * Documents by the reader's own words: `?words=renal cyst`. While a large store is read for the first time the answer is
 * 503 `documents-loading` with how many sections of how many were `read`.
 */
export const GET = door<{ id: string }>(async ({ actor, request, params }) => {
  const asked = searchSchema.safeParse({ words: new URL(request.url).searchParams.get("words") ?? "" });
  if (!asked.success) return invalidField(["words"], asked.error.issues[0]?.message ?? "was not understood");
  const gate = await findOwnReading(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  await refreshStoreNowAndThen(gate.reading.projectId);
  const loading = await indexProgress(gate.reading.projectId, patience);
  if (loading) return problem("documents-loading", { ...loading });
  return json({ found: await searchForReading(gate.reading, asked.data.words) });
});
