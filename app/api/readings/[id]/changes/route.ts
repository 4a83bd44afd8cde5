import { bodyOf, door } from "@/app/api/_door/door";
import { invalidField, json, problem } from "@/app/api/_door/problem";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import { changeRequestSchema } from "@/lib/reading/schema";
import type { ChangesConflict } from "@/lib/reading/types";

const limit = 2 * 1024 * 1024;

export const PUT = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, changeRequestSchema, limit);
  if (!body.ok) return body.response;
  const outcome = await saveChanges(actor, params.id, body.value);
  if (outcome.ok) return json(outcome.saved);
  switch (outcome.reason) {
    case "conflict":
      return json({ error: "conflict", conflicts: outcome.conflicts } satisfies ChangesConflict, 409);
    case "draft-changed":
      return problem("draft-changed", { draftId: outcome.draftId });
    case "flagged":
      return problem("flagged", { draftId: outcome.draftId, flag: outcome.flag });
    case "region-locked":
      return problem("region-locked", { regionId: outcome.regionId });
    case "invalid":
      return invalidField(outcome.path, outcome.message);
    default:
      return problem(outcome.reason);
  }
});
