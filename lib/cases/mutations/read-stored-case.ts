import type { InstanceMetadata, Plane } from "@/lib/cases/types";
import type { Transaction } from "@/lib/db/client";
import type {
  FramePlace,
  PlannedImage,
  PlannedSeries,
  PlannedStack,
  StoredCase,
  StoredPassage,
} from "@/lib/importing/rules/plan-types";
import type { IncomingCase, InstanceOrdering, PlannedInstance } from "@/lib/importing/types";

interface CaseKey {
  readonly id: string;
  readonly sourceId: string;
}

/**
 * The case that something belongs to: by source and its own id; bare DICOM also by its study, wherever in the project
 * that study lies.
 */
export async function findCase(
  tx: Transaction,
  projectId: string,
  incoming: Pick<IncomingCase, "source" | "externalId" | "bundle">,
): Promise<CaseKey | null> {
  const { name, site } = incoming.source;
  const select = { id: true, sourceId: true };
  const own = await tx.caseRecord.findFirst({
    where: { projectId, externalId: incoming.externalId, source: { name, site } },
    select,
  });
  if (own || incoming.bundle) return own;
  return tx.caseRecord.findFirst({
    where: { projectId, studies: { some: { uid: incoming.externalId } } },
    orderBy: { number: "asc" },
    select,
  });
}

type SeriesRow = Omit<PlannedSeries, "kind"> & { kind: string };
const seriesOf = (row: SeriesRow): PlannedSeries => ({
  ...row,
  kind: row.kind === "figure" ? "figure" : "dicom",
});

const imageSelect = {
  id: true,
  instanceId: true,
  frame: true,
  figure: true,
  parentId: true,
  externalId: true,
  chosenBy: true,
  position: true,
} as const;

function passageOf(row: Omit<StoredPassage, "sourceQid"> & { qa: unknown }): StoredPassage {
  const { qa, ...rest } = row;
  const { sourceQid = null } = (qa ?? {}) as { sourceQid?: string | null };
  return { ...rest, sourceQid };
}

async function readDraftSet(tx: Transaction, caseId: string, round: number): Promise<StoredCase["draftSet"]> {
  const set = await tx.draftSet.findUnique({
    where: { caseId_round: { caseId, round } },
    select: { id: true, frozenAt: true, drafts: { select: { contentHash: true } } },
  });
  if (!set) return null;
  return {
    id: set.id,
    frozen: set.frozenAt !== null,
    hashes: new Set(set.drafts.map((draft) => draft.contentHash)),
  };
}

/** All that planning needs to know of a case. */
export async function readStoredCase(tx: Transaction, caseId: string): Promise<StoredCase> {
  const row = await tx.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      id: true,
      state: true,
      holdReason: true,
      contentHash: true,
      readersClaimed: true,
      round: true,
      studies: { select: { id: true, uid: true } },
      series: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          uid: true,
          kind: true,
          studyId: true,
          externalId: true,
          number: true,
          modality: true,
          description: true,
          bodyPart: true,
          position: true,
        },
      },
      // Panels that people cut are none of a source's business.
      images: { where: { cropKey: "" }, orderBy: { position: "asc" }, select: imageSelect },
      passages: {
        where: { supersededById: null },
        select: {
          id: true,
          kind: true,
          imageId: true,
          position: true,
          text: true,
          contentHash: true,
          qa: true,
        },
      },
      sourceRegions: { select: { contentHash: true } },
      _count: { select: { readings: true } },
    },
  });
  const instances = await tx.instance.findMany({
    where: { series: { caseId } },
    select: {
      id: true,
      seriesId: true,
      uid: true,
      number: true,
      sourceHash: true,
      pixelHash: true,
      metadata: true,
      header: true,
      ordering: true,
    },
  });
  const stacks = await tx.stack.findMany({ where: { series: { caseId } }, orderBy: { position: "asc" } });
  return {
    id: row.id,
    state: row.state,
    holdReason: row.holdReason,
    contentHash: row.contentHash,
    round: row.round,
    begun: row.readersClaimed > 0 || row._count.readings > 0,
    studies: row.studies,
    series: row.series.map(seriesOf),
    instances: instances.map(
      (instance): PlannedInstance => ({
        ...instance,
        metadata: instance.metadata as unknown as InstanceMetadata,
        header: instance.header as Readonly<Record<string, unknown>>,
        ordering: instance.ordering as unknown as InstanceOrdering,
      }),
    ),
    stacks: stacks.map(
      (stack): PlannedStack => ({
        ...stack,
        kind: stack.kind as PlannedStack["kind"],
        plane: stack.plane as Plane | null,
        frames: stack.frames as unknown as readonly FramePlace[],
      }),
    ),
    images: row.images.map(
      (image): PlannedImage => ({
        ...image,
        chosenBy: image.chosenBy as PlannedImage["chosenBy"],
      }),
    ),
    passages: row.passages.map(passageOf),
    regionHashes: new Set(row.sourceRegions.map((region) => region.contentHash)),
    draftSet: await readDraftSet(tx, caseId, row.round),
  };
}
