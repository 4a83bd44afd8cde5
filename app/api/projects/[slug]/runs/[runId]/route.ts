import { runDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { itemsWithSentence, runOf } from "@/lib/jobs/data/runs";

/** How far a run is, and what its items have to say. */
export const GET = runDoor(async ({ projectId, runId }) => {
  const run = await runOf(projectId, runId);
  return run ? json({ run, items: await itemsWithSentence(runId) }) : problem("not-found");
});
