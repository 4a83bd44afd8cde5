import { bodyOf } from "@/app/api/_door/door";
import { runDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { retryRun } from "@/lib/jobs/mutations/change-run";
import { retrySchema } from "@/lib/jobs/schema";

/** Puts items that failed or were cancelled back into the queue. */
export const POST = runDoor(async ({ actor, request, projectId, runId }) => {
  const body = await bodyOf(request, retrySchema);
  if (!body.ok) return body.response;
  const outcome = await retryRun({ projectId, runId, actorId: actor.id }, body.value.cases ?? null);
  return outcome.ok ? json({ items: outcome.items }) : problem(outcome.reason);
});
