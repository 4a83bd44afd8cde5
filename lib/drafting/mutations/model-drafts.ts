import { v7 as uuidv7 } from "uuid";
import type { Prisma, Transaction } from "@/lib/db/client";
import type { DraftSentence, Provenance } from "@/lib/reading/types";
import { draftContentHash } from "../rules/content-hash";
import type { ModelDraft } from "../rules/generation/drafts-of-answer";
import type { GenerationTask } from "../rules/generation/plan-tasks";
import { translatedSentences, translationMethod } from "../rules/generation/translation";
import { retrievalWords } from "../rules/retrieval-words";
import { type ContextSpec, callInputsSchema } from "../schema";
import { retireTranslations } from "./retire-translations";
import { storeDraftChecks } from "./text-checks";

export interface DraftOrigin {
  readonly caseId: string;
  readonly callId: string;
  readonly provider: string;
  /** The language that was asked for. */
  readonly language: string;
  /** Methods whose standing drafts of the same place are superseded. */
  readonly ownMethods: readonly string[];
}

export type StoredDrafts =
  | { readonly ok: true; readonly added: number }
  | { readonly ok: false; readonly reason: "frozen" | "source-changed" };

/**
 * Stores what was read from an answer in the open draft set of the case's round, and checks it. The same drafts again add nothing; those
 * of rules and models that stood in their place are superseded. A set that readers judge already is left as it is.
 */
export async function storeModelDrafts(
  tx: Transaction,
  origin: DraftOrigin,
  task: Pick<GenerationTask, "step" | "kind" | "imageId" | "parentDraftId">,
  drafts: readonly ModelDraft[],
): Promise<StoredDrafts> {
  const { caseId, callId } = origin;
  const { round } = await tx.caseRecord.findUniqueOrThrow({ where: { id: caseId }, select: { round: true } });
  const set = await openSet(tx, caseId, round);
  if (set.frozenAt) return { ok: false, reason: "frozen" };
  const existing = await tx.draft.findMany({
    where: { draftSetId: set.id },
    select: {
      id: true,
      kind: true,
      imageId: true,
      method: true,
      contentHash: true,
      parentDraftId: true,
      position: true,
      supersededById: true,
    },
  });
  const translated = task.step === "translation" ? await translatedDraft(tx, task.parentDraftId) : null;
  if (task.step === "translation" && !translated) return { ok: false, reason: "source-changed" };
  const planned = drafts.map((draft) => {
    const contentHash = draftContentHash(draft.kind, draft.imageId, draft.payload);
    const same = existing.find((row) => row.contentHash === contentHash);
    return { ...draft, contentHash, id: same?.id ?? uuidv7(), same };
  });
  const [first] = planned;
  if (!first) return { ok: true, added: 0 };
  const inPlace = existing.filter(
    ({ kind, imageId, method, parentDraftId, supersededById }) =>
      supersededById === null &&
      (translated
        ? method === translationMethod && parentDraftId === task.parentDraftId
        : kind === task.kind && imageId === task.imageId && origin.ownMethods.includes(method)),
  );
  const base =
    inPlace.length > 0
      ? Math.min(...inPlace.map(({ position }) => position))
      : translated
        ? 40_000 + translated.position
        : await place(tx, task);
  const call = await tx.modelCall.findUniqueOrThrow({ where: { id: callId } });
  const fresh = planned.filter(({ same }) => !same);
  await tx.draft.createMany({
    data: fresh.map((draft) => ({
      id: draft.id,
      draftSetId: set.id,
      imageId: draft.imageId,
      kind: draft.kind,
      method: translated ? translationMethod : origin.provider,
      language: origin.language,
      parentDraftId: task.parentDraftId,
      payload: draft.payload,
      contentHash: draft.contentHash,
      sentences: (translated
        ? translatedSentences(draft.payload, translated.sentences)
        : draft.sentences) as unknown as Prisma.InputJsonValue,
      provenance: callProvenance(call) as unknown as Prisma.InputJsonValue,
      runId: call.runId,
      modelCallId: callId,
      position: base + planned.indexOf(draft),
    })),
  });
  const gone = inPlace.filter(({ id }) => !planned.some((draft) => draft.id === id)).map(({ id }) => id);
  const { context } = callInputsSchema.parse(call.inputs);
  await tx.draftContext.createMany({ data: fresh.flatMap(({ id }) => contextRows(id, context)) });
  await tx.draft.updateMany({ where: { id: { in: gone } }, data: { supersededById: first.id } });
  await retireTranslations(tx, set.id);
  const back = planned.filter(({ same }) => same?.supersededById != null).map(({ id }) => id);
  await tx.draft.updateMany({ where: { id: { in: back } }, data: { supersededById: null } });
  const draftCount = await tx.draft.count({ where: { draftSetId: set.id, supersededById: null } });
  await tx.caseRecord.update({ where: { id: caseId }, data: { draftCount }, select: { id: true } });
  await storeDraftChecks(tx, caseId);
  return { ok: true, added: fresh.length + back.length };
}

