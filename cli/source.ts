import { casesWithoutLicence, sourcesNamed, sourcesOf } from "@/lib/cases/data/sources";
import { setSource } from "@/lib/cases/mutations/set-source";
import { type SourceTermsInput, sourceTermsSchema } from "@/lib/cases/schema";
import type { SourceRow } from "@/lib/cases/types";
import { projectOf } from "./project-option";
import { onlyOptions, required, UsageError, type Verb, type VerbCall } from "./verb";

const nameOf = ({ name, site }: Pick<SourceRow, "name" | "site">) =>
  site === "" ? name : `${name}, ${site}`;

function sourceLine(source: SourceRow): string {
  const licence = source.licence ?? "No licence: never exported";
  const outside = source.externalModelAllowed ? "may go to an external model" : "stays inside";
  return `${nameOf(source)}: ${source.cases} cases, ${licence}, ${outside}${source.url ? `, ${source.url}` : ""}`;
}

const list: Verb = {
  name: "source list",
  summary: "List where cases came from, with their licences",
  usage: "source list --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    onlyOptions(call, "source list", "--project");
    const project = await projectOf(call);
    const sources = await sourcesOf(project.id);
    const withoutLicence = await casesWithoutLicence(project.slug);
    const lines =
      sources.length === 0 ? ["No source yet: sources come with the first import."] : sources.map(sourceLine);
    return {
      ok: true,
      result: { ok: true, project: project.slug, sources, withoutLicence },
      text: lines.join("\n"),
    };
  },
};

/** A text option: undefined where it is not given, null where it is given empty. */
function textOf(call: VerbCall, option: string): string | null | undefined {
  const value = call.values[option];
  if (typeof value !== "string") return undefined;
  return value.trim() === "" ? null : value;
}

function termsOf(call: VerbCall): SourceTermsInput {
  const allow = call.values["allow-external-model"];
  if (allow !== undefined && allow !== "yes" && allow !== "no")
    throw new UsageError(`--allow-external-model takes yes or no, not "${allow}".`);
  const given = {
    licence: textOf(call, "licence"),
    url: textOf(call, "url"),
    externalModelAllowed: allow === undefined ? undefined : allow === "yes",
  };
  if (Object.values(given).every((value) => value === undefined))
    throw new UsageError("Say what to set: --licence, --url or --allow-external-model.");
  const parsed = sourceTermsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`);
}

async function meant(call: VerbCall, slug: string, name: string) {
  const site = typeof call.values.site === "string" ? call.values.site : undefined;
  const found = await sourcesNamed(slug, name, site);
  const [source] = found;
  if (!source)
    throw new UsageError(
      `There is no source "${name}"${site === undefined ? "" : ` of site "${site}"`} in ${slug}. See source list --project ${slug}.`,
    );
  if (found.length > 1)
    throw new UsageError(
      `There are ${found.length} sources "${name}". Say which with --site: ${found.map((one) => `"${one.site}"`).join(", ")}.`,
    );
  return source;
}

const set: Verb = {
  name: "source set",
  summary: "Set licence, address or permission of a source",
  usage:
    'source set --project SLUG --name N [--site S] [--licence TEXT] [--url URL] [--allow-external-model yes|no]; --licence "" takes the licence away',
  options: {
    project: { type: "string" },
    name: { type: "string" },
    site: { type: "string" },
    licence: { type: "string" },
    url: { type: "string" },
    "allow-external-model": { type: "string" },
  },
  async run(call) {
    onlyOptions(call, "source set", "--project and --name");
    const name = required(call, "name");
    const terms = termsOf(call);
    const project = await projectOf(call);
    const { id } = await meant(call, project.slug, name);
    const outcome = await setSource({ projectId: project.id, sourceId: id }, terms, null);
    const source = (await sourcesOf(project.id)).find((row) => row.id === id);
    if (!outcome.ok || !source) throw new UsageError(`The source "${name}" is gone.`);
    return {
      ok: true,
      result: { ok: true, changed: outcome.changed, source },
      text: `${outcome.changed ? "Now" : "Unchanged"}: ${sourceLine(source)}`,
    };
  },
};

export const sourceVerbs: readonly Verb[] = [list, set];
