import { transaction } from "@/lib/db/client";
import type { Embedder } from "@/lib/retrieval/types";
import { projectOfCase } from "../data/drafted-cases";
import type { EndpointEnvironment } from "../rules/generation/endpoint";
import type { Step } from "../schema";
import type { Clock, RunGate, RunLimits } from "../types/model";
import { draftWithModel, type TaskOutcome } from "./draft-with-model";
import { prepareModelRun } from "./model-run";
import { storeOfflineDrafts } from "./offline-drafts";

export interface OneCase {
  readonly caseId: string;
  readonly steps: readonly Step[];
  /** offline, or the id of a provider. */
  readonly method: string;
  readonly environment: EndpointEnvironment;
  /** Finds documents beside their words; null = by words alone. */
  readonly embedder: Embedder | null;
  /** Why nothing can be drafted from documents now; null = it can. */
  readonly documentsFault: string | null;
  readonly signal: AbortSignal;
  readonly gateOf: (limits: RunLimits, clock: Clock) => RunGate;
  readonly askAgainBefore: Date | null;
}

export type OneCaseOutcome =
  | { readonly ok: true; readonly outcomes: readonly TaskOutcome[] }
  | { readonly ok: false; readonly sentence: string };

/** Drafts one case under the settings that its project has now. What is stored already is not stored twice. */
export async function draftOneCase({ caseId, documentsFault, ...options }: OneCase): Promise<OneCaseOutcome> {
  const project = await projectOfCase(caseId);
  if (!project) return { ok: false, sentence: "The case is gone." };
  if (options.method === "offline") return { ok: true, outcomes: await offline(caseId) };
  const { slug: projectSlug, settings } = project;
  const prepared = prepareModelRun(settings, { ...options, projectSlug, onUsage: () => {} });
  if (!prepared.ok) return prepared;
  const { run } = prepared;
  const ladder = ladderOf(`${run.endpoint.baseUrl} ${run.model}`);
  return {
    ok: true,
    outcomes: await draftWithModel({ ...run, ladder, documentsFault }, caseId, options.steps),
  };
}

async function offline(caseId: string): Promise<readonly TaskOutcome[]> {
  const added = await transaction((tx) => storeOfflineDrafts(tx, caseId));
  return [
    added > 0
      ? { kind: "drafted", step: "caption", added }
      : { kind: "skipped", step: "caption", reason: "nothing-new" },
  ];
}

type Ladder = { rung: "strict" | "schema" | "object" | "text" };

/** What this process has learnt about how an endpoint takes schemas, so that each case need not learn it again. */
const ladders = new Map<string, Ladder>();

function ladderOf(name: string): Ladder {
  const known = ladders.get(name) ?? { rung: "strict" };
  ladders.set(name, known);
  return known;
}
