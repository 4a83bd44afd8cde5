import { visibleText } from "@/lib/core/text/visible-text";
import type { Transaction } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { textPayloadSchema } from "@/lib/reading/schema";
import { draftText } from "../rules/draft-text";
import { draftRecordSchema, type PrivateDraft } from "../schema";

/** The drafts that the reader of a reading had written for themselves, oldest first. Nobody else is told of them. */
export async function privateDrafts(
  db: Transaction,
  { id }: Pick<OwnReading, "id">,
): Promise<readonly PrivateDraft[]> {
  const rows = await db.draft.findMany({
    where: { readingId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      besideId: true,
      payload: true,
      method: true,
      provenance: true,
      createdAt: true,
      context: {
        orderBy: { position: "asc" },
        select: { chunk: { select: { title: true, document: { select: { id: true, kind: true } } } } },
      },
    },
  });
  return rows.flatMap(({ id: draftId, besideId, payload, method, provenance, createdAt, context }) => {
    if (besideId === null) return [];
    const said = draftRecordSchema.shape.draft.shape.provenance.catch({}).parse(provenance);
    return [
      {
        id: draftId,
        besideId,
        text: draftText(textPayloadSchema.parse(payload)),
        model: said.model ?? method,
        writtenAt: createdAt.toISOString(),
        documents: context.map(({ chunk }) => ({
          documentId: chunk.document.id,
          kind: chunk.document.kind === "case" ? ("case" as const) : ("guideline" as const),
          title: visibleText(chunk.title),
        })),
      },
    ];
  });
}
