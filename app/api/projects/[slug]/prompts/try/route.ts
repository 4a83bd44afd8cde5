import { bodyOf } from "@/app/api/_door/door";
import { draftingDoor } from "@/app/api/_door/drafting";
import { json, problem } from "@/app/api/_door/problem";
import { tryPrompt } from "@/lib/drafting/mutations/try-prompt";
import { promptTrialSchema } from "@/lib/drafting/schema";

/** What a version of a prompt asks of a case and, where the body says so, what a model answers. */
export const POST = draftingDoor(async ({ actor, request, slug }) => {
  const body = await bodyOf(request, promptTrialSchema);
  if (!body.ok) return body.response;
  const of = { slug, actorId: actor.id, variables: process.env, signal: request.signal };
  const outcome = await tryPrompt(body.value, of);
  return outcome.ok ? json(outcome.trial) : problem("no-trial", { message: outcome.sentence });
});
