import type { z } from "zod";
import { database } from "@/lib/db/client";
import type { RecordedTask } from "../data/compose-task";
import type { GenerationCase } from "../data/generation-case";
import { modality1 } from "../prompts/modality-1";
import { questionLabel1 } from "../prompts/question-label-1";
import { inPool } from "../rules/generation/in-pool";
import { type LabelTask, labelsToAsk } from "../rules/generation/plan-labels";
import { answerCheck } from "../rules/generation/read-answer";
import type { Prompt } from "../types/prompt";
import { type AskedFor, askTask, type ModelRun } from "./ask-task";
import type { TaskOutcome } from "./draft-with-model";

/** Who says so: the model that was asked, by which prompt. */
const labellerOf = ({ provider, model }: ModelRun, { id, version }: Prompt) =>
  `${provider.id} ${model}, ${id} ${version}`;

type Answer<P extends Prompt> = z.infer<P["answer"]>;

type LabelStep = "modality" | "question-label";

/** Asks for one label and stores it. Never throws for one request. */
async function ask<P extends Prompt>(
  { run, askedFor, step }: Labelling,
  task: RecordedTask & { readonly prompt: P },
  store: (answer: Answer<P>, callId: string) => Promise<unknown>,
): Promise<TaskOutcome> {
  try {
    const { asked } = await askTask(run, askedFor, task, ({ marker }) => answerCheck(task.prompt, marker));
    if (!asked.ok && asked.state === "queued") return { kind: "skipped", step, reason: "queued" };
    if (!asked.ok) return { kind: "failed", step, reason: asked.sentence, state: asked.state };
    await store(asked.value, asked.callId);
    return { kind: "labelled", step };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", step, reason, state: "unexpected" };
  }
}

interface Labelling {
  readonly run: ModelRun;
  readonly askedFor: AskedFor;
  readonly step: LabelStep;
}

/** Asks for a label of each of these, as many at a time as the run allows; what is left out stands before them. */
async function askEach<T extends LabelTask, P extends Prompt>(
  labelling: Labelling,
  { tasks, skips }: { readonly tasks: readonly T[]; readonly skips: readonly string[] },
  prompt: P,
  store: (task: T, answer: Answer<P>, callId: string) => Promise<unknown>,
): Promise<readonly TaskOutcome[]> {
  const { run, step } = labelling;
  const done = await inPool(tasks, run.concurrency, (task) =>
    ask(labelling, { ...task, prompt }, (answer, callId) => store(task, answer, callId)),
  );
  return [...skips.map((reason) => ({ kind: "skipped", step, reason }) as const), ...done];
}

/**
 * Has a model say of each image of a case what kind it is, from its pixels alone. The label stands beside those of headers,
 * bundles and readers, and takes the place of none. Slices that were sampled from a series are left out.
 */
export async function labelImages(
  run: ModelRun,
  found: GenerationCase,
  askedFor: AskedFor,
): Promise<readonly TaskOutcome[]> {
  const step = "modality";
  const labeller = labellerOf(run, modality1);
  const { imageLabel } = await database();
  const known = await imageLabel.findMany({
    where: { labeller, image: { caseId: found.id } },
    select: { imageId: true },
  });
  const before = new Set(known.map(({ imageId }) => imageId));
  const { images: tasks, skips } = labelsToAsk(found, step, before, run);
  return askEach({ run, askedFor, step }, { tasks, skips }, modality1, ({ imageId }, said) => {
    const { modality, confidence } = said;
    return imageLabel.upsert({
      where: { imageId_labeller: { imageId, labeller } },
      create: { imageId, labeller, modality, confidence },
      update: { modality, confidence },
    });
  });
}

/** Has a model say of each question that stands whether it asks for knowledge or for an inference. */
export async function labelQuestions(
  run: ModelRun,
  found: GenerationCase,
  askedFor: AskedFor,
): Promise<readonly TaskOutcome[]> {
  const step = "question-label";
  const labeller = labellerOf(run, questionLabel1);
  const { questionLabel } = await database();
  const known = await questionLabel.findMany({
    where: { labeller, draft: { set: { caseId: found.id } } },
    select: { draftId: true },
  });
  const before = new Set(known.map(({ draftId }) => draftId));
  const { questions: tasks, skips } = labelsToAsk(found, step, before, run);
  return askEach({ run, askedFor, step }, { tasks, skips }, questionLabel1, ({ draftId }, said, callId) => {
    const { label, reason } = said;
    return questionLabel.upsert({
      where: { draftId_labeller: { draftId, labeller } },
      create: { draftId, labeller, label, reason, modelCallId: callId },
      update: { label, reason, modelCallId: callId },
    });
  });
}
