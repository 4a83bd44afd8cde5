import { door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { reopenReading } from "@/lib/reading/mutations/reopen-reading";

export const POST = door<{ id: string }>(async ({ actor, params }) => {
  const outcome = await reopenReading(actor, params.id);
  return outcome.ok ? json(outcome) : problem(outcome.reason);
});
