import { transaction } from "@/lib/db/client";
import { type GenerationCase, loadGenerationCase } from "../data/generation-case";
import { withDocuments } from "../data/task-documents";
import { answerLanguage } from "../rules/generation/answer-language";
import type { Asked } from "../rules/generation/ask-model";
import { modelDraft, payloadCheck } from "../rules/generation/drafts-of-answer";
import { inPool } from "../rules/generation/in-pool";
import { whyItStays } from "../rules/generation/may-leave";
import { type GenerationTask, planTasks, type SkipReason } from "../rules/generation/plan-tasks";
import type { Step } from "../schema";
import { type AskedFor, askTask, type ModelRun, runRow } from "./ask-task";
import { labelImages, labelQuestions } from "./labels";
import { storeModelDrafts } from "./model-drafts";

export type TaskOutcome =
  | { readonly kind: "drafted"; readonly step: Step; readonly added: number }
  | { readonly kind: "labelled"; readonly step: Step }
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

/** All readers of a round judge the same drafts, so nothing joins those that somebody judges already. */
const tooLate =
  "Readers judge the drafts of this case already. Translations join a round before its first reader opens the case.";

/** Runs the steps over one case, in their order; the requests of a step at the same time. Never throws for one request. */
export async function draftWithModel(
  run: ModelRun,
  caseId: string,
  steps: readonly Step[],
): Promise<readonly TaskOutcome[]> {
  const outcomes: TaskOutcome[] = [];
  const runId = runRow(run, caseId, steps);
  for (const step of steps) {
    const found = await loadGenerationCase(caseId);
    if (!found) return [...outcomes, { kind: "failed", step, reason: "The case is gone.", state: "kept" }];
    const stays = whyItStays(found, run.local);
    const askedFor = { caseId, projectId: found.projectId, actorId: null, runId };
    if (stays !== null) outcomes.push({ kind: "skipped", step, reason: stays });
    else if (step === "modality") outcomes.push(...(await labelImages(run, found, askedFor)));
    else if (step === "question-label") outcomes.push(...(await labelQuestions(run, found, askedFor)));
    else if (found.frozen)
      outcomes.push({ kind: "skipped", step, reason: step === "translation" ? tooLate : "frozen" });
    else outcomes.push(...(await writeDrafts(run, found, step, askedFor)));
  }
  return outcomes;
}

/** Whose drafts one of a run takes the place of. */
export const ownMethods = ({ provider }: Pick<ModelRun, "provider">) => ["offline-rules", provider.id];

async function writeDrafts(
  run: ModelRun,
  found: GenerationCase,
  step: Exclude<Step, "modality" | "question-label">,
  askedFor: AskedFor,
): Promise<readonly TaskOutcome[]> {
  const { tasks, skips } = planTasks(found, step, { ...run, ownMethods: ownMethods(run) });
  const skipped = skips.map(({ reason }) => ({ kind: "skipped", step, reason }) as const);
  const done = await inPool(tasks, run.concurrency, (task) => draftTask(run, found, task, askedFor));
  return [...skipped, ...done];
}

async function draftTask(
  run: ModelRun,
  found: GenerationCase,
  planned: GenerationTask,
  askedFor: AskedFor,
): Promise<TaskOutcome> {
  const { step, prompt } = planned;
  try {
    const documented = await withDocuments(found, planned, run);
    if (!documented.ok) return { kind: "skipped", step, reason: documented.sentence };
    const { task } = documented;
    const check = (composed: Parameters<typeof payloadCheck>[1]) =>
      payloadCheck(prompt, composed, task.variables);
    const { asked, composed } = await askTask(run, askedFor, task, check);
    if (!asked.ok && asked.state === "queued") return { kind: "skipped", step, reason: "queued" };
    if (!asked.ok) return { kind: "failed", step, reason: asked.sentence, state: asked.state };
    if (asked.value.length === 0) return { kind: "skipped", step, reason: "nothing-fits" };
    const drafts = asked.value.map((payload) => modelDraft(task, payload, composed.sources));
    const origin = {
      caseId: found.id,
      callId: asked.callId,
      provider: run.provider.id,
      language: answerLanguage(found, task),
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
