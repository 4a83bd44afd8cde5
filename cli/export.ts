import { exportProject } from "@/lib/releasing/mutations/export-project";
import { exportFormats } from "@/lib/releasing/registry";
import { onlyOptions, optional, pathFromHere, required, UsageError, type Verb } from "./verb";

const formats = exportFormats.map(({ id }) => id).join(", ");

export const exportVerb: Verb = {
  name: "export",
  summary: "Write approved texts and their images as training data",
  usage: `export --project SLUG --out DIR [--format ${exportFormats.map(({ id }) => id).join("|")}]`,
  options: { project: { type: "string" }, out: { type: "string" }, format: { type: "string" } },
  async run(call) {
    onlyOptions(call, "export", "--project and --out");
    const slug = required(call, "project");
    const out = pathFromHere(required(call, "out"));
    const format = optional(call, "format") ?? "llava";
    const outcome = await exportProject({ slug, out, format }, null);
    if (!outcome.ok) {
      const sentence = {
        "unknown-project": `There is no project "${slug}".`,
        "unknown-format": `There is no format "${format}". Known: ${formats}.`,
        "not-empty": `${out} is not empty; an export is only written into a new or empty folder.`,
        "not-a-folder": `${out} is a file, not a folder.`,
      }[outcome.reason];
      throw new UsageError(sentence);
    }
    const { counts, manifestHash } = outcome;
    const text = [
      `${counts.rows} rows of ${counts.cases} cases with ${counts.images} images and ${counts.regions} regions in ${out}`,
      `left out: ${counts.leftOutCases} cases, ${counts.leftOutTexts} texts of read cases (reasons in left-out.jsonl)`,
    ].join("\n");
    return { ok: true, result: { ok: true, out, format, ...counts, manifestHash }, text };
  },
};
