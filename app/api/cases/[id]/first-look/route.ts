import { door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { caseLook } from "@/components/review/case-look";
import { peekAt } from "@/lib/reading/data/peek";

/** What a case shows first, for the browser of somebody who may open it next. Opens nothing. */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await peekAt(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  const { label, title, ...texts } = gate.peek;
  return json({ label, title, look: caseLook(texts, null) });
});
