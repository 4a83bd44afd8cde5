import { bodyOf } from "@/app/api/_door/door";
import { draftingDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { startComparison } from "@/lib/evaluation/mutations/start-comparison";
import { newComparisonSchema } from "@/lib/evaluation/schema";

/** Draws images and has their captions written by four methods. */
export const POST = draftingDoor(async ({ actor, request, projectId }) => {
  const body = await bodyOf(request, newComparisonSchema);
  if (!body.ok) return body.response;
  const by = { actorId: actor.id, variables: process.env };
  const outcome = await startComparison(projectId, body.value, by);
  return outcome.ok ? json(outcome, 201) : problem("no-run", { message: outcome.sentence });
});
