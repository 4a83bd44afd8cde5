import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/lib/db/client";
import type { Embedder } from "@/lib/retrieval/types";
import { type ComposedTask, composeTask, inputsOf, type RecordedTask } from "../data/compose-task";
import { type Asked, askModel, type Check } from "../rules/generation/ask-model";
import { promptHash } from "../rules/generation/compose-request";
import { costOf, estimateSpend, type Price } from "../rules/generation/price";
import { usageOf } from "../rules/generation/read-reply";
import type { Clock, Endpoint, ModelProvider, RunGate, Rung, TokenUsage } from "../types/model";
import { modelCalls } from "./model-calls";

/** A run of a model over cases: where it goes, what it may spend, what it has learnt about the endpoint. */
export interface ModelRun {
  readonly provider: ModelProvider;
  readonly endpoint: Endpoint;
  readonly origin: string;
  readonly local: boolean;
  readonly model: string;
  readonly price: Price | null;
  readonly seed: number;
  readonly longestSide: number;
  readonly concurrency: number;
  readonly gate: RunGate;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How the endpoint takes schemas; moves down when it refuses one. */
  readonly ladder: { rung: Rung };
  readonly projectSlug: string;
  /** Finds documents beside their words; null = by words alone. */
  readonly embedder: Embedder | null;
  /** Why nothing can be drafted from documents in this run; null = it can. */
  documentsFault: string | null;
  readonly onUsage: (usage: TokenUsage | null, cost: number | null) => void;
  /** Answers from before this that led to nothing are asked for again; null: no answer is asked for twice. */
  readonly askAgainBefore: Date | null;
}

/** The case that something is asked about, and for whom. */
export interface AskedFor {
  readonly caseId: string;
  readonly projectId: string;
  /** null: a run, or the command line. */
  readonly actorId: string | null;
  /** The reading whose reader wants a draft of their own; absent: it is asked for the round. */
  readonly readingId?: string;
  /** The run's row, made with the first request that leaves. */
  readonly runId: (tx: Transaction) => Promise<string>;
}

/** The row of a run over one case. @param steps what it was asked to do. */
export function runRow(run: ModelRun, caseId: string, steps: readonly string[]): AskedFor["runId"] {
  const id = uuidv7();
  return async (tx) => {
    const parameters = { model: run.model, endpoint: run.origin, seed: run.seed, steps: [...steps] };
    await tx.$executeRaw`
      INSERT INTO "GenerationRun" ("id", "caseId", "method", "version", "parameters")
      VALUES (${id}::uuid, ${caseId}::uuid, ${run.provider.id}, ${run.model}, ${JSON.stringify(parameters)}::jsonb)
      ON CONFLICT ("id") DO NOTHING`;
    return id;
  };
}

/**
 * Asks a run's model for the answer of a task: composed from its references, recorded, sent through the gate, repaired once.
 * What was answered before is not sent again. @throws where a text or a frame of the task is gone.
 */
export async function askTask<Value>(
  run: ModelRun,
  askedFor: AskedFor,
  task: RecordedTask,
  checkOf: (composed: ComposedTask) => Check<Value>,
): Promise<{ readonly asked: Asked<Value>; readonly composed: ComposedTask }> {
  const { prompt } = task;
  const composed = await composeTask(task, run);
  const records = modelCalls({
    ...run,
    ...askedFor,
    readingId: askedFor.readingId ?? null,
    provider: run.provider.id,
    prompt: { id: prompt.id, version: prompt.version, hash: promptHash(prompt) },
    inputs: inputsOf(task, composed),
  });
  const estimate = estimateSpend(composed.request, composed.pictures, run.price);
  const spendOf = (text: string) => {
    const usage = usageOf(text);
    if (!usage) return null;
    return { tokens: usage.input + usage.output, cost: run.price ? costOf(usage, run.price) : 0 };
  };
  const { gate, clock, signal } = run;
  const asked = await askModel({
    request: composed.request,
    rung: run.ladder.rung,
    check: checkOf(composed),
    records,
    send: (body, leaving) =>
      run.provider.send(run.endpoint, body, { gate, clock, signal, estimate, spendOf, leaving }),
  });
  if (asked.ok) run.ladder.rung = asked.rung;
  return { asked, composed };
}
