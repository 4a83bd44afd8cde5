import { roleIn } from "@/lib/auth/data/actor";
import { requireProject } from "@/lib/auth/loaders";
import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/auth/types";
import { blindWork, comparisonResults, comparisonsOf } from "./data/comparisons";
import type { BlindWork, ComparisonHead, MethodResult } from "./types";

export interface StudiesPage {
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly admin: boolean;
  readonly comparisons: readonly ComparisonHead[];
  /** Of the comparison that is open; null where there is none. */
  readonly open: {
    readonly head: ComparisonHead;
    readonly work: BlindWork;
    /** For admins; null for everybody else. */
    readonly results: readonly MethodResult[] | null;
  } | null;
}

/** The studies of a project; 404 for whoever does not read in it. @param wanted the comparison to open; null = the newest. */
export async function loadStudies(actor: Actor, slug: string, wanted: string | null): Promise<StudiesPage> {
  const project = await requireProject(actor, slug, "reading.write");
  const role = await roleIn(actor, project.id);
  const admin = may(role, "drafting.manage");
  const comparisons = await comparisonsOf(project.id);
  const head = comparisons.find(({ id }) => wanted === null || id === wanted);
  if (!head || !role) return { project, admin, comparisons, open: null };
  const work = await blindWork(actor, role, head.id);
  const results = admin ? await comparisonResults(head.id) : null;
  return { project, admin, comparisons, open: { head, work, results } };
}
