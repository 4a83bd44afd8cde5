import { bodyOf } from "@/app/api/_door/door";
import { draftingDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { runsOf } from "@/lib/jobs/data/runs";
import { startRun } from "@/lib/jobs/mutations/start-run";
import { draftRunSchema } from "@/lib/jobs/schema";

/** The newest runs of a project and how far they are. */
export const GET = draftingDoor(async ({ projectId }) => json({ runs: await runsOf(projectId) }));

/** Puts the cases of a project, or one of them, into the queue to be drafted. */
export const POST = draftingDoor(async ({ actor, request, projectId }) => {
  const body = await bodyOf(request, draftRunSchema);
  if (!body.ok) return body.response;
  const start = { projectId, kind: "draft-case", parameters: body.value };
  const outcome = await startRun({ ...start, actorId: actor.id, variables: process.env });
  if (!outcome.ok) return problem("no-run", { message: outcome.sentence });
  return json({ runId: outcome.runId, items: outcome.items }, 201);
});
