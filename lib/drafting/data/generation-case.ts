import { caseLabel } from "@/lib/cases/rules";
import type { InstanceMetadata } from "@/lib/cases/types";
import { chooseWindow } from "@/lib/core/dicom/choose-window";
import { type Transaction, transaction } from "@/lib/db/client";
import { type ImagePoint, type TextPayload, textKinds, textPayloadSchema } from "@/lib/reading/schema";
import { translationMethod } from "../rules/generation/translation";
import type { DraftingImage, DraftingPassage } from "../types/drafts";
import { loadDraftingCase } from "./drafting-case";

export interface OutlinedRegion {
  readonly id: string;
  readonly kind: string;
  /** Image coordinates of the frame, origin at the top left corner of the top left pixel. */
  readonly points: readonly ImagePoint[];
  readonly label: string;
}

/** An image with where its pixels are and which regions came with it. */
export interface GenerationImage extends DraftingImage {
  readonly instanceId: string;
  readonly frame: number;
  readonly crop: readonly [number, number, number, number] | null;
  /** The window it is shown at; null for colour. */
  readonly window: { readonly center: number; readonly width: number } | null;
  readonly regions: readonly OutlinedRegion[];
}

export interface StandingDraft {
  readonly id: string;
  readonly kind: (typeof textKinds)[number];
  readonly imageId: string | null;
  readonly method: string;
  readonly language: string;
  readonly payload: TextPayload;
}

export interface GenerationCase {
  readonly id: string;
  readonly projectId: string;
  readonly label: string;
  readonly language: string;
  readonly state: string;
  /** Kinds of reports that nobody has settled. */
  readonly openReports: readonly string[];
  readonly externalModelAllowed: boolean;
  readonly frozen: boolean;
  readonly images: readonly GenerationImage[];
  readonly passages: readonly DraftingPassage[];
  /** Drafts of the round that no other took the place of, in the order of the readers; translations are not among them. */
  readonly drafts: readonly StandingDraft[];
  /** Those of them that stand in another language too. */
  readonly translated: ReadonlySet<string>;
}

/** What may be asked of a model about a case. Null where there is no such case. */
export async function loadGenerationCase(caseId: string): Promise<GenerationCase | null> {
  return transaction(async (tx) => {
    const base = await loadDraftingCase(tx, caseId);
    if (!base) return null;
    const row = await tx.caseRecord.findUniqueOrThrow({
      where: { id: caseId },
      select: {
        number: true,
        projectId: true,
        state: true,
        source: { select: { externalModelAllowed: true } },
        reports: { where: { resolvedAt: null }, select: { kind: true } },
      },
    });
    return {
      id: caseId,
      projectId: row.projectId,
      label: caseLabel(row.number),
      language: base.language,
      state: row.state,
      openReports: row.reports.map(({ kind }) => kind),
      externalModelAllowed: row.source.externalModelAllowed,
      frozen: base.set?.frozenAt != null,
      images: await withPixels(tx, caseId, base.images),
      passages: base.passages,
      drafts: await standingDrafts(tx, caseId, base.round),
      translated: await translatedDrafts(tx, caseId, base.round),
    };
  });
}

async function withPixels(
  tx: Transaction,
  caseId: string,
  images: readonly DraftingImage[],
): Promise<GenerationImage[]> {
  const rows = await tx.image.findMany({
    where: { caseId },
    select: {
      id: true,
      instanceId: true,
      frame: true,
      crop: true,
      instance: { select: { metadata: true } },
    },
  });
  const regions = await tx.sourceRegion.findMany({
    where: { caseId },
    select: { id: true, instanceId: true, frame: true, kind: true, points: true, label: true },
    orderBy: { id: "asc" },
  });
  return images.flatMap((image): GenerationImage[] => {
    const row = rows.find(({ id }) => id === image.id);
    if (!row) return [];
    const metadata = row.instance.metadata as unknown as InstanceMetadata;
    const { center, width } = chooseWindow(metadata);
    return [
      {
        ...image,
        instanceId: row.instanceId,
        frame: row.frame,
        crop: row.crop as unknown as GenerationImage["crop"],
        window: metadata.samplesPerPixel === 3 ? null : { center, width },
        regions: regions
          .filter((region) => region.instanceId === row.instanceId && region.frame === row.frame)
          .map(({ id, kind, points, label }) => ({
            id,
            kind,
            label,
            points: points as unknown as readonly ImagePoint[],
          })),
      },
    ];
  });
}

async function standingDrafts(tx: Transaction, caseId: string, round: number): Promise<StandingDraft[]> {
  const rows = await tx.draft.findMany({
    where: { set: { caseId, round }, supersededById: null, method: { not: translationMethod } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, imageId: true, method: true, language: true, payload: true },
  });
  return rows.map((draft) => ({
    ...draft,
    kind: textKinds.find((kind) => kind === draft.kind) ?? "caption",
    payload: textPayloadSchema.parse(draft.payload),
  }));
}

async function translatedDrafts(
  tx: Transaction,
  caseId: string,
  round: number,
): Promise<ReadonlySet<string>> {
  const rows = await tx.draft.findMany({
    where: { set: { caseId, round }, supersededById: null, method: translationMethod },
    select: { parentDraftId: true },
  });
  return new Set(rows.flatMap(({ parentDraftId }) => parentDraftId ?? []));
}
