import type { Actor } from "@/lib/auth/types";
import { type Gate, isId, readableCase } from "@/lib/cases/data/gate";
import { database } from "@/lib/db/client";
import { findOwnReading } from "@/lib/reading/data/gate";
import type { KeptChange } from "@/lib/reading/data/history";
import { findPrompt } from "../registry";
import { promptHash } from "../rules/generation/compose-request";
import { type CallRecord, callInputsSchema, type DraftRecord, draftRecordSchema } from "../schema";

/**
 * How a draft came to be and what this person made of it: the run, the request with all it was made of, the answer as it
 * came, the documents it was written with, each change. Nothing of another reader; the gate is that of the case.
 */
export async function draftRecord(
  actor: Actor,
  draftId: string,
): Promise<Gate<{ readonly record: DraftRecord }>> {
  if (!isId(draftId)) return { ok: false, reason: "not-found" };
  const db = await database();
  const draft = await db.draft.findUnique({
    where: { id: draftId },
    include: {
      set: { select: { caseId: true, round: true } },
      reading: { select: { id: true, caseId: true, round: true } },
      image: { select: { figure: true } },
      run: true,
      modelCall: true,
      context: {
        orderBy: { position: "asc" },
        include: { chunk: { include: { document: { select: { kind: true, source: true, url: true } } } } },
      },
    },
  });
  const place = draft?.set ?? draft?.reading;
  if (!draft || !place) return { ok: false, reason: "not-found" };
  // A private draft is its reader's alone.
  const gate = draft.reading
    ? await findOwnReading(actor, draft.reading.id)
    : await readableCase(actor, place.caseId);
  if (!gate.ok) return gate;
  const { run, modelCall } = draft;
  return {
    ok: true,
    record: {
      draft: {
        id: draft.id,
        kind: draft.kind,
        figure: draft.image?.figure ?? null,
        method: draft.method,
        contentHash: draft.contentHash,
        sentences: draft.sentences,
        provenance: noted(draft.provenance),
        writtenAt: draft.createdAt.toISOString(),
      },
      run: run && {
        id: run.id,
        method: run.method,
        version: run.version,
        parameters: run.parameters,
        startedAt: run.startedAt.toISOString(),
      },
      call: modelCall && (await callRecord(modelCall)),
      documents: draft.context.map(
        ({ chunk, position, lexicalRank, lexicalScore, denseRank, denseScore, fused, matched }) => ({
          position,
          kind: chunk.document.kind,
          title: chunk.title,
          heading: chunk.heading,
          source: chunk.document.source,
          url: chunk.document.url,
          lexical: lexicalRank === null ? null : { rank: lexicalRank, score: lexicalScore ?? 0 },
          dense: denseRank === null ? null : { rank: denseRank, score: denseScore ?? 0 },
          fused,
          matched,
        }),
      ),
      changes: await changesTo(actor, place, draft.id),
    },
  };
}

const noted = (provenance: unknown): DraftRecord["draft"]["provenance"] =>
  draftRecordSchema.shape.draft.shape.provenance.catch({}).parse(provenance);

type StoredCall = NonNullable<
  Awaited<ReturnType<Awaited<ReturnType<typeof database>>["modelCall"]["findUnique"]>>
>;

async function callRecord(call: StoredCall): Promise<CallRecord> {
  const db = await database();
  const prompt = findPrompt(call.promptId, call.promptVersion);
  const known = prompt && promptHash(prompt) === call.promptHash ? prompt : null;
  const { variables, blocks, pictures } = callInputsSchema.parse(call.inputs);
  const images = await db.image.findMany({
    where: { id: { in: pictures.map(({ imageId }) => imageId) } },
    select: { id: true, figure: true },
  });
  const figureOf = new Map(images.map(({ id, figure }) => [id, figure]));
  return {
    id: call.id,
    provider: call.provider,
    endpoint: call.endpoint,
    model: call.model,
    servedModel: call.servedModel,
    prompt: {
      id: call.promptId,
      version: call.promptVersion,
      hash: call.promptHash,
      instructions: known?.instructions ?? null,
      task: known?.task ?? null,
      maxOutputTokens: known?.maxOutputTokens ?? null,
      temperature: known?.temperature ?? null,
    },
    variables,
    answerFormat: call.rung,
    seed: call.seed,
    texts: blocks,
    pictures: pictures.map((picture) => ({ ...picture, figure: figureOf.get(picture.imageId) ?? null })),
    requestHash: call.requestHash,
    requestBytes: call.requestBytes,
    repairs: call.repairsId,
    state: call.state,
    sentence: call.sentence,
    attempts: call.attempts,
    response: call.response,
    tokens: { input: call.inputTokens, cached: call.cachedTokens, output: call.outputTokens },
    cost: call.cost === null ? null : call.cost.toNumber(),
    startedAt: call.startedAt.toISOString(),
    finishedAt: call.finishedAt?.toISOString() ?? null,
  };
}

/** What this reader did to the draft and took back again, oldest first. */
async function changesTo(
  actor: Actor,
  { caseId, round }: { readonly caseId: string; readonly round: number },
  draftId: string,
): Promise<DraftRecord["changes"]> {
  const rows = await (await database()).readingChange.findMany({
    where: { reading: { caseId, round, readerId: actor.id } },
    select: { revision: true, changes: true, undoes: true, createdAt: true },
    orderBy: { revision: "asc" },
  });
  return rows.flatMap(({ revision, changes, undoes, createdAt }) =>
    (changes as unknown as readonly KeptChange[])
      .filter(({ part, id }) => id === draftId && (part === "decision" || part === "rating"))
      .map(({ part, before, after }) => ({
        revision,
        at: createdAt.toISOString(),
        part: part as "decision" | "rating",
        undo: undoes !== null,
        before,
        after,
      })),
  );
}
