import { z } from "zod";
import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { submitReading } from "@/lib/reading/mutations/submit-reading";

const submitSchema = z.strictObject({
  revision: z.number().int().min(0),
  /** Of a case without drafts to which the reader added nothing. */
  nothingToReport: z.boolean().default(false),
});

export const POST = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, submitSchema);
  if (!body.ok) return body.response;
  const outcome = await submitReading(actor, params.id, body.value.revision, body.value.nothingToReport);
  if (outcome.ok) return json(outcome);
  switch (outcome.reason) {
    case "missing":
      return json({ error: "missing", missing: outcome.missing }, 422);
    case "revision":
      return json({ error: "revision", revision: outcome.revision }, 409);
    default:
      return problem(outcome.reason);
  }
});
