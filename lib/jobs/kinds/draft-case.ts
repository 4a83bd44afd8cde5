import { casesToDraft } from "@/lib/drafting/data/drafted-cases";
import { draftOneCase } from "@/lib/drafting/mutations/draft-one-case";
import type { TaskOutcome } from "@/lib/drafting/mutations/draft-with-model";
import { prepareModelRun } from "@/lib/drafting/mutations/model-run";
import { endpointEnvironment } from "@/lib/drafting/rules/generation/endpoint";
import { createRunGate } from "@/lib/drafting/rules/generation/run-gate";
import { embedDocuments } from "@/lib/retrieval/mutations/embed-documents";
import { refreshStore } from "@/lib/retrieval/mutations/refresh-store";
import { openEmbedder } from "@/lib/retrieval/registry";
import type { Embedder } from "@/lib/retrieval/types";
import { type DraftRun, draftRunSchema } from "../schema";
import type { Job, JobContext, JobKind, JobOutcome, Prepared, Variables } from "../types";

/** What may pass by itself. */
const passing: readonly string[] = ["timeout", "rate-limited", "unavailable", "unexpected"];

function prepare(settings: unknown, parameters: DraftRun, variables: Variables): Prepared<DraftRun> {
  if (parameters.method === "offline") return { ok: true, parameters };
  const prepared = prepareModelRun(settings, {
    method: parameters.method,
    environment: endpointEnvironment(variables),
    projectSlug: "",
    embedder: null,
    signal: new AbortController().signal,
    gateOf: createRunGate,
    onUsage: () => {},
  });
  if (prepared.ok) return { ok: true, parameters: { ...parameters, method: prepared.run.provider.id } };
  return prepared.reason === "none" && parameters.method === null
    ? { ok: true, parameters: { ...parameters, method: "offline" } }
    : prepared;
}

function outcomeOf(outcomes: readonly TaskOutcome[]): JobOutcome {
  const failed = outcomes.filter((one) => one.kind === "failed");
  if (failed.some(({ state }) => state === "aborted")) return { kind: "stopped" };
  const drafted = outcomes.reduce((sum, one) => sum + (one.kind === "drafted" ? one.added : 0), 0);
  const skipped = outcomes.filter((one) => one.kind === "skipped");
  const result = { drafted, skipped: skipped.length, failed: failed.length };
  if (failed.length > 0) {
    const sentence = [...new Set(failed.map(({ step, reason }) => `${step}: ${lastLine(reason)}`))].join(" ");
    return { kind: "failed", sentence, again: failed.every(({ state }) => passing.includes(state)), result };
  }
  // A sentence says why a case stays here; the words for what is usual need no reader.
  const said = skipped.map(({ reason }) => reason).filter((reason) => reason.includes(" "));
  return { kind: "done", sentence: said[0] ?? null, result };
}

/** Errors of the database say what happened in their last line. */
const lastLine = (reason: string) => reason.trim().split("\n").pop()?.trim().slice(0, 300) ?? "";

type Documents =
  | { readonly ok: true; readonly embedder: Embedder | null }
  | Extract<JobOutcome, { kind: "failed" }>;

/** What this process has made ready to find documents with, by run, the newest last. */
const ready = new Map<string, Promise<Documents>>();
const mostRuns = 20;

/** Once for a run: brings the project's store up to date, which looks at every finished case, and embeds what is new in it. */
function documentsOf(job: Job, context: JobContext): Promise<Documents> {
  const known = ready.get(job.runId) ?? makeReady(job, context);
  ready.set(job.runId, known);
  const forget = () => void ready.delete(job.runId);
  known.then((documents) => "ok" in documents || forget(), forget);
  const [oldest] = ready.keys();
  if (oldest !== undefined && ready.size > mostRuns) ready.delete(oldest);
  return known;
}

async function makeReady({ projectId }: Job, { variables, signal }: JobContext): Promise<Documents> {
  const failed = (sentence: string) => ({ kind: "failed", sentence, again: false, result: {} }) as const;
  const opened = await openEmbedder(variables);
  if (!opened.ok) return failed(opened.sentence);
  const { embedder } = opened;
  await refreshStore(projectId);
  const embedded = embedder && (await embedDocuments(projectId, embedder, { signal, log: () => {} }));
  return embedded?.ok === false ? failed(embedded.sentence) : { ok: true, embedder };
}

/** The steps of one case, by a model or by the offline rules. */
export const draftCase: JobKind<DraftRun> = {
  id: "draft-case",
  label: "Drafts",
  parameters: draftRunSchema,
  prepare,
  subjects: (projectId, { number }) => casesToDraft(projectId, number),
  async work(job, { steps, method }, context) {
    const { signal, variables, gateOf } = context;
    const documents: Documents =
      method === "offline" ? { ok: true, embedder: null } : await documentsOf(job, context);
    if (!("ok" in documents)) return signal.aborted ? { kind: "stopped" } : documents;
    const done = await draftOneCase({
      caseId: job.subjectId,
      steps,
      method: method ?? "openai",
      environment: endpointEnvironment(variables),
      embedder: documents.embedder,
      signal,
      gateOf,
      askAgainBefore: job.retriedAt,
    });
    return done.ok
      ? outcomeOf(done.outcomes)
      : { kind: "failed", sentence: done.sentence, again: false, result: {} };
  },
};
