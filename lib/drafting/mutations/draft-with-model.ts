import { v7 as uuidv7 } from "uuid";
import { type Transaction, transaction } from "@/lib/db/client";
import type { Embedder } from "@/lib/retrieval/types";
import { composeTask, inputsOf } from "../data/compose-task";
import { type GenerationCase, loadGenerationCase } from "../data/generation-case";
import { withDocuments } from "../data/task-documents";
import { type Asked, askModel } from "../rules/generation/ask-model";
import { promptHash } from "../rules/generation/compose-request";
import { modelDraft, payloadCheck } from "../rules/generation/drafts-of-answer";
import { inPool } from "../rules/generation/in-pool";
import { whyItStays } from "../rules/generation/may-leave";
import { type GenerationTask, planTasks, type SkipReason } from "../rules/generation/plan-tasks";
import { costOf, estimateSpend, type Price } from "../rules/generation/price";
import { usageOf } from "../rules/generation/read-reply";
import type { Step } from "../schema";
import type { Clock, Endpoint, ModelProvider, RunGate, Rung, TokenUsage } from "../types";
import { modelCalls } from "./model-calls";
import { storeModelDrafts } from "./model-drafts";

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

export type TaskOutcome =
  | { readonly kind: "drafted"; readonly step: Step; readonly added: number }
  | {
      readonly kind: "skipped";
      readonly step: Step;
      /** A word for what is usual, a sentence where the case may not leave. */
      readonly reason: SkipReason | "frozen" | "drafted-before" | "nothing-fits" | "queued" | (string & {});
    }
  | {
      readonly kind: "failed";
      readonly step: Step;
      readonly reason: string;
      /** What became of the request; "unexpected" for what is no answer of an endpoint. */
      readonly state: Extract<Asked<unknown>, { ok: false }>["state"] | "unexpected";
    };

/** Runs the steps over one case, in their order; the requests of a step at the same time. Never throws for one request. */
export async function draftWithModel(
  run: ModelRun,
  caseId: string,
  steps: readonly Step[],
): Promise<readonly TaskOutcome[]> {
  const outcomes: TaskOutcome[] = [];
  const runId = runOf(run, caseId, steps);
  for (const step of steps) {
    const found = await loadGenerationCase(caseId);
    if (!found) return [...outcomes, { kind: "failed", step, reason: "The case is gone.", state: "kept" }];
    const stays = found.frozen ? "frozen" : whyItStays(found, run.local);
    if (stays !== null) {
      outcomes.push({ kind: "skipped", step, reason: stays });
      continue;
    }
    const { tasks, skips } = planTasks(found, step, { ...run, ownMethods: ownMethods(run) });
    outcomes.push(...skips.map(({ reason }) => ({ kind: "skipped", step, reason }) as const));
    const done = await inPool(tasks, run.concurrency, (task) => draftTask(run, found, task, runId));
    outcomes.push(...done);
  }
  return outcomes;
}

const ownMethods = ({ provider }: ModelRun) => ["offline-rules", provider.id];

/** The run's row, made with the first request that leaves. */
function runOf(run: ModelRun, caseId: string, steps: readonly Step[]) {
  const id = uuidv7();
  return async (tx: Transaction) => {
    const parameters = { model: run.model, endpoint: run.origin, seed: run.seed, steps: [...steps] };
    await tx.$executeRaw`
      INSERT INTO "GenerationRun" ("id", "caseId", "method", "version", "parameters")
      VALUES (${id}::uuid, ${caseId}::uuid, ${run.provider.id}, ${run.model}, ${JSON.stringify(parameters)}::jsonb)
      ON CONFLICT ("id") DO NOTHING`;
    return id;
  };
}

async function draftTask(
  run: ModelRun,
  found: GenerationCase,
  planned: GenerationTask,
  runId: (tx: Transaction) => Promise<string>,
): Promise<TaskOutcome> {
  const { step, prompt } = planned;
  try {
    const documented = await withDocuments(found, planned, run);
    if (!documented.ok) return { kind: "skipped", step, reason: documented.sentence };
    const { task } = documented;
    const composed = await composeTask(task, run);
    const check = payloadCheck(prompt, composed.marker, task.variables);
    const records = modelCalls({
      ...run,
      caseId: found.id,
      projectId: found.projectId,
      provider: run.provider.id,
      prompt: { id: prompt.id, version: prompt.version, hash: promptHash(prompt) },
      inputs: inputsOf(task, composed),
      runId,
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
      check,
      records,
      send: (body, leaving) =>
        run.provider.send(run.endpoint, body, { gate, clock, signal, estimate, spendOf, leaving }),
    });
    if (!asked.ok && asked.state === "queued") return { kind: "skipped", step, reason: "queued" };
    if (!asked.ok) return { kind: "failed", step, reason: asked.sentence, state: asked.state };
    run.ladder.rung = asked.rung;
    if (asked.value.length === 0) return { kind: "skipped", step, reason: "nothing-fits" };
    const drafts = asked.value.map((payload) => modelDraft(task, payload, composed.sources));
    const origin = {
      caseId: found.id,
      callId: asked.callId,
      provider: run.provider.id,
      ownMethods: ownMethods(run),
    };
    const stored = await transaction((tx) => storeModelDrafts(tx, origin, task, drafts));
    if (!stored.ok) return { kind: "skipped", step, reason: stored.reason };
    return stored.added > 0
      ? { kind: "drafted", step, added: stored.added }
      : { kind: "skipped", step, reason: "drafted-before" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", step, reason, state: "unexpected" };
  }
}
