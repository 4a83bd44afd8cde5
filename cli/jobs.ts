import { idsOfNumbers } from "@/lib/jobs/data/cases";
import { itemsWithSentence, runOf, runsOf } from "@/lib/jobs/data/runs";
import { type ChangeOutcome, cancelRun, retryRun } from "@/lib/jobs/mutations/change-run";
import type { RunView } from "@/lib/jobs/types";
import { caseNumberOf } from "./case-option";
import { projectOf } from "./project-option";
import { onlyPositional, UsageError, type Verb, type VerbCall } from "./verb";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of the run that the command names, in its project. */
async function runIn(call: VerbCall, projectId: string): Promise<RunView> {
  const id = onlyPositional(call, "id of a run");
  const run = uuid.test(id) ? await runOf(projectId, id) : null;
  if (!run) throw new UsageError(`There is no run ${id} in this project. jobs list shows the ids.`);
  return run;
}

const linesOf = ({ id, label, state, items, counts, calls, cost }: RunView) =>
  `${id}  ${label}: ${state}, ${counts.done} of ${items} done, ${counts.running} running, ${counts.waiting} waiting, ` +
  `${counts.failed} failed, ${counts.cancelled} cancelled; ${calls} requests, ${cost.toFixed(4)} USD`;

const list: Verb = {
  name: "jobs list",
  summary: "Show the runs of a project and how far they are, or one run with its errors",
  usage: "jobs list [RUN] --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    const project = await projectOf(call);
    if (call.positionals.length === 0) {
      const runs = await runsOf(project.id);
      const text = runs.map(linesOf).join("\n") || `${project.slug} has no runs. draft --queue starts one.`;
      return { ok: true, result: { ok: true, runs }, text };
    }
    const run = await runIn(call, project.id);
    const items = await itemsWithSentence(run.id);
    const text = [linesOf(run), ...items.map((item) => `${item.label} ${item.state}: ${item.sentence}`)];
    return { ok: true, result: { ok: true, run, items }, text: text.join("\n") };
  },
};

const countOf = (outcome: ChangeOutcome) => (outcome.ok ? outcome.items : 0);

const retry: Verb = {
  name: "jobs retry",
  summary: "Put what failed or was cancelled back into the queue",
  usage: "jobs retry RUN --project SLUG [--case RR-00012]",
  options: { project: { type: "string" }, case: { type: "string" } },
  async run(call) {
    const project = await projectOf(call);
    const run = await runIn(call, project.id);
    const number = caseNumberOf(call);
    const cases = number === null ? null : await idsOfNumbers(project.id, [number]);
    const change = { projectId: project.id, runId: run.id, actorId: null };
    const items = countOf(await retryRun(change, cases));
    return { ok: true, result: { ok: true, items }, text: `${items} items wait again.` };
  },
};

const cancel: Verb = {
  name: "jobs cancel",
  summary: "Stop a run; what is stored stays, and retry goes on with the rest",
  usage: "jobs cancel RUN --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    const project = await projectOf(call);
    const run = await runIn(call, project.id);
    const items = countOf(await cancelRun({ projectId: project.id, runId: run.id, actorId: null }));
    return { ok: true, result: { ok: true, items }, text: `${items} waiting items were cancelled.` };
  },
};

export const jobVerbs: readonly Verb[] = [list, retry, cancel];
