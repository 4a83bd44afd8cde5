import { z } from "zod";
import { bodyOf, door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { reportCase } from "@/lib/reading/mutations/report-case";

const reportSchema = z.strictObject({
  kind: z.enum(["unusable", "identity"]),
  reason: z.string().trim().min(1, "Say what you saw.").max(2000),
});

export const POST = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, reportSchema);
  if (!body.ok) return body.response;
  const outcome = await reportCase(actor, params.id, body.value);
  return outcome.ok ? json(outcome) : problem(outcome.reason);
});
