import { door } from "@/app/api/_door/door";
import { pixels } from "@/app/api/_door/pixels";
import { problem } from "@/app/api/_door/problem";
import { readablePreview } from "@/lib/cases/data/pixels";

export const GET = door<{ id: string }>(async ({ actor, request, params }) => {
  const gate = await readablePreview(actor, params.id, "poster");
  return gate.ok ? pixels(request, "image/webp", gate.key) : problem(gate.reason);
});
