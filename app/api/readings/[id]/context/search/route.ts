import { door } from "@/app/api/_door/door";
import { invalidField, json, problem } from "@/app/api/_door/problem";
import { findOwnReading } from "@/lib/reading/data/gate";
import { searchForReading } from "@/lib/retrieval/data/reading-context";
import { refreshStoreNowAndThen } from "@/lib/retrieval/mutations/refresh-store";
import { searchSchema } from "@/lib/retrieval/schema";

/** Documents by the reader's own words: `?words=renal cyst`. */
export const GET = door<{ id: string }>(async ({ actor, request, params }) => {
  const asked = searchSchema.safeParse({ words: new URL(request.url).searchParams.get("words") ?? "" });
  if (!asked.success) return invalidField(["words"], asked.error.issues[0]?.message ?? "was not understood");
  const gate = await findOwnReading(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  await refreshStoreNowAndThen(gate.reading.projectId);
  return json({ found: await searchForReading(gate.reading, asked.data.words) });
});
