import { Prisma, type Transaction } from "@/lib/db/client";
import type { CasePlan } from "@/lib/importing/rules/plan-case";
import type { PlannedStack, StoredCase } from "@/lib/importing/rules/plan-types";
import { sealUid } from "@/lib/importing/rules/uid-crosswalk";
import type { ObjectKeys } from "./store-objects";

/** Rows of one statement: a statement binds at most 32,767 values. */
const rowsAtOnce = 500;

export async function inChunks<T>(
  rows: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await write(rows.slice(from, from + rowsAtOnce));
}

/** Values that came through zod or the normaliser hold nothing that JSON cannot. */
const json = (value: unknown) => value as Prisma.InputJsonValue;

export interface WriteTarget {
  readonly caseId: string;
  readonly projectId: string;
  readonly identityKey: Buffer;
  /** By SHA-256 of the original. */
  readonly objects: ReadonlyMap<string, ObjectKeys>;
}

async function writeInstances(tx: Transaction, target: WriteTarget, plan: CasePlan): Promise<void> {
  const { caseId, projectId, identityKey } = target;
  await tx.study.createMany({ data: plan.instances.studies.map((study) => ({ ...study, caseId })) });
  await inChunks(plan.instances.series, (rows) =>
    tx.series.createMany({ data: rows.map((series) => ({ ...series, caseId })) }),
  );
  await inChunks(plan.instances.fresh, (rows) =>
    tx.instance.createMany({
      data: rows.map(({ instance, from }) => {
        const keys = target.objects.get(from.normalised.sourceHash);
        if (!keys) throw new Error("an instance is written before its object was stored");
        return {
          ...instance,
          ...keys,
          metadata: json(instance.metadata),
          header: json(instance.header),
          ordering: json(instance.ordering),
          frameOffsets: json(from.normalised.frameOffsets),
          identityRisk: from.normalised.identityRisk,
        };
      }),
    }),
  );
  const crosswalk = new Map(
    plan.instances.fresh.flatMap(({ from }) =>
      from.normalised.crosswalk.map((pair) => [pair.remapped, pair.original] as const),
    ),
  );
  await inChunks([...crosswalk], (rows) =>
    tx.uidCrosswalk.createMany({
      data: rows.map(([remapped, original]) => ({
        projectId,
        remapped,
        ciphertext: sealUid(original, remapped, identityKey),
      })),
      skipDuplicates: true,
    }),
  );
}

/** Stacks are made of instances and can be made again: those that are no longer formed go, the others are brought up to date. */
async function writeStacks(tx: Transaction, plan: CasePlan, stored: StoredCase | null): Promise<void> {
  const before = new Map((stored?.stacks ?? []).map((stack) => [stack.id, stack]));
  const after = new Set(plan.stacks.map((stack) => stack.id));
  await tx.stack.deleteMany({ where: { id: { in: [...before.keys()].filter((id) => !after.has(id)) } } });
  const rowOf = (stack: PlannedStack) => ({ ...stack, frames: json(stack.frames) });
  for (const stack of plan.stacks) {
    const old = before.get(stack.id);
    const { id, ...data } = rowOf(stack);
    if (old && JSON.stringify(rowOf(old).frames) !== JSON.stringify(data.frames))
      await tx.stack.update({ where: { id }, data });
  }
  const fresh = plan.stacks.filter((stack) => !before.has(stack.id));
  await inChunks(fresh, (rows) => tx.stack.createMany({ data: rows.map(rowOf) }));
}

async function writeImages(tx: Transaction, caseId: string, plan: CasePlan): Promise<void> {
  const { fresh, renamed } = plan.images;
  // Parents before panels: a panel points at its figure.
  const ordered = fresh.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null));
  await inChunks(ordered, (rows) =>
    tx.image.createMany({ data: rows.map((image) => ({ ...image, caseId, crop: Prisma.DbNull })) }),
  );
  for (const { id, figure, externalId, chosenBy, parentId } of renamed)
    await tx.image.update({ where: { id }, data: { figure, externalId, chosenBy, parentId } });
}

async function writeLabels(tx: Transaction, plan: CasePlan): Promise<void> {
  const planeOf = new Map(
    plan.stacks.flatMap((stack) =>
      stack.frames.map(([id, frame]) => [`${id}:${frame}`, stack.plane] as const),
    ),
  );
  const seriesOf = new Map(plan.instances.all.map((instance) => [instance.id, instance.seriesId]));
  const series = new Map(plan.instances.allSeries.map((entry) => [entry.id, entry]));
  const labels = plan.images.fresh.flatMap((image) => {
    const from = series.get(seriesOf.get(image.instanceId) ?? "");
    if (!from) return [];
    const plane = planeOf.get(`${image.instanceId}:${image.frame}`) ?? null;
    const labeller = from.kind === "dicom" ? "header 1" : "bundle 1";
    return [{ imageId: image.id, labeller, modality: from.modality, bodyPart: from.bodyPart, plane }];
  });
  await inChunks(labels, (rows) => tx.imageLabel.createMany({ data: rows }));
}

async function writeTexts(tx: Transaction, caseId: string, plan: CasePlan): Promise<void> {
  await inChunks(plan.passages, (rows) =>
    tx.passage.createMany({
      data: rows.map(({ supersedes: _, qa, ...passage }) => ({
        ...passage,
        caseId,
        qa: qa === null ? Prisma.DbNull : json(qa),
      })),
    }),
  );
  for (const { id, supersedes } of plan.passages)
    if (supersedes) await tx.passage.update({ where: { id: supersedes }, data: { supersededById: id } });
  await inChunks(plan.regions, (rows) =>
    tx.sourceRegion.createMany({
      data: rows.map((region) => ({ ...region, caseId, points: json(region.points) })),
    }),
  );
}

async function writeDrafts(tx: Transaction, setId: string, plan: CasePlan): Promise<void> {
  await inChunks(plan.drafts, (rows) =>
    tx.draft.createMany({
      data: rows.map((draft) => ({
        ...draft,
        draftSetId: setId,
        payload: json(draft.payload),
        sentences: json(draft.sentences),
        provenance: json(draft.provenance),
      })),
    }),
  );
}

/** Writes the rows of a plan below a case that is there. The draft set is made where drafts come and none is there. */
export async function writeCasePlan(
  tx: Transaction,
  target: WriteTarget,
  plan: CasePlan,
  stored: StoredCase | null,
  makeId: () => string,
): Promise<void> {
  const { caseId } = target;
  await writeInstances(tx, target, plan);
  await writeStacks(tx, plan, stored);
  await writeImages(tx, caseId, plan);
  await writeLabels(tx, plan);
  await writeTexts(tx, caseId, plan);
  if (plan.drafts.length > 0) {
    const id = stored?.draftSet?.id ?? makeId();
    if (!stored?.draftSet) await tx.draftSet.create({ data: { id, caseId, round: stored?.round ?? 1 } });
    await writeDrafts(tx, id, plan);
  }
}
