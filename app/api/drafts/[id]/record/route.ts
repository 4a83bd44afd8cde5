import { door } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { draftRecord } from "@/lib/drafting/data/draft-record";

/** Where a draft comes from, whole, and what the asker made of it. */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await draftRecord(actor, params.id);
  return gate.ok ? json(gate.record) : problem(gate.reason);
});
