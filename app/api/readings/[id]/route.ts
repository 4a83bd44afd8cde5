import { door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { findOwnReading } from "@/lib/reading/data/gate";
import { readingOf } from "@/lib/reading/data/workspace";

/** Everything in the reading as the server has it now, to compare with after a conflict. */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await findOwnReading(actor, params.id);
  return gate.ok ? json(await readingOf(gate.reading.id)) : problem(gate.reason);
});
