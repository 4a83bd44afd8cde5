import { comparisonProject, comparisonResults, comparisonsOf } from "@/lib/evaluation/data/comparisons";
import { startComparison } from "@/lib/evaluation/mutations/start-comparison";
import { resultsCsv } from "@/lib/evaluation/rules/results";
import { newComparisonSchema } from "@/lib/evaluation/schema";
import { methodWords } from "@/lib/evaluation/types";
import { projectOf } from "./project-option";
import { onlyOptions, onlyPositional, optional, required, UsageError, type Verb } from "./verb";

const start: Verb = {
  name: "compare start",
  summary: "Have captions written by four methods for drawn images, to be rated side by side",
  usage: "compare start --project SLUG --name NAME [--images 90] [--seed 1]; the app or a worker writes them",
  options: {
    project: { type: "string" },
    name: { type: "string" },
    images: { type: "string" },
    seed: { type: "string" },
  },
  async run(call) {
    onlyOptions(call, "compare start", "--project, --name, --images and --seed");
    const wanted = newComparisonSchema.safeParse({
      name: required(call, "name"),
      images: Number(optional(call, "images") ?? 90),
      seed: Number(optional(call, "seed") ?? 1),
    });
    if (!wanted.success) {
      const [issue] = wanted.error.issues;
      throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message ?? "is not usable"}.`);
    }
    const { id, slug } = await projectOf(call);
    const by = { actorId: null, variables: process.env };
    const outcome = await startComparison(id, wanted.data, by);
    if (!outcome.ok) throw new UsageError(outcome.sentence);
    const { images, comparisonId, runId } = outcome;
    const text = `${images} images drawn for comparison ${comparisonId}; run ${runId} writes their texts. jobs list --project ${slug} shows how far it is.`;
    return { ok: true, result: { ...outcome }, text };
  },
};

const list: Verb = {
  name: "compare list",
  summary: "Show the comparisons of a project and how far they are",
  usage: "compare list --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    onlyOptions(call, "compare list", "--project");
    const { id, slug } = await projectOf(call);
    const comparisons = await comparisonsOf(id);
    const lines = comparisons.map(
      ({ id: of, name, complete, images }) => `${of}  ${name}: ${complete} of ${images} images complete`,
    );
    const text = lines.join("\n") || `${slug} has no comparison. compare start makes one.`;
    return { ok: true, result: { ok: true, comparisons }, text };
  },
};

const results: Verb = {
  name: "compare results",
  summary: "Show what people rated: means with 95 % intervals per method",
  usage: "compare results COMPARISON --project SLUG [--csv]",
  options: { project: { type: "string" }, csv: { type: "boolean" } },
  async run(call) {
    const comparison = onlyPositional(call, "id of a comparison");
    const { id } = await projectOf(call);
    if ((await comparisonProject(comparison)) !== id)
      throw new UsageError(
        `There is no comparison ${comparison} in this project. compare list shows the ids.`,
      );
    const found = await comparisonResults(comparison);
    const lines = found.map(({ method, ratings, means }) => {
      const said = Object.entries(means).map(([criterion, mean]) =>
        mean === null
          ? `${criterion} not rated`
          : `${criterion} ${mean.mean.toFixed(2)} (${mean.low.toFixed(2)} to ${mean.high.toFixed(2)})`,
      );
      return `${methodWords[method]}, ${ratings} ratings: ${said.join(", ")}`;
    });
    const text = call.values.csv === true ? resultsCsv(found).trimEnd() : lines.join("\n");
    return { ok: true, result: { ok: true, comparison, results: found }, text };
  },
};

export const compareVerbs: readonly Verb[] = [start, list, results];
