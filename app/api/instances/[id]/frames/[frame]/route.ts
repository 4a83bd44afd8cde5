import { door } from "@/app/api/_door/door";
import { pixels } from "@/app/api/_door/pixels";
import { problem } from "@/app/api/_door/problem";
import { readableFrame } from "@/lib/cases/data/pixels";

export const GET = door<{ id: string; frame: string }>(async ({ actor, request, params }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.frame)) return problem("not-found");
  const gate = await readableFrame(actor, params.id, Number(params.frame));
  if (!gate.ok) return problem(gate.reason);
  const { key, range, mediaType, transferSyntaxUid } = gate.object;
  return pixels(request, `${mediaType}; transfer-syntax=${transferSyntaxUid}`, key, range);
});
