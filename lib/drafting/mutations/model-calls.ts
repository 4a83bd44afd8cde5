import { v7 as uuidv7 } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Transaction, transaction } from "@/lib/db/client";
import { requestStays } from "../data/leaving";
import type { CallRecords, Outgoing } from "../rules/generation/ask-model";
import { keptSentence } from "../rules/generation/may-leave";
import { costOf, type Price } from "../rules/generation/price";
import { servedModel, usageOf } from "../rules/generation/read-reply";
import type { CallInputs } from "../schema";
import type { TokenUsage } from "../types/model";

/** All that the calls of one request have in common. */
export interface CallContext {
  readonly caseId: string;
  readonly projectId: string;
  /** Who asked; null: a run, or the command line. */
  readonly actorId: string | null;
  readonly provider: string;
  readonly origin: string;
  readonly local: boolean;
  readonly model: string;
  readonly seed: number;
  readonly prompt: { readonly id: string; readonly version: number; readonly hash: string };
  readonly inputs: CallInputs;
  readonly price: Price | null;
  /** Answers from before this that led to nothing are asked for again; null: no answer is asked for twice. */
  readonly askAgainBefore: Date | null;
  /** The run that new calls belong to; made with the first of them. */
  readonly runId: (tx: Transaction) => Promise<string>;
  /** The reading whose reader wants a draft of their own; null = it is asked for the round. */
  readonly readingId: string | null;
  /** Told of what every paid answer took. */
  readonly onUsage: (usage: TokenUsage | null, cost: number | null) => void;
}

/** A batch is answered within a day; what waits for two is asked again. Milliseconds. */
const longestBatch = 48 * 3_600_000;

/**
 * Calls in the database, found again by their hash. A call is written before it may leave, and its audit event when the
 * limits have let it through and it still may leave: one that is refused has no event, for nothing of it left.
 */
export function modelCalls(context: CallContext): CallRecords {
  const { caseId, readingId, askAgainBefore, inputs } = context;
  const sent = new Set<string>();
  const stands =
    askAgainBefore === null ? {} : { OR: [{ state: "answered" }, { startedAt: { gte: askAgainBefore } }] };
  return {
    async answered(ladder) {
      const requestHash = { in: ladder.map(({ hash }) => hash) };
      const row = await (await database()).modelCall.findFirst({
        where: { caseId, readingId, requestHash, response: { not: null }, ...stands },
        orderBy: { startedAt: "asc" },
        select: { id: true, requestHash: true, response: true },
      });
      const outgoing = ladder.find(({ hash }) => hash === row?.requestHash);
      return row?.response != null && outgoing ? { id: row.id, outgoing, responseText: row.response } : null;
    },
    async waiting(ladder) {
      const where = {
        caseId,
        readingId,
        state: "queued",
        requestHash: { in: ladder.map(({ hash }) => hash) },
        startedAt: { gt: new Date(Date.now() - longestBatch) },
      };
      return (await (await database()).modelCall.count({ where })) > 0;
    },
    async begin(outgoing) {
      const reason = await requestStays(context, inputs);
      if (reason !== null) return { ok: false, sentence: keptSentence(reason, false) };
      return { ok: true, id: await transaction((tx) => beginCall(tx, context, outgoing)) };
    },
    async leaving(id, outgoing) {
      const reason = await requestStays(context, inputs);
      if (reason !== null) return keptSentence(reason, sent.has(id));
      if (!sent.has(id)) await transaction((tx) => recordLeaving(tx, context, id, outgoing));
      sent.add(id);
      return null;
    },
    async end(id, outcome, { state, sentence }) {
      const finishedAt = new Date();
      const db = await database();
      if (!outcome.ok) {
        const { attempts } = outcome;
        await db.modelCall.update({ where: { id }, data: { state, sentence, attempts, finishedAt } });
        return;
      }
      const { text, requestId, attempts } = outcome.response;
      const usage = usageOf(text);
      const cost = usage && context.price ? costOf(usage, context.price) : null;
      await db.modelCall.update({
        where: { id },
        data: {
          state,
          sentence,
          attempts,
          requestId,
          cost,
          finishedAt,
          // PostgreSQL has no character 0; JSON may not hold it either.
          response: text.replaceAll("\0", "\ufffd"),
          servedModel: servedModel(text),
          inputTokens: usage?.input ?? null,
          cachedTokens: usage?.cached ?? null,
          outputTokens: usage?.output ?? null,
        },
      });
      context.onUsage(usage, cost);
    },
  };
}

async function beginCall(tx: Transaction, context: CallContext, outgoing: Outgoing): Promise<string> {
  const { caseId, inputs, prompt } = context;
  const id = uuidv7();
  await tx.modelCall.create({
    data: {
      id,
      caseId,
      runId: await context.runId(tx),
      readingId: context.readingId,
      repairsId: outgoing.repairs,
      provider: context.provider,
      endpoint: context.origin,
      model: context.model,
      promptId: prompt.id,
      promptVersion: prompt.version,
      promptHash: prompt.hash,
      rung: outgoing.rung,
      seed: context.seed,
      inputs,
      requestHash: outgoing.hash,
      requestBytes: Buffer.byteLength(outgoing.body),
    },
  });
  return id;
}

/** What leaves, where to and for whom, in the log that nobody can change. */
async function recordLeaving(tx: Transaction, context: CallContext, id: string, outgoing: Outgoing) {
  const { caseId, projectId, inputs } = context;
  await recordEvent(tx, {
    actorId: context.actorId,
    action: "drafting.send",
    subjectType: "case",
    subjectId: caseId,
    projectId,
    detail: {
      call: id,
      endpoint: context.origin,
      local: context.local,
      model: context.model,
      requestHash: outgoing.hash,
      pictures: inputs.pictures.map(({ sha256 }) => sha256),
    },
  });
}
