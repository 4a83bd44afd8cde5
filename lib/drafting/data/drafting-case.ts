import type { Transaction } from "@/lib/db/client";
import { questionAnswerSchema } from "@/lib/reading/schema";
import type { PassageKind } from "@/lib/reading/types";
import { translationMethod } from "../rules/generation/translation";
import type { DraftingImage, DraftingPassage } from "../types";

/** Labels of a person or a bundle go before those of a header. What a model said of an image is no fact to draft from. */
const labellerOrder = ["reader", "bundle", "header"];

interface LabelRow {
  readonly labeller: string;
  readonly modality: string | null;
  readonly bodyPart: string | null;
  readonly plane: string | null;
}

function bestLabel(labels: readonly LabelRow[], field: "modality" | "bodyPart" | "plane"): string | null {
  const rank = ({ labeller }: LabelRow) => labellerOrder.findIndex((known) => labeller.startsWith(known));
  const trusted = labels.filter((label) => rank(label) >= 0);
  const sorted = [...trusted].sort((a, b) => rank(a) - rank(b) || (a.labeller < b.labeller ? -1 : 1));
  return sorted.find((label) => label[field] !== null)?.[field] ?? null;
}

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
      modality: bestLabel(labels, "modality") ?? instance.series.modality,
      plane: bestLabel(labels, "plane"),
      bodyPart: bestLabel(labels, "bodyPart") ?? instance.series.bodyPart,
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
