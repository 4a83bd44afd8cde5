import { bodyOf, door } from "@/app/api/_door/door";
import { invalidField, json, problem } from "@/app/api/_door/problem";
import { forgetLayout, keepLayout } from "@/lib/hanging/mutations";
import { personalLayoutSchema } from "@/lib/hanging/schema";

/** Keeps a layout of the person's own; the answer is all of them. */
export const PUT = door<{ id: string }>(async ({ actor, request, params }) => {
  const body = await bodyOf(request, personalLayoutSchema);
  if (!body.ok) return body.response;
  if (body.value.id !== params.id) return invalidField(["id"], "must be the id of the address");
  const outcome = await keepLayout(actor, body.value);
  return outcome.ok ? json({ layouts: outcome.layouts }) : problem("too-many-layouts");
});

export const DELETE = door<{ id: string }>(async ({ actor, params }) =>
  json({ layouts: await forgetLayout(actor, params.id) }),
);
