import { trustedLabel } from "@/lib/cases/rules";
import type { Transaction } from "@/lib/db/client";
import { questionAnswerSchema } from "@/lib/reading/schema";
import type { PassageKind } from "@/lib/reading/types";
import { translationMethod } from "../rules/generation/translation";
import type { DraftingImage, DraftingPassage } from "../types/drafts";

/** What the drafter needs of a case, and the drafts it has, superseded ones included. Null where there is no such case. */
export async function loadDraftingCase(tx: Transaction, caseId: string) {
  const row = await tx.caseRecord.findUnique({
    where: { id: caseId },
    select: {
      round: true,
      language: true,
      images: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          id: true,
          figure: true,
          chosenBy: true,
          labels: { select: { labeller: true, modality: true, bodyPart: true, plane: true } },
          instance: { select: { series: { select: { id: true, modality: true, bodyPart: true } } } },
        },
      },
      passages: {
        where: { supersededById: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, kind: true, imageId: true, text: true, qa: true },
      },
    },
  });
  if (!row) return null;
  const imagesOf = (seriesId: string) =>
    row.images.filter(({ instance }) => instance.series.id === seriesId).length;
  const images = row.images.map(
    ({ id, figure, chosenBy, labels, instance }): DraftingImage => ({
      id,
      figure,
      modality: trustedLabel(labels, "modality") ?? instance.series.modality,
      plane: trustedLabel(labels, "plane"),
      bodyPart: trustedLabel(labels, "bodyPart") ?? instance.series.bodyPart,
      oneOfMany: chosenBy === "sampled" && imagesOf(instance.series.id) > 1,
    }),
  );
  const passages = row.passages.map((passage): DraftingPassage => {
    const qa = questionAnswerSchema.loose().safeParse(passage.qa);
    return {
      id: passage.id,
      kind: passage.kind as PassageKind,
      imageId: passage.imageId,
      text: passage.text,
      qa: qa.success ? { ...questionAnswerSchema.strip().parse(qa.data), answerType: null } : null,
    };
  });
  const set = await tx.draftSet.findUnique({
    where: { caseId_round: { caseId, round: row.round } },
    select: {
      id: true,
      frozenAt: true,
      drafts: {
        // A translation takes no place of its own.
        where: { method: { not: translationMethod } },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          id: true,
          kind: true,
          imageId: true,
          method: true,
          contentHash: true,
          supersededById: true,
          position: true,
        },
      },
    },
  });
  return { round: row.round, language: row.language, images, passages, set };
}
