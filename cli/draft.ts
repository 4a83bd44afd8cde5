import { readFile, stat } from "node:fs/promises";
import { batchSend, isFreeFolder, readBatch } from "@/lib/drafting/mutations/batch-files";
import { type DraftOptions, draftProject } from "@/lib/drafting/mutations/draft-project";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { endpointEnvironment } from "@/lib/drafting/rules/generation/endpoint";
import { steps as allSteps, draftSteps, type Step } from "@/lib/drafting/schema";
import { startRun } from "@/lib/jobs/mutations/start-run";
import { caseNumberOf } from "./case-option";
import { embedderHere } from "./embedder";
import { projectOf } from "./project-option";
import {
  onlyOptions,
  onlyPositional,
  optional,
  pathFromHere,
  required,
  UsageError,
  type Verb,
  type VerbCall,
  type VerbOutcome,
} from "./verb";

function stepsOf(call: VerbCall): Step[] {
  const given = optional(call, "steps")
    ?.split(",")
    .map((word) => word.trim());
  const unknown = given?.find((word) => !allSteps.some((step) => step === word));
  if (unknown !== undefined) throw new UsageError(`--steps takes ${allSteps.join(", ")}, not "${unknown}".`);
  return allSteps.filter((step) => (given ?? draftSteps).some((word) => word === step));
}

/** Ctrl+C also ends the requests under way; every answer that came is stored already. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  return stop.signal;
}

async function optionsOf(call: VerbCall): Promise<DraftOptions> {
  return {
    slug: required(call, "project"),
    number: caseNumberOf(call),
    steps: stepsOf(call),
    method: optional(call, "method"),
    environment: endpointEnvironment(process.env),
    embedder: await embedderHere(),
    signal: stopSignal(),
    log: call.log,
  };
}

/** Leaves the work to the app's worker and to others. */
async function queued(call: VerbCall): Promise<VerbOutcome> {
  const { id: projectId, slug } = await projectOf(call);
  const outcome = await startRun({
    projectId,
    kind: "draft-case",
    parameters: { steps: stepsOf(call), method: optional(call, "method"), number: caseNumberOf(call) },
    actorId: null,
    variables: process.env,
  });
  if (!outcome.ok) throw new UsageError(outcome.sentence);
  const { runId, items } = outcome;
  const text = `${items} cases wait as run ${runId}. jobs list --project ${slug} shows how far it is.`;
  return { ok: true, result: { ...outcome }, text };
}

const draft: Verb = {
  name: "draft",
  summary: "Write drafts for the cases of a project, by a model or by rules",
  usage:
    "draft --project SLUG [--case RR-00012] [--steps caption,findings,discussion,qa] [--method openai|offline] [--queue]; " +
    "further steps: translation (into Chinese), modality, question-label",
  options: {
    project: { type: "string" },
    case: { type: "string" },
    steps: { type: "string" },
    method: { type: "string" },
    queue: { type: "boolean" },
  },
  async run(call) {
    onlyOptions(call, "draft", "--project and others");
    if (call.values.queue === true) return queued(call);
    const outcome = await draftProject(await optionsOf(call));
    if (!outcome.ok) throw new UsageError(outcome.sentence);
    const { report } = outcome;
    const { method, model, cases, drafted, labelled, skipped, failed, tokens, cost } = report;
    const by = model === null ? "the offline rules" : `${method}, ${model}`;
    const price = cost === null ? "cost unknown" : `${cost.toFixed(4)} USD`;
    const lines = [
      `${drafted} drafts${labelled > 0 ? ` and ${labelled} labels` : ""} of ${cases} cases by ${by}; ${skipped} places left as they are, ${failed.length} failed`,
      ...(model === null ? [] : [`${tokens.input} tokens in, ${tokens.output} out, ${price}`]),
      ...failed.map((one) => `${one.case} ${one.step}: ${one.reason}`),
    ];
    return {
      ok: failed.length === 0,
      result: { ok: failed.length === 0, ...report },
      text: lines.join("\n"),
    };
  },
};

/** The object of a settings file, or null where none is given. */
async function changeOf(call: VerbCall): Promise<unknown> {
  const path = optional(call, "set");
  if (path === null) return null;
  const text = await readFile(pathFromHere(path), "utf8").catch(() => null);
  if (text === null) throw new UsageError(`There is no file ${path} that can be read.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is not JSON.`);
  }
}

const settings: Verb = {
  name: "draft settings",
  summary: "Show or set model, endpoint, prices and limits of a project",
  usage: "draft settings --project SLUG [--set FILE.json]; fields that the file leaves out stay as they are",
  options: { project: { type: "string" }, set: { type: "string" } },
  async run(call) {
    onlyOptions(call, "draft settings", "--project and --set");
    const slug = required(call, "project");
    const outcome = await setGenerationSettings(slug, await changeOf(call), null);
    if (!outcome.ok)
      throw new UsageError(
        outcome.reason === "unknown-project"
          ? `There is no project "${slug}".`
          : `${outcome.field}: ${outcome.problem}.`,
      );
    const text = JSON.stringify(outcome.settings, null, 2);
    return { ok: true, result: { ...outcome }, text };
  },
};

const batchOut: Verb = {
  name: "draft batch-out",
  summary: "Write the requests of drafts into files for the OpenAI Batch API",
  usage:
    "draft batch-out --project SLUG --out DIR [--case RR-00012] [--steps caption,findings,discussion,qa]",
  options: {
    project: { type: "string" },
    out: { type: "string" },
    case: { type: "string" },
    steps: { type: "string" },
  },
  async run(call) {
    onlyOptions(call, "draft batch-out", "--project and --out");
    const out = pathFromHere(required(call, "out"));
    if (!(await isFreeFolder(out))) throw new UsageError(`${out} is not empty.`);
    const options = { ...(await optionsOf(call)), method: "openai", send: batchSend(out) };
    const outcome = await draftProject(options);
    if (!outcome.ok) throw new UsageError(outcome.sentence);
    const { skippedFor, failed } = outcome.report;
    const queued = skippedFor.queued ?? 0;
    const lines = [
      `${queued} requests wait, new ones in ${out}; ${failed.length} failed`,
      ...failed.map((one) => `${one.case} ${one.step}: ${one.reason}`),
    ];
    const ok = failed.length === 0;
    return { ok, result: { ok, out, queued, skippedFor, failed }, text: lines.join("\n") };
  },
};

const batchIn: Verb = {
  name: "draft batch-in",
  summary: "Record the answers of an OpenAI Batch output file; draft then stores them",
  usage: "draft batch-in FILE.jsonl --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    const path = pathFromHere(onlyPositional(call, "output file"));
    const slug = required(call, "project");
    if (!(await stat(path).catch(() => null))?.isFile()) throw new UsageError(`There is no file ${path}.`);
    const report = await readBatch(slug, path);
    if (!report) throw new UsageError(`There is no project "${slug}".`);
    const { recorded, unanswered, unknown, broken } = report;
    const lines = [
      `${recorded} answers recorded, ${unanswered} unanswered, ${unknown} that nothing waits for`,
      ...(broken.length > 0 ? [`not lines of a batch output: ${broken.slice(0, 20).join(", ")}`] : []),
      `Now draft --project ${slug} with the same steps stores the drafts.`,
    ];
    const ok = broken.length === 0;
    return { ok, result: { ok, ...report }, text: lines.join("\n") };
  },
};

export const draftVerbs: readonly Verb[] = [draft, settings, batchOut, batchIn];
