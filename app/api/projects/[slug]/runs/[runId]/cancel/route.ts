import { runDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { cancelRun } from "@/lib/jobs/mutations/change-run";

/** Stops a run. What is stored stays. */
export const POST = runDoor(async ({ actor, projectId, runId }) => {
  const outcome = await cancelRun({ projectId, runId, actorId: actor.id });
  return outcome.ok ? json({ items: outcome.items }) : problem(outcome.reason);
});
