import { v7 as uuidv7 } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { database, type Prisma, type Transaction, transaction } from "@/lib/db/client";
import { createPaceGate } from "@/lib/jobs/mutations/pace-gate";
import { currentDrafts } from "@/lib/reading/data/drafts";
import { findOwnReading, type OwnReading, ownReading } from "@/lib/reading/data/gate";
import { shownChunks } from "@/lib/retrieval/data/find-documents";
import { subjectOf } from "@/lib/retrieval/data/query-subject";
import { contextOfReading } from "@/lib/retrieval/data/reading-context";
import { chooseAgain } from "@/lib/retrieval/rules/choose-again";
import type { ShownDocument } from "@/lib/retrieval/schema";
import { loadGenerationCase } from "../data/generation-case";
import { privateDrafts } from "../data/private-drafts";
import { withContext } from "../data/task-documents";
import { draftContentHash } from "../rules/content-hash";
import { type ModelDraft, modelDraft, payloadCheck } from "../rules/generation/drafts-of-answer";
import type { EndpointEnvironment } from "../rules/generation/endpoint";
import { whyItStays } from "../rules/generation/may-leave";
import { type GenerationTask, planTasks } from "../rules/generation/plan-tasks";
import { budgetThenPace, readerBudget, type Spent } from "../rules/generation/reader-gate";
import type { PrivateDraft } from "../schema";
import { askTask, type ModelRun, runRow } from "./ask-task";
import { ownMethods } from "./draft-with-model";
import { callProvenance, contextRows } from "./model-drafts";
import { prepareModelRun } from "./model-run";

export interface RegenerateOptions {
  readonly environment: EndpointEnvironment;
  readonly signal: AbortSignal;
}

export type RegenerateOutcome =
  | { readonly ok: true; readonly draft: PrivateDraft }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "submitted" }
  | { readonly ok: false; readonly reason: "not-written"; readonly sentence: string };

const notWritten = (sentence: string) => ({ ok: false, reason: "not-written", sentence }) as const;

/** Readings for which a draft is being written now. */
const underWay = new Set<string>();

/**
 * Has a model write a draft of the round once more, with the documents that the reader of an open reading pinned and those
 * that were found. It is theirs alone, stands beside the draft of the round and changes nothing of it.
 */
export async function regenerateDraft(
  actor: Actor,
  readingId: string,
  draftId: string,
  options: RegenerateOptions,
): Promise<RegenerateOutcome> {
  const gate = await findOwnReading(actor, readingId);
  if (!gate.ok) return gate;
  const { reading } = gate;
  if (reading.state !== "open") return { ok: false, reason: "submitted" };
  if (underWay.has(reading.id)) return notWritten("A draft is being written for you already.");
  underWay.add(reading.id);
  try {
    return await write(actor, reading, draftId, options);
  } finally {
    underWay.delete(reading.id);
  }
}

async function write(
  actor: Actor,
  reading: OwnReading,
  draftId: string,
  { environment, signal }: RegenerateOptions,
): Promise<RegenerateOutcome> {
  const db = await database();
  const beside = await db.draft.findFirst({
    where: { id: draftId, kind: "caption", ...currentDrafts(reading.caseId, reading.round) },
    select: { id: true, imageId: true },
  });
  const found = await loadGenerationCase(reading.caseId);
  if (!beside || !found) return { ok: false, reason: "not-found" };
  const { slug: projectSlug, settings } = await db.project.findUniqueOrThrow({
    where: { id: reading.projectId },
    select: { slug: true, settings: true },
  });
  const spent = await spentBy(reading);
  const prepared = prepareModelRun(settings, {
    method: null,
    environment,
    projectSlug,
    embedder: null,
    signal,
    gateOf: (limits, clock) =>
      budgetThenPace(readerBudget(limits, clock, spent), createPaceGate(reading.projectId, limits, clock)),
    onUsage: () => {},
  });
  if (!prepared.ok) return notWritten(prepared.sentence);
  // Another seed each time, so that the same documents do not ask for the same words again.
  const run: ModelRun = { ...prepared.run, seed: (prepared.run.seed + 1 + spent.calls) % 2_147_483_648 };
  const stays = whyItStays(found, run.local);
  if (stays !== null) return notWritten(stays);
  const planned = planTasks(found, "caption", { ...run, ownMethods: ownMethods(run) }).tasks.find(
    ({ imageId }) => imageId === beside.imageId,
  );
  if (!planned || planned.search === null)
    return notWritten("A person wrote about this image, so retrieval is not used.");
  const documents = await documentsFor(reading, draftId, run.local);
  if (!documents.ok) return documents;
  const task = withContext(planned, documents.context);
  const askedFor = {
    caseId: found.id,
    projectId: found.projectId,
    actorId: actor.id,
    readingId: reading.id,
    runId: runRow(run, found.id, ["caption"]),
  };
  const { asked, composed } = await askTask(run, askedFor, task, (made) =>
    payloadCheck(task.prompt, made, task.variables),
  );
  if (!asked.ok) return notWritten(asked.sentence);
  const [payload] = asked.value;
  if (!payload) return notWritten("The model found nothing to write.");
  const draft = modelDraft(task, payload, composed.sources);
  const place = { actor, reading, besideId: beside.id, callId: asked.callId };
  return transaction((tx) => store(tx, place, task, draft));
}

