import { door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { releaseHold } from "@/lib/reading/mutations/release-hold";

export const POST = door<{ id: string }>(async ({ actor, params }) => {
  const outcome = await releaseHold(actor, params.id);
  return outcome.ok ? json(outcome) : problem(outcome.reason);
});
