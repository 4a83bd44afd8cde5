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
import { passing } from "../rules";
import { type DraftRun, draftRunSchema } from "../schema";
import type { Job, JobContext, JobKind, JobOutcome, Prepared, Variables } from "../types";

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

/** What could not be drafted for want of documents fails the case; what needs none is drafted all the same. */
function outcomeOf(outcomes: readonly TaskOutcome[], documents: Documents): JobOutcome {
  const failed = outcomes.filter((one) => one.kind === "failed");
  if (failed.some(({ state }) => state === "aborted")) return { kind: "stopped" };
  const drafted = outcomes.reduce((sum, one) => sum + (one.kind === "drafted" ? one.added : 0), 0);
  const skipped = outcomes.filter((one) => one.kind === "skipped");
  const labelled = outcomes.filter((one) => one.kind === "labelled").length;
  const result = { drafted, labelled, skipped: skipped.length, failed: failed.length };
  if (failed.length > 0) {
    const sentence = [...new Set(failed.map(({ step, reason }) => `${step}: ${lastLine(reason)}`))].join(" ");
    return { kind: "failed", sentence, again: failed.every(({ state }) => passing.includes(state)), result };
  }
  const waiting = skipped.find(({ reason }) => reason === documents.fault);
  if (waiting) {
    const sentence = `${waiting.step}: ${lastLine(waiting.reason)}`;
    return { kind: "failed", sentence, again: documents.passing, result };
  }
  // A sentence says why a case stays here; the words for what is usual need no reader.
  const said = skipped.map(({ reason }) => reason).filter((reason) => reason.includes(" "));
  return { kind: "done", sentence: said[0] ?? null, result };
}

/** Errors of the database say what happened in their last line. */
const lastLine = (reason: string) => reason.trim().split("\n").pop()?.trim().slice(0, 300) ?? "";

interface Documents {
  readonly embedder: Embedder | null;
  /** Why no document can be found now; null = it can. */
  readonly fault: string | null;
  /** The fault may pass by itself. */
  readonly passing: boolean;
}

const noDocuments: Documents = { embedder: null, fault: null, passing: false };

/** What this process has made ready to find documents with, by run, the newest last. */
const ready = new Map<string, Promise<Documents>>();
const mostRuns = 20;
/** Milliseconds for which an embedder that is away is not asked again for the same run. */
const faultKept = 10_000;

/** Once for a run: brings the project's store up to date, which looks at every finished case, and embeds what is new in it. */
function documentsOf(job: Job, context: JobContext): Promise<Documents> {
  const known = ready.get(job.runId) ?? makeReady(job, context);
  ready.set(job.runId, known);
  const forget = () => void ready.delete(job.runId);
  known.then(({ fault }) => fault !== null && setTimeout(forget, faultKept).unref(), forget);
  const [oldest] = ready.keys();
  if (oldest !== undefined && ready.size > mostRuns) ready.delete(oldest);
  return known;
}

async function makeReady({ projectId }: Job, { variables, signal }: JobContext): Promise<Documents> {
  const opened = await openEmbedder(variables);
  if (!opened.ok) return { embedder: null, fault: opened.sentence, passing: false };
  const { embedder } = opened;
  await refreshStore(projectId);
  const embedded = embedder && (await embedDocuments(projectId, embedder, { signal, log: () => {} }));
  return { embedder, fault: embedded?.ok === false ? embedded.sentence : null, passing: true };
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
    const needed = method !== "offline" && steps.includes("caption");
    const documents = needed ? await documentsOf(job, context) : noDocuments;
    if (signal.aborted) return { kind: "stopped" };
    const done = await draftOneCase({
      caseId: job.subjectId,
      steps,
      method: method ?? "openai",
      environment: endpointEnvironment(variables),
      embedder: documents.embedder,
      documentsFault: documents.fault,
      signal,
      gateOf,
      askAgainBefore: job.retriedAt,
    });
    return done.ok
      ? outcomeOf(done.outcomes, documents)
      : { kind: "failed", sentence: done.sentence, again: false, result: {} };
  },
};
