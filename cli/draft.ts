import { caseNumberIn } from "@/lib/cases/rules";
import { draftProject } from "@/lib/drafting/mutations/draft-project";
import { steps as allSteps, type Step } from "@/lib/drafting/schema";
import { optional, required, UsageError, type Verb, type VerbCall } from "./verb";

function stepsOf(call: VerbCall): Step[] {
  const given = optional(call, "steps")
    ?.split(",")
    .map((word) => word.trim());
  const unknown = given?.find((word) => !allSteps.some((step) => step === word));
  if (unknown !== undefined) throw new UsageError(`--steps takes ${allSteps.join(", ")}, not "${unknown}".`);
  return allSteps.filter((step) => given === undefined || given.includes(step));
}

function numberOf(call: VerbCall): number | null {
  const label = optional(call, "case");
  const number = label === null ? null : caseNumberIn(label);
  if (label !== null && number === null)
    throw new UsageError(`--case takes a label such as RR-00012, not "${label}".`);
  return number;
}

/** Ctrl+C also ends the requests under way; every answer that came is stored already. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  return stop.signal;
}

export const draftVerb: Verb = {
  name: "draft",
  summary: "Write drafts for the cases of a project, by a model or by rules",
  usage:
    "draft --project SLUG [--case RR-00012] [--steps caption,findings,discussion,qa] [--method openai|offline]",
  options: {
    project: { type: "string" },
    case: { type: "string" },
    steps: { type: "string" },
    method: { type: "string" },
  },
  async run(call) {
    if (call.positionals.length > 0) throw new UsageError("draft takes options only: --project and others.");
    const outcome = await draftProject({
      slug: required(call, "project"),
      number: numberOf(call),
      steps: stepsOf(call),
      method: optional(call, "method"),
      environment: {
        baseUrl: process.env.MODEL_BASE_URL,
        apiKey: process.env.MODEL_API_KEY,
        model: process.env.MODEL_NAME,
        local: process.env.MODEL_LOCAL,
      },
      signal: stopSignal(),
      log: call.log,
    });
    if (!outcome.ok) throw new UsageError(outcome.sentence);
    const { report } = outcome;
    const { method, model, cases, drafted, skipped, failed, tokens, cost } = report;
    const by = model === null ? "the offline rules" : `${method}, ${model}`;
    const price = cost === null ? "cost unknown" : `${cost.toFixed(4)} USD`;
    const lines = [
      `${drafted} drafts of ${cases} cases by ${by}; ${skipped} places left as they are, ${failed.length} failed`,
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
