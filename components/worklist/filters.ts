import type { WorklistFilters } from "@/lib/cases/types";

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const list = (value: SearchParams[string]): readonly string[] =>
  value === undefined
    ? []
    : (typeof value === "string" ? [value] : value).flatMap((part) => part.split(",")).filter(Boolean);
const one = (value: SearchParams[string]): string | null => list(value)[0] ?? null;

/** The filters that an address asks for. What is not understood is left out. */
export function filtersFrom(params: SearchParams): WorklistFilters {
  return {
    project: one(params.project),
    search: (typeof params.q === "string" ? params.q : "").slice(0, 200),
    modalities: list(params.modality),
    bodyParts: list(params.part),
    states: list(params.state),
    after: one(params.after),
    ...(one(params.view) === "all" ? { all: true } : {}),
  };
}

/** The address of the worklist with these filters; `caseId` is the row that is looked at. */
export function worklistHref(filters: WorklistFilters, caseId: string | null = null): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => value && params.set(name, value);
  put("project", filters.project);
  put("q", filters.search.trim());
  put("modality", filters.modalities.join(","));
  put("part", filters.bodyParts.join(","));
  put("state", filters.states.join(","));
  put("view", filters.all ? "all" : null);
  put("after", filters.after);
  put("case", caseId);
  const query = params.toString();
  return query ? `/worklist?${query}` : "/worklist";
}

/** The list with a value put in, or taken out where it was in. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

export function isFiltered(filters: WorklistFilters): boolean {
  const { search, modalities, bodyParts, states } = filters;
  return search.trim() !== "" || modalities.length + bodyParts.length + states.length > 0;
}

/** The list of the rail that the filters stand for. */
export function viewOf({ states, all }: WorklistFilters): "mine" | "all" | "submitted" | "held" {
  if (all) return "all";
  const [state] = states;
  return states.length === 1 && (state === "submitted" || state === "held") ? state : "mine";
}
