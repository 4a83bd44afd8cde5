import { caseLabel } from "@/lib/cases/rules";
import { transaction } from "@/lib/db/client";
import { createPaceGate } from "@/lib/jobs/mutations/pace-gate";
import { embedDocuments } from "@/lib/retrieval/mutations/embed-documents";
import { refreshStore } from "@/lib/retrieval/mutations/refresh-store";
import type { Embedder } from "@/lib/retrieval/types";
import { casesToDraft, projectToDraft } from "../data/drafted-cases";
import type { EndpointEnvironment } from "../rules/generation/endpoint";
import { inPool } from "../rules/generation/in-pool";
import { budgetThenPace } from "../rules/generation/reader-gate";
import { createRunGate } from "../rules/generation/run-gate";
import type { Step } from "../schema";
import type { ModelProvider, TokenUsage } from "../types/model";
import { draftWithModel } from "./draft-with-model";
import { prepareModelRun } from "./model-run";
import { storeOfflineDrafts } from "./offline-drafts";

export interface DraftOptions {
  readonly slug: string;
  /** Number of the one case; null = all of the project. */
  readonly number: number | null;
  readonly steps: readonly Step[];
  /** offline, the id of a provider, or null: a model where an endpoint is set, else offline. */
  readonly method: string | null;
  readonly environment: EndpointEnvironment;
  readonly signal: AbortSignal;
  /** Takes the place of the provider's own way to send, e.g. into batch files. */
  readonly send?: ModelProvider["send"];
  /** Finds documents beside their words; null = by words alone. */
  readonly embedder?: Embedder | null;
  readonly log: (line: string) => void;
}

export interface Reasoned {
  readonly case: string;
  readonly step: Step;
  readonly reason: string;
}

export interface DraftReport {
  readonly method: string;
  readonly model: string | null;
  readonly cases: number;
  readonly drafted: number;
  /** Images and questions that got a label. */
  readonly labelled: number;
  readonly skipped: number;
  /** Why and how often, e.g. { "drafted-before": 12 }. */
  readonly skippedFor: Readonly<Record<string, number>>;
  readonly failed: readonly Reasoned[];
  readonly tokens: TokenUsage;
  /** US dollars; null where a paid answer has no known price. */
  readonly cost: number | null;
}

export type DraftProjectOutcome =
  | { readonly ok: true; readonly report: DraftReport }
  | {
      readonly ok: false;
      readonly reason: "unknown-project" | "unknown-case" | "not-possible";
      readonly sentence: string;
    };

/**
 * Drafts the cases of a project by a model, or by the offline rules where no endpoint is set. It can be stopped and run
 * again: what was answered is not asked and not paid again, what is stored is not stored twice.
 */
export async function draftProject(options: DraftOptions): Promise<DraftProjectOutcome> {
  const project = await projectToDraft(options.slug);
  if (!project)
    return { ok: false, reason: "unknown-project", sentence: `There is no project "${options.slug}".` };
  const tally = createTally();
  const run =
    options.method === "offline"
      ? null
      : prepareModelRun(project.settings, {
          ...options,
          projectSlug: options.slug,
          embedder: options.embedder ?? null,
          gateOf: (limits, clock) => {
            const budget = createRunGate(limits, clock);
            // What is written into batch files takes no turn of those who send.
            return options.send ? budget : budgetThenPace(budget, createPaceGate(project.id, limits, clock));
          },
          onUsage: tally.usage,
        });
  if (run?.ok === false) {
    if (run.reason !== "none" || options.method !== null)
      return { ok: false, reason: "not-possible", sentence: run.sentence };
    options.log(`${run.sentence} The offline rules draft in its place.`);
  }
  const model = run?.ok ? run.run : null;
  if (model && options.steps.includes("caption"))
    model.documentsFault = await readyDocuments(project.id, options);
  let cases = 0;
  const draftOne = async (found: { readonly id: string; readonly number: number }) => {
    if (options.signal.aborted) return;
    cases += 1;
    const label = caseLabel(found.number);
    if (!model) return tally.offline(await transaction((tx) => storeOfflineDrafts(tx, found.id)));
    for (const outcome of await draftWithModel(model, found.id, options.steps)) tally.add(label, outcome);
    options.log(`${label}: ${tally.drafted()} drafts so far`);
  };
  await inPool(casesToDraft(project.id, options.number), model?.concurrency ?? 1, draftOne);
  if (options.number !== null && cases === 0) {
    const sentence = `There is no case ${caseLabel(options.number)} in ${options.slug}.`;
    return { ok: false, reason: "unknown-case", sentence };
  }
  const method = model ? model.provider.id : "offline";
  return { ok: true, report: { method, model: model?.model ?? null, cases, ...tally.report() } };
}

/** Brings what captions without human text are written with up to date. @returns why that cannot be; null = it is. */
async function readyDocuments(projectId: string, options: DraftOptions): Promise<string | null> {
  await refreshStore(projectId);
  const embedded = options.embedder && (await embedDocuments(projectId, options.embedder, options));
  if (embedded?.ok !== false) return null;
  options.log(embedded.sentence);
  return embedded.sentence;
}

function createTally() {
  let drafted = 0;
  let labelled = 0;
  let skipped = 0;
  const skippedFor: Record<string, number> = {};
  const failed: Reasoned[] = [];
  let tokens: TokenUsage = { input: 0, cached: 0, output: 0 };
  let cost: number | null = 0;
  const skip = (reason: string) => {
    skipped += 1;
    skippedFor[reason] = (skippedFor[reason] ?? 0) + 1;
  };
  return {
    drafted: () => drafted,
    usage(used: TokenUsage | null, price: number | null) {
      if (used)
        tokens = {
          input: tokens.input + used.input,
          cached: tokens.cached + used.cached,
          output: tokens.output + used.output,
        };
      cost = cost === null || price === null ? null : cost + price;
    },
    add(label: string, outcome: Awaited<ReturnType<typeof draftWithModel>>[number]) {
      if (outcome.kind === "drafted") drafted += outcome.added;
      else if (outcome.kind === "labelled") labelled += 1;
      else if (outcome.kind === "skipped") skip(outcome.reason);
      else failed.push({ case: label, step: outcome.step, reason: outcome.reason });
    },
    offline(added: number) {
      drafted += added;
      if (added === 0) skip("nothing-new");
    },
    report: () => ({ drafted, labelled, skipped, skippedFor, failed, tokens, cost }),
  };
}
