import { existsSync } from "node:fs";
import { importGuidelines } from "@/lib/cases/mutations/import-guidelines";
import { type ImportProgress, importPaths } from "@/lib/cases/mutations/import-paths";
import {
  optional,
  pathFromHere,
  required,
  UsageError,
  type Verb,
  type VerbCall,
  type VerbOutcome,
} from "./verb";

const shownRefusals = 20;

function countLines(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

function textOf(
  counts: Readonly<Record<string, number>>,
  refused: readonly { readonly file: string; readonly reason: string }[],
): string {
  const shown = refused.slice(0, shownRefusals).map(({ file, reason }) => `  refused ${file}: ${reason}`);
  const more = refused.length - shown.length;
  return [
    `New: ${countLines(counts)}.`,
    refused.length === 0 ? "Nothing was refused." : `${refused.length} refused:`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more; --json lists all.`] : []),
  ].join("\n");
}

/** A line at most every two seconds, and one when the first file is done. */
function reporter(log: (line: string) => void): (state: ImportProgress) => void {
  let last = 0;
  return ({ files, cases, refused }) => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    log(`${files} files read, ${cases} cases stored, ${refused} refused`);
  };
}

async function run(call: VerbCall): Promise<VerbOutcome> {
  const projectSlug = required(call, "project");
  const as = optional(call, "as");
  if (as !== null && as !== "guidelines" && as !== "cases")
    throw new UsageError(`--as takes cases or guidelines, not "${as}".`);
  if (call.positionals.length === 0) throw new UsageError("Give at least one folder, file or zip.");
  const paths = call.positionals.map((name) => ({ name, path: pathFromHere(name) }));
  for (const { name, path } of paths)
    if (!existsSync(path)) throw new UsageError(`There is no file or folder ${name}.`);
  const options = { projectSlug, actorId: null, progress: reporter(call.log) };
  const result =
    as === "guidelines" ? await importGuidelines(paths, options) : await importPaths(paths, options);
  const { refused, ...counts } = result;
  return { ok: true, result, text: textOf({ ...counts }, refused) };
}

/** `import PATH... --project SLUG`: exit 0 when nothing broke, refused files notwithstanding. */
export const importVerb: Verb = {
  name: "import",
  summary: "Import folders, files and zips of DICOM, PNG, JPEG or case bundles",
  usage: "import PATH... --project SLUG [--as guidelines]",
  options: { project: { type: "string" }, as: { type: "string" } },
  run,
};