/** What the drafts of a reading took so far. */
async function spentBy({ id }: OwnReading): Promise<Spent> {
  const { _count, _sum } = await (await database()).modelCall.aggregate({
    where: { readingId: id },
    _count: true,
    _sum: { inputTokens: true, outputTokens: true, cost: true },
  });
  return {
    calls: _count,
    tokens: (_sum.inputTokens ?? 0) + (_sum.outputTokens ?? 0),
    cost: _sum.cost?.toNumber() ?? 0,
  };
}

type Documents =
  | { readonly ok: true; readonly context: readonly ShownDocument[] }
  | Extract<RegenerateOutcome, { ok: false }>;

/** The reader's choice as the server knows it; each is asked for once more whether it may be found, and may leave. */
async function documentsFor(reading: OwnReading, draftId: string, local: boolean): Promise<Documents> {
  const { drafts, added, judgements } = await contextOfReading(reading);
  const drafted = drafts.find(({ id }) => id === draftId)?.documents;
  if (!drafted) return { ok: false, reason: "not-found" };
  const chosen = chooseAgain(
    drafted,
    added,
    (id) => judgements.find(({ documentId }) => documentId === id) ?? { pinned: false, relevance: null },
  );
  if (!chosen.ok) return notWritten(chosen.sentence);
  const usable = await shownChunks(
    chosen.documents.map(({ chunkId }) => chunkId),
    { projectId: reading.projectId, subject: await subjectOf(reading.caseId), sendable: !local },
  );
  const away = chosen.documents.find(({ chunkId }) => !usable.has(chunkId));
  return away
    ? notWritten(
        `“${away.title}” cannot be used: it was changed, or it may not leave the house. Unpin it and call it not relevant.`,
      )
    : { ok: true, context: chosen.documents };
}

interface Place {
  readonly actor: Actor;
  readonly reading: OwnReading;
  readonly besideId: string;
  readonly callId: string;
}

async function store(
  tx: Transaction,
  { actor, reading, besideId, callId }: Place,
  task: GenerationTask,
  draft: ModelDraft,
): Promise<RegenerateOutcome> {
  const gate = await ownReading(tx, actor, reading.id, "write");
  if (!gate.ok) return gate;
  if (gate.reading.state !== "open") return { ok: false, reason: "submitted" };
  const contentHash = draftContentHash(draft.kind, draft.imageId, draft.payload);
  const same = await tx.draft.findFirst({
    where: { readingId: reading.id, besideId, contentHash },
    select: { id: true },
  });
  const id = same?.id ?? uuidv7();
  if (!same) {
    const call = await tx.modelCall.findUniqueOrThrow({ where: { id: callId } });
    await tx.draft.create({
      data: {
        id,
        readingId: reading.id,
        besideId,
        imageId: draft.imageId,
        kind: draft.kind,
        method: call.provider,
        payload: draft.payload,
        contentHash,
        sentences: draft.sentences as unknown as Prisma.InputJsonValue,
        provenance: callProvenance(call) as unknown as Prisma.InputJsonValue,
        runId: call.runId,
        modelCallId: callId,
      },
    });
    await tx.draftContext.createMany({ data: contextRows(id, task.context) });
  }
  await recordEvent(tx, {
    actorId: actor.id,
    action: "drafting.regenerate",
    subjectType: "reading",
    subjectId: reading.id,
    projectId: reading.projectId,
    detail: { draft: id, beside: besideId, call: callId, contentHash, repeated: same !== null },
  });
  const stored = (await privateDrafts(tx, reading)).find((one) => one.id === id);
  if (!stored) throw new Error("the draft was stored in this transaction");
  return { ok: true, draft: stored };
}
