import type { CaseSource, RunSource } from "../types";

/** What may be done with a source, as it stands. */
export interface SourceTerms {
  readonly name: string;
  readonly site: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly externalModelAllowed: boolean;
}

type TermKey = "licence" | "externalModelAllowed" | "url";
type SaidTerms = Pick<RunSource, TermKey>;

export const showTerm = (value: string | boolean | null | undefined): string =>
  value == null ? "none" : JSON.stringify(value);

/** A case without a bundle takes name and site from the run; a bundle has named its own. */
export function namedByRun(source: CaseSource, run: RunSource, bundled: boolean): CaseSource {
  return bundled ? source : { ...source, name: run.name ?? source.name, site: run.site ?? source.site };
}

/** What a source is made with: what the case says of it, and where it says nothing, what the run does. */
export function filledByRun(source: CaseSource, run: RunSource): CaseSource {
  return {
    ...source,
    url: source.url ?? run.url,
    licence: source.licence ?? run.licence,
    externalModelAllowed: source.externalModelAllowed ?? run.externalModelAllowed,
  };
}

/** The first thing that the run says otherwise than the source that is there; null = nothing. */
export const differingFromRun = (there: SourceTerms, run: SaidTerms): TermKey | null =>
  (["licence", "externalModelAllowed", "url"] as const).find(
    (key) => run[key] !== undefined && run[key] !== there[key],
  ) ?? null;

const options = {
  licence: "--licence",
  externalModelAllowed: "--allow-external-model",
  url: "--url",
} as const;

/** Why an import must not change a source, and how it can be changed. */
export function runRefusal(there: SourceTerms, run: SaidTerms, key: TermKey): string {
  const where = there.site === "" ? `"${there.name}"` : `"${there.name}" of site "${there.site}"`;
  return (
    `${options[key]} is ${showTerm(run[key])}, but the source ${where} has ${showTerm(there[key])}; ` +
    "change it with source set, or give the files another --source or --site"
  );
}
