import { existsSync, realpathSync } from "node:fs";
import { casesWithoutLicence, sourcesNamed } from "@/lib/cases/data/sources";
import { type ImportProgress, importPaths } from "@/lib/cases/mutations/import-paths";
import { differingFromRun, runRefusal } from "@/lib/importing/rules/run-source";
import { runSourceSchema } from "@/lib/importing/schema";
import type { RunSource } from "@/lib/importing/types";
import { importCaseDocuments } from "@/lib/retrieval/mutations/import-case-documents";
import { importGuidelines } from "@/lib/retrieval/mutations/import-guidelines";
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
  if (refused.length === 0 && Object.values(counts).every((count) => count === 0))
    return "There was nothing to import.";
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

/** What the options say of the source of the files. @throws UsageError naming the option that cannot be. */
function sourceOf(call: VerbCall): RunSource {
  const text = (option: string) => {
    const value = call.values[option];
    return typeof value === "string" ? value : undefined;
  };
  const parsed = runSourceSchema.safeParse({
    name: text("source"),
    site: text("site"),
    url: text("url"),
    licence: text("licence"),
    externalModelAllowed: call.values["allow-external-model"] === true ? true : undefined,
  });
  if (parsed.success) return parsed.data;
  const option = String(parsed.error.issues[0]?.path[0]).replace("name", "source");
  throw new UsageError(
    option === "url"
      ? "--url is not an address that begins with https:// or http://."
      : `--${option} is empty or longer than 200 characters.`,
  );
}

/** Refuses before anything is read where the whole run would change a source that is there. */
async function refuseOtherTerms(slug: string, run: RunSource): Promise<void> {
  if (run.name === undefined) return;
  const [there] = await sourcesNamed(slug, run.name, run.site ?? "");
  const key = there && differingFromRun(there, run);
  if (there && key) throw new UsageError(`${runRefusal(there, run, key)}.`);
}

/** Each file or folder once, also where it is named twice or by another way. @throws UsageError for one that is not there. */
export function pathsOf(
  names: readonly string[],
): readonly { readonly name: string; readonly path: string }[] {
  const paths = new Map<string, { readonly name: string; readonly path: string }>();
  for (const name of names) {
    const path = pathFromHere(name);
    if (!existsSync(path)) throw new UsageError(`There is no file or folder ${name}.`);
    const place = realpathSync(path);
    if (!paths.has(place)) paths.set(place, { name, path });
  }
  return [...paths.values()];
}

async function run(call: VerbCall): Promise<VerbOutcome> {
  const projectSlug = required(call, "project");
  const as = optional(call, "as");
  if (as !== null && as !== "guidelines" && as !== "cases")
    throw new UsageError(`--as takes cases or guidelines, not "${as}".`);
  if (call.positionals.length === 0) throw new UsageError("Give at least one folder, file or zip.");
  const paths = pathsOf(call.positionals);
  const source = sourceOf(call);
  const options = { projectSlug, actorId: null, progress: reporter(call.log) };
  const heldOut = call.values["held-out"] === true;
  if (heldOut && as !== "cases") throw new UsageError("--held-out goes with --as cases.");
  if (as === "guidelines") {
    if (Object.values(source).some((value) => value !== undefined))
      throw new UsageError("A guideline names its own source, licence and url; leave those options out.");
    const { refused, ...counts } = await importGuidelines(paths, options);
    return { ok: true, result: { ...counts, refused }, text: textOf({ ...counts }, refused) };
  }
  if (as === "cases") {
    if (source.name !== undefined || source.site !== undefined)
      throw new UsageError("A case bundle names its own source and site; leave --source and --site out.");
    const { refused, ...counts } = await importCaseDocuments(paths, { ...options, source, heldOut });
    return { ok: true, result: { ...counts, refused }, text: textOf({ ...counts }, refused) };
  }
  await refuseOtherTerms(projectSlug, source);
  const { refused, ...counts } = await importPaths(paths, { ...options, source });
  const withoutLicence = await casesWithoutLicence(projectSlug);
  const licences =
    withoutLicence === 0
      ? []
      : [
          `${withoutLicence} cases of ${projectSlug} have no licence and are never exported: source list --project ${projectSlug} names their sources, source set gives them one.`,
        ];
  return {
    ok: true,
    result: { ...counts, withoutLicence, refused },
    text: [textOf({ ...counts }, refused), ...licences].join("\n"),
  };
}

/** `import PATH... --project SLUG`: exit 0 when nothing broke, refused files notwithstanding. */
export const importVerb: Verb = {
  name: "import",
  summary: "Import DICOM, PNG, JPEG and case bundles to be read, or guidelines and cases to be retrieved",
  usage:
    "import PATH... --project SLUG [--source NAME] [--site SITE] [--url URL] [--licence TEXT] [--allow-external-model] [--as guidelines | --as cases [--held-out]]",
  options: {
    project: { type: "string" },
    as: { type: "string" },
    "held-out": { type: "boolean" },
    source: { type: "string" },
    site: { type: "string" },
    url: { type: "string" },
    licence: { type: "string" },
    "allow-external-model": { type: "boolean" },
  },
  run,
};
