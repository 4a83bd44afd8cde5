import { projectOfCase } from "@/lib/drafting/data/drafted-cases";
import { prepareModelRun } from "@/lib/drafting/mutations/model-run";
import { endpointEnvironment } from "@/lib/drafting/rules/generation/endpoint";
import { createRunGate } from "@/lib/drafting/rules/generation/run-gate";
import { casesOfComparison } from "@/lib/evaluation/data/comparable-images";
import { writeComparison } from "@/lib/evaluation/mutations/write-comparison";
import { type CompareRun, compareRunSchema } from "@/lib/evaluation/schema";
import { passing } from "../rules";
import type { JobKind } from "../types";

/** The texts of a comparison for the images of one case, by every method. */
export const compareMethods: JobKind<CompareRun> = {
  id: "compare-methods",
  label: "Texts by four methods",
  parameters: compareRunSchema,
  prepare(settings, parameters, variables) {
    const prepared = prepareModelRun(settings, {
      method: null,
      environment: endpointEnvironment(variables),
      projectSlug: "",
      embedder: null,
      signal: new AbortController().signal,
      gateOf: createRunGate,
      onUsage: () => {},
    });
    return prepared.ok ? { ok: true, parameters } : prepared;
  },
  subjects: (_, { comparisonId }) => casesOfComparison(comparisonId),
  async work(job, { comparisonId }, { variables, signal, gateOf }) {
    const project = await projectOfCase(job.subjectId);
    if (!project) return { kind: "failed", sentence: "The case is gone.", again: false, result: {} };
    const prepared = prepareModelRun(project.settings, {
      method: null,
      environment: endpointEnvironment(variables),
      projectSlug: project.slug,
      embedder: null,
      signal,
      gateOf,
      onUsage: () => {},
      askAgainBefore: job.retriedAt,
    });
    if (!prepared.ok) return { kind: "failed", sentence: prepared.sentence, again: false, result: {} };
    const written = await writeComparison(prepared.run, comparisonId, job.subjectId);
    const failed = written.filter((one) => one.kind === "failed");
    if (failed.some(({ state }) => state === "aborted")) return { kind: "stopped" };
    const result = {
      written: written.filter(({ kind }) => kind === "written").length,
      failed: failed.length,
    };
    const sentence = [...new Set(failed.map((one) => one.sentence))].join(" ");
    return failed.length > 0
      ? { kind: "failed", sentence, again: failed.every(({ state }) => passing.includes(state)), result }
      : { kind: "done", sentence: null, result };
  },
};