/** The round's set, locked until the end of the transaction, so that two writers do not fill the same place twice. */
async function openSet(tx: Transaction, caseId: string, round: number) {
  await tx.$executeRaw`
    INSERT INTO "DraftSet" ("id", "caseId", "round") VALUES (${uuidv7()}::uuid, ${caseId}::uuid, ${round})
    ON CONFLICT ("caseId", "round") DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM "DraftSet" WHERE "caseId" = ${caseId}::uuid AND "round" = ${round} FOR UPDATE`;
  return tx.draftSet.findUniqueOrThrow({
    where: { caseId_round: { caseId, round } },
    select: { id: true, frozenAt: true },
  });
}

/** The draft that is translated, unless another took its place meanwhile. */
async function translatedDraft(tx: Transaction, id: string | null) {
  const row = await tx.draft.findFirst({
    where: { id: id ?? "", supersededById: null },
    select: { position: true, sentences: true },
  });
  return row && { position: row.position, sentences: row.sentences as unknown as readonly DraftSentence[] };
}

/** Captions in the order of the images, then findings, discussion, and questions in the order of the images. */
async function place(tx: Transaction, { kind, imageId }: Pick<GenerationTask, "kind" | "imageId">) {
  if (kind === "findings") return 10_000;
  if (kind === "discussion") return 10_001;
  const image =
    imageId === null
      ? null
      : await tx.image.findUnique({ where: { id: imageId }, select: { position: true } });
  return kind === "caption" ? (image?.position ?? 0) : 20_000 + 20 * (image?.position ?? 4000);
}

/** The rows that keep what a draft was written with. */
export const contextRows = (draftId: string, context: readonly ContextSpec[]) =>
  context.map(({ chunkId, lexical, dense, fused, matched }, at) => ({
    draftId,
    position: at + 1,
    chunkId,
    lexicalRank: lexical?.rank ?? null,
    lexicalScore: lexical?.score ?? null,
    denseRank: dense?.rank ?? null,
    denseScore: dense?.score ?? null,
    fused,
    matched,
  }));

/** What a draft notes of the call that it was read from. */
export function callProvenance(call: {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly model: string;
  readonly servedModel: string | null;
  readonly promptId: string;
  readonly promptVersion: number;
  readonly promptHash: string;
  readonly rung: string;
  readonly seed: number;
  readonly inputs: unknown;
  readonly requestHash: string;
  readonly cost: { toNumber(): number } | null;
  readonly runId: string;
}): Provenance {
  const { id, provider, endpoint, model, servedModel, promptHash, rung, seed, inputs, requestHash } = call;
  return {
    method: `${provider} ${servedModel ?? model}`,
    model: servedModel ?? model,
    promptVersion: `${call.promptId} ${call.promptVersion}`,
    retrieval: retrievalWords(callInputsSchema.parse(inputs).context),
    writtenAt: new Date().toISOString(),
    runId: call.runId,
    record: {
      modelCall: id,
      endpoint,
      modelAskedFor: model,
      promptHash,
      schemaBy: rung,
      seed,
      requestHash,
      costUsd: call.cost?.toNumber() ?? null,
      inputs,
    },
  };
}
