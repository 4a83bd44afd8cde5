import { bodyOf, door } from "@/app/api/_door/door";
import { invalidField, json, problem } from "@/app/api/_door/problem";
import { cutPanels } from "@/lib/cases/mutations/cut-panels";
import { panelsSchema } from "@/lib/cases/schema";

/** The panels that a figure is cut into, all of them. */
export const PUT = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, panelsSchema);
  if (!body.ok) return body.response;
  const outcome = await cutPanels(actor, params.id, body.value.panels);
  if (outcome.ok) return json({ panels: outcome.panels });
  if (outcome.reason === "invalid") return invalidField(outcome.path, outcome.message);
  return outcome.reason === "in-use"
    ? problem("panel-in-use", { figure: outcome.figure })
    : problem(outcome.reason);
});
