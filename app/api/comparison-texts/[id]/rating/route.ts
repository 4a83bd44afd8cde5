import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { rateText } from "@/lib/evaluation/mutations/rate-text";
import { scoresSchema } from "@/lib/evaluation/schema";

/** What the asker thinks of a text, each criterion from 1 to 5. */
export const PUT = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, scoresSchema);
  if (!body.ok) return body.response;
  const outcome = await rateText(actor, params.id, body.value);
  return outcome.ok ? json({ ok: true }) : problem(outcome.reason);
});
