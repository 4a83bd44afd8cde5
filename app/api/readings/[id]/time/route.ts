import { z } from "zod";
import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { addTime } from "@/lib/reading/mutations/add-time";

/** Seconds at work since the last report; a page reports at least every few minutes. */
const timeSchema = z.strictObject({ seconds: z.number().int().min(1).max(600) });

export const POST = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, timeSchema);
  if (!body.ok) return body.response;
  const outcome = await addTime(actor, params.id, body.value.seconds);
  return outcome.ok ? json(outcome) : problem(outcome.reason);
});
