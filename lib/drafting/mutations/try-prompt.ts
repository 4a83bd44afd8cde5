import sharp from "sharp";
import { caseLabel } from "@/lib/cases/rules";
import { database, type Transaction } from "@/lib/db/client";
import { createPaceGate } from "@/lib/jobs/mutations/pace-gate";
import { openEmbedder } from "@/lib/retrieval/registry";
import { type ComposedTask, composeTask } from "../data/compose-task";
import { casesToDraft, projectToDraft } from "../data/drafted-cases";
import { loadGenerationCase } from "../data/generation-case";
import { withDocuments } from "../data/task-documents";
import { findPrompt } from "../registry";
import { payloadCheck } from "../rules/generation/drafts-of-answer";
import { type EndpointEnvironment, endpointEnvironment } from "../rules/generation/endpoint";
import { whyItStays } from "../rules/generation/may-leave";
import { readReply } from "../rules/generation/read-reply";
import { budgetThenPace } from "../rules/generation/reader-gate";
import { createRunGate } from "../rules/generation/run-gate";
import { trialTask } from "../rules/generation/trial-task";
import { requestHash, wireBody } from "../rules/generation/wire-body";
import { generationSettings, type PromptTrial } from "../schema";
import type { Clock, RunLimits } from "../types/model";
import type { TrialAnswer, TrialCall, TrialView } from "../types/trial";
import { askTask, type ModelRun, runRow } from "./ask-task";
import { prepareModelRun } from "./model-run";

export type TrialOutcome =
  | { readonly ok: true; readonly trial: TrialView }
  | { readonly ok: false; readonly sentence: string };

export interface TrialOf {
  readonly slug: string;
  readonly actorId: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

const failed = (sentence: string): TrialOutcome => ({ ok: false, sentence });

/**
 * Shows the request that a version of a prompt makes of a case and, where it is asked to, sends it: through the same gate as
 * every draft, recorded and audited like one, but nothing of the answer becomes a draft.
 */
export async function tryPrompt(
  { promptId, version, number, send }: PromptTrial,
  { slug, actorId, variables, signal }: TrialOf,
): Promise<TrialOutcome> {
  const project = await projectToDraft(slug);
  const prompt = findPrompt(promptId, version);
  if (!project || !prompt) return failed(`There is no version ${version} of ${promptId} in this program.`);
  let caseId: string | null = null;
  for await (const { id } of casesToDraft(project.id, number)) caseId = id;
  const found = caseId === null ? null : await loadGenerationCase(caseId);
  if (!found) return failed(`There is no case ${caseLabel(number)} in this project.`);
  const settings = generationSettings(project.settings);
  const planned = trialTask(found, prompt, settings);
  if (!planned.ok) return planned;
  const prepared = prepare(project, slug, endpointEnvironment(variables), signal);
  const model = prepared.ok ? prepared.run : { model: settings.model ?? "no model", seed: settings.seed };
  const { search } = planned.task;
  let task = planned.task;
  if (search) {
    const opened = await openEmbedder(variables);
    if (!opened.ok) return failed(opened.sentence);
    const where = {
      local: prepared.ok && prepared.run.local,
      projectSlug: slug,
      documentsFault: null,
      signal,
    };
    const documented = await withDocuments(
      found,
      { ...task, search },
      { ...where, embedder: opened.embedder },
    );
    if (!documented.ok) return failed(documented.sentence);
    task = documented.task;
  }
  const composed = await composeTask(task, model);
  const body = wireBody(composed.request, "strict");
  const stays = prepared.ok ? whyItStays(found, prepared.run.local) : null;
  const trial: TrialView = {
    case: found.label,
    instructions: prompt.instructions,
    words: wordsOf(composed),
    pictures: await Promise.all(
      composed.pictures.map(async ({ name, png, width, height, sha256 }) => ({
        name,
        sha256,
        width,
        height,
        thumbnail: await thumbnail(png),
      })),
    ),
    requestHash: prepared.ok ? requestHash(body) : null,
    requestBytes: Buffer.byteLength(body),
    model: prepared.ok
      ? { ok: true, name: prepared.run.model, origin: prepared.run.origin }
      : { ok: false, sentence: prepared.sentence },
    stays,
    answer: null,
  };
  if (!send) return { ok: true, trial };
  if (!prepared.ok) return failed(prepared.sentence);
  let runId: string | null = null;
  const row = runRow(prepared.run, found.id, ["try"]);
  const askedFor = {
    caseId: found.id,
    projectId: project.id,
    actorId,
    runId: async (tx: Transaction) => {
      runId = await row(tx);
      return runId;
    },
  };
  const check = (made: ComposedTask) => payloadCheck(prompt, made, task.variables);
  const { asked } = await askTask(prepared.run, askedFor, task, check);
  const calls = await callsOf(runId, asked.ok ? asked.callId : null);
  const answer: TrialAnswer = {
    sentence: asked.ok ? null : asked.sentence,
    paid: asked.ok && asked.paid,
    parsed: asked.ok ? JSON.stringify(parsedOf(calls, asked.value), null, 2) : null,
    calls,
  };
  return { ok: true, trial: { ...trial, answer } };
}

function prepare(
  { id, settings }: { readonly id: string; readonly settings: unknown },
  slug: string,
  environment: EndpointEnvironment,
  signal: AbortSignal,
) {
  const options = {
    environment,
    signal,
    projectSlug: slug,
    method: null,
    embedder: null,
    gateOf: (limits: RunLimits, clock: Clock) =>
      budgetThenPace(createRunGate(limits, clock), createPaceGate(id, limits, clock)),
  };
  const onUsage: ModelRun["onUsage"] = () => {};
  return prepareModelRun(settings, { ...options, onUsage, askAgainBefore: new Date() });
}

/** The payloads that drafts would be made of; of a label, which makes none, the object as it came. */
function parsedOf(calls: readonly TrialCall[], payloads: readonly unknown[]): unknown {
  if (payloads.length > 0) return payloads;
  const reply = readReply(calls[calls.length - 1]?.response ?? "");
  return reply.state === "answered" ? reply.value : [];
}

function wordsOf({ request }: ComposedTask): string {
  const content = request.messages[1]?.content ?? "";
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

/** A small picture as a data URL: the page shows it and keeps nothing. */
async function thumbnail(png: Buffer): Promise<string> {
  const small = await sharp(png)
    .resize({ width: 256, height: 256, fit: "inside", withoutEnlargement: true })
    .webp()
    .toBuffer();
  return `data:image/webp;base64,${small.toString("base64")}`;
}

/** The calls of the trial's run; where the request was answered before and not sent again, that one. */
async function callsOf(runId: string | null, callId: string | null): Promise<readonly TrialCall[]> {
  const either = [...(runId ? [{ runId }] : []), ...(callId ? [{ id: callId }] : [])];
  if (either.length === 0) return [];
  const rows = await (await database()).modelCall.findMany({
    where: { OR: either },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((call) => ({
    id: call.id,
    state: call.state,
    sentence: call.sentence,
    response: call.response,
    attempts: call.attempts,
    tokens: call.inputTokens === null ? null : call.inputTokens + (call.outputTokens ?? 0),
    cost: call.cost?.toNumber() ?? null,
    requestHash: call.requestHash,
  }));
}
