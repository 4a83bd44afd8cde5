import { door } from "@/app/api/_door/door";
import { madePicture } from "@/app/api/_door/pixels";
import { problem } from "@/app/api/_door/problem";
import { comparisonPicture } from "@/lib/evaluation/data/comparisons";

/** The picture whose texts are rated. */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await comparisonPicture(actor, params.id);
  return gate.ok ? madePicture(gate.png, "private, max-age=3600") : problem(gate.reason);
});
