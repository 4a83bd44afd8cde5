import { v7 as uuidv7 } from "uuid";
import type { Prisma, Transaction } from "@/lib/db/client";
import type { TextKind } from "@/lib/reading/schema";
import type { Provenance } from "@/lib/reading/types";
import { loadDraftingCase } from "../data/drafting-case";
import { providers } from "../registry";
import { draftContentHash } from "../rules/content-hash";
import { draftCase, offlineMethod } from "../rules/draft-case";
import { retrievalWords } from "../rules/retrieval-words";
import type { DraftPlan } from "../types/drafts";
import { retireTranslations } from "./retire-translations";
import { storeDraftChecks } from "./text-checks";

const ownMethods: readonly string[] = ["offline-rules", "source-verbatim"];
const modelMethods: readonly string[] = providers.map(({ id }) => id);

interface ExistingDraft {
  readonly id: string;
  readonly kind: string;
  readonly imageId: string | null;
  readonly method: string;
  readonly contentHash: string;
  readonly position: number;
}

type PlannedDraft = DraftPlan & {
  readonly id: string;
  readonly contentHash: string;
  readonly isNew: boolean;
};

/**
 * Drafts a case by the offline rules into the draft set of its current round.
 * The same case again adds nothing; changed passages give new drafts that supersede the old ones of their place. Drafts
 * that came with the case are left alone, and so is a set that a reader has already begun to judge (frozen). All of them are
 * then held against the case (`storeDraftChecks`).
 * @returns how many drafts were added.
 */
export async function storeOfflineDrafts(tx: Transaction, caseId: string): Promise<number> {
  const added = await draftOffline(tx, caseId);
  await storeDraftChecks(tx, caseId);
  return added;
}

async function draftOffline(tx: Transaction, caseId: string): Promise<number> {
  const found = await loadDraftingCase(tx, caseId);
  if (!found) throw new Error(`no case ${caseId}`);
  if (found.set?.frozenAt) return 0;
  const all = found.set?.drafts ?? [];
  const existing = all.filter(({ supersededById }) => supersededById === null);
  const given = existing.filter(({ method }) => !ownMethods.includes(method));
  const own = existing.filter(({ method }) => ownMethods.includes(method));
  const plans = draftCase({
    language: found.language,
    images: found.images,
    passages: found.passages,
    given: given.map(({ kind, imageId }) => ({ kind: kind as TextKind, imageId })),
  });
  const planned = plans.map((plan): PlannedDraft => {
    const contentHash = draftContentHash(plan.kind, plan.imageId, plan.payload);
    const same = all.find((draft) => draft.contentHash === contentHash);
    return { ...plan, contentHash, id: same?.id ?? uuidv7(), isNew: !same };
  });
  const fresh = planned.filter(({ isNew }) => isNew);
  const gone = own.filter(({ id }) => !planned.some((plan) => plan.id === id));
  if (fresh.length > 0) {
    const setId = found.set?.id ?? (await openSet(tx, caseId, found.round));
    await storeRun(tx, { caseId, setId, language: found.language }, planned, fresh, [...given, ...own]);
  }
  await supersede(tx, gone, planned, given);
  if (found.set) await retireTranslations(tx, found.set.id);
  // What a model's draft took the place of stays behind it.
  const byModel = new Set(given.filter(({ method }) => modelMethods.includes(method)).map(({ id }) => id));
  const back = all.filter(
    ({ id, supersededById }) =>
      supersededById && !byModel.has(supersededById) && planned.some((plan) => plan.id === id),
  );
  await restore(tx, back);
  if (fresh.length > 0 || gone.length > 0 || back.length > 0) await countDrafts(tx, caseId, found.round);
  return fresh.length;
}

async function openSet(tx: Transaction, caseId: string, round: number): Promise<string> {
  const set = await tx.draftSet.create({ data: { id: uuidv7(), caseId, round }, select: { id: true } });
  return set.id;
}

async function storeRun(
  tx: Transaction,
  { caseId, setId, language }: { readonly caseId: string; readonly setId: string; readonly language: string },
  planned: readonly PlannedDraft[],
  fresh: readonly PlannedDraft[],
  existing: readonly ExistingDraft[],
): Promise<void> {
  const now = new Date();
  const run = await tx.generationRun.create({
    data: { id: uuidv7(), caseId, method: "offline-rules", version: "1", startedAt: now, finishedAt: now },
    select: { id: true },
  });
  const captionOf = (imageId: string | null) =>
    imageId === null
      ? null
      : ([...planned, ...existing].find((draft) => draft.kind === "caption" && draft.imageId === imageId)
          ?.id ?? null);
  const isGiven = ({ method }: ExistingDraft) => !ownMethods.includes(method);
  const firstPosition = Math.max(-1, ...existing.filter(isGiven).map(({ position }) => position)) + 1;
  const rows = fresh.map((plan) => ({
    id: plan.id,
    draftSetId: setId,
    imageId: plan.imageId,
    kind: plan.kind,
    method: plan.method,
    language,
    parentDraftId: plan.kind === "qa" ? captionOf(plan.imageId) : null,
    payload: plan.payload,
    contentHash: plan.contentHash,
    sentences: plan.sentences as unknown as Prisma.InputJsonValue,
    provenance: provenance(plan, run.id, now) as unknown as Prisma.InputJsonValue,
    runId: run.id,
    position: firstPosition + planned.indexOf(plan),
  }));
  // Captions first: questions point at them.
  await tx.draft.createMany({ data: rows.filter(({ kind }) => kind !== "qa") });
  await tx.draft.createMany({ data: rows.filter(({ kind }) => kind === "qa") });
}

function provenance(plan: DraftPlan, runId: string, now: Date): Provenance {
  const passages = [
    ...new Set(plan.sentences.flatMap(({ sources }) => sources.map(({ passageId }) => passageId))),
  ];
  return {
    method: plan.method === "source-verbatim" ? "source, unchanged" : offlineMethod,
    model: null,
    promptVersion: null,
    retrieval: retrievalWords([]),
    writtenAt: now.toISOString(),
    runId,
    record: { method: plan.method, rule: plan.rule, passages },
  };
}

/** Each draft that no longer stands gets the one that took its place: same kind and image, else same kind, else any. */
async function supersede(
  tx: Transaction,
  gone: readonly ExistingDraft[],
  planned: readonly PlannedDraft[],
  given: readonly ExistingDraft[],
): Promise<void> {
  const standing = [...planned, ...given];
  for (const old of gone) {
    const successor =
      standing.find(({ kind, imageId }) => kind === old.kind && imageId === old.imageId) ??
      standing.find(({ kind }) => kind === old.kind) ??
      standing[0];
    if (successor)
      await tx.draft.updateMany({
        where: { id: old.id, supersededById: null },
        data: { supersededById: successor.id },
      });
  }
}

/** A passage that got its old wording back brings its old drafts back. */
async function restore(tx: Transaction, drafts: readonly ExistingDraft[]): Promise<void> {
  const ids = drafts.map(({ id }) => id);
  if (ids.length > 0)
    await tx.draft.updateMany({ where: { id: { in: ids } }, data: { supersededById: null } });
}

async function countDrafts(tx: Transaction, caseId: string, round: number): Promise<void> {
  const draftCount = await tx.draft.count({ where: { set: { caseId, round }, supersededById: null } });
  await tx.caseRecord.update({ where: { id: caseId }, data: { draftCount }, select: { id: true } });
}
