import { door } from "@/app/api/_door/door";
import { madePicture } from "@/app/api/_door/pixels";
import { problem } from "@/app/api/_door/problem";
import { isId } from "@/lib/cases/data/gate";
import { findOwnReading } from "@/lib/reading/data/gate";
import { pictureForReading } from "@/lib/retrieval/data/document-picture";

/** The picture of a document that may be found for the case of a reading, small, identity removed: PNG, 512 px at most. */
export const GET = door<{ id: string; documentId: string }>(async ({ actor, params }) => {
  const gate = await findOwnReading(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  const png = isId(params.documentId) ? await pictureForReading(gate.reading, params.documentId) : null;
  return png === null ? problem("not-found") : madePicture(png);
});
