import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { regenerateDraft } from "@/lib/drafting/mutations/regenerate-draft";
import { endpointEnvironment } from "@/lib/drafting/rules/generation/endpoint";
import { regenerateSchema } from "@/lib/drafting/schema";

/** Milliseconds after which a draft is given up, waits for its turn included. */
const longest = 600_000;

/** Has a draft written once more with the documents that the reader chose, for that reader alone. */
export const POST = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, regenerateSchema);
  if (!body.ok) return body.response;
  const outcome = await regenerateDraft(actor, params.id, body.value.draftId, {
    environment: endpointEnvironment(process.env),
    // A closed tab does not end it: the answer is paid for, and waits for the reader.
    signal: AbortSignal.timeout(longest),
  });
  if (outcome.ok) return json({ draft: outcome.draft }, 201);
  return outcome.reason === "not-written"
    ? problem("not-written", { message: outcome.sentence })
    : problem(outcome.reason);
});
