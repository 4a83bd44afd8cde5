import { z } from "zod";
import { caseLabel, modelLabels, trustedLabel } from "@/lib/cases/rules";
import { database, Prisma, type Transaction } from "@/lib/db/client";
import { type TextKind, textPayloadSchema } from "@/lib/reading/schema";
import type { DraftSentence } from "@/lib/reading/types";
import { approvedItems } from "../rules/approved-items";
import { inReleaseOrder } from "../rules/item-order";
import type {
  CaseReason,
  ImageLabelling,
  LeftOutItem,
  ReleaseCase,
  ReleaseImage,
  ReviewedDraft,
  SubmittedReading,
} from "../types";
import { standingColumns, standingReason } from "./case-standing";
import { draftProvenance } from "./draft-provenance";
import { submittedReadings } from "./submitted-readings";

const cropSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable();
export interface LoadedCase {
  readonly released: ReleaseCase;
  readonly leftOut: readonly LeftOutItem[];
  readonly readings: readonly SubmittedReading[];
}

/**
 * All that a release needs of a case, read in one snapshot; or why it may not go in, judged again in that snapshot.
 * Null when the case is gone.
 */
export async function loadReleaseCase(
  caseId: string,
): Promise<LoadedCase | { readonly reason: CaseReason } | null> {
  const db = await database();
  return db.$transaction((tx) => loadCase(tx, caseId), {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
    timeout: 60_000,
  });
}

async function loadCase(tx: Transaction, caseId: string) {
  const row = await tx.caseRecord.findUnique({
    where: { id: caseId },
    select: {
      number: true,
      projectId: true,
      externalId: true,
      groupKey: true,
      sourceSplit: true,
      language: true,
      ...standingColumns,
      images: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          id: true,
          figure: true,
          frame: true,
          crop: true,
          parentId: true,
          labels: {
            orderBy: { labeller: "asc" },
            select: { labeller: true, modality: true, bodyPart: true, plane: true, confidence: true },
          },
          instance: {
            select: {
              id: true,
              uid: true,
              series: { select: { uid: true, modality: true, bodyPart: true } },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const reason = standingReason(row);
  if (reason !== null || row.source.licence === null) return { reason: reason ?? "no-licence" } as const;
  const label = caseLabel(row.number);
  const images = row.images.map(
    ({ id, figure, frame, crop, parentId, labels, instance }): ReleaseImage => ({
      id,
      file: `images/${label}-${id}.png`,
      figure,
      seriesUid: instance.series.uid,
      instanceId: instance.id,
      instanceUid: instance.uid,
      frame,
      crop: cropSchema.parse(crop),
      parentId,
      modality: labelOf(labels, "modality", instance.series.modality),
      bodyPart: labelOf(labels, "bodyPart", instance.series.bodyPart),
      labels,
    }),
  );
  const drafts = await reviewedDrafts(tx, caseId, row.round);
  const readings = await submittedReadings(tx, { caseId, projectId: row.projectId, round: row.round });
  const { items, leftOut } = approvedItems(drafts, readings);
  const { externalId, groupKey, sourceSplit, round, language, source } = row;
  const released: ReleaseCase = {
    id: caseId,
    label,
    externalId,
    groupKey,
    sourceSplit,
    round,
    language,
    source: { name: source.name, url: source.url, licence: row.source.licence },
    images,
    items: inReleaseOrder(items, images),
  };
  return { released, leftOut, readings };
}

/** What a picture has as modality where nobody said one (PS3.3 C.7.3.1.1.1). */
const noModality = "OT";

/** As people and headers say it; what a model says only where nobody else does. */
function labelOf(
  labels: readonly ImageLabelling[],
  field: "modality" | "bodyPart",
  ofSeries: string | null,
): string | null {
  const said = labels.filter(({ modality }) => field !== "modality" || modality !== noModality);
  const known = trustedLabel(said, field) ?? (ofSeries === noModality ? null : ofSeries);
  if (known) return known;
  return modelLabels(said).find((label) => label[field] !== null)?.[field] ?? null;
}

async function reviewedDrafts(tx: Transaction, caseId: string, round: number): Promise<ReviewedDraft[]> {
  const rows = await tx.draft.findMany({
    where: { set: { caseId, round } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: {
      questionLabels: { orderBy: { labeller: "asc" }, select: { labeller: true, label: true } },
    },
  });
  return rows.map(
    ({
      id,
      kind,
      imageId,
      parentDraftId,
      method,
      language,
      payload,
      contentHash,
      sentences,
      questionLabels,
      ...rest
    }): ReviewedDraft => ({
      id,
      kind: kind as TextKind,
      imageId,
      parentDraftId,
      method,
      language,
      payload: textPayloadSchema.parse(payload),
      contentHash,
      sentences: sentences as unknown as readonly DraftSentence[],
      questionLabels,
      provenance: draftProvenance(rest.provenance),
      createdAt: rest.createdAt,
      superseded: rest.supersededById !== null,
    }),
  );
}
