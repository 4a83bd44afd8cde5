import { z } from "zod";
import { projectFor } from "@/lib/auth/data/actor";
import type { Actor } from "@/lib/auth/types";
import { comparisonProject } from "@/lib/evaluation/data/comparisons";
import { door } from "./door";
import { problem } from "./problem";

interface DraftingVisit {
  readonly actor: Actor;
  readonly request: Request;
  readonly projectId: string;
  readonly slug: string;
}

/** The project whose drafting the actor manages, or null. */
const managedProject = async (actor: Actor, slug: string): Promise<string | null> =>
  (await projectFor(actor, slug, "drafting.manage"))?.id ?? null;

/** A door to the drafting of a project, for its admins. Nobody else learns that the project is there. */
export const draftingDoor = (handler: (visit: DraftingVisit) => Promise<Response>) =>
  door<{ slug: string }>(async ({ actor, request, params }) => {
    const projectId = await managedProject(actor, params.slug);
    return projectId === null
      ? problem("not-found")
      : handler({ actor, request, projectId, slug: params.slug });
  });

/** The same for one run; the handler finds out whether it is of this project. */
export const runDoor = (handler: (visit: DraftingVisit & { readonly runId: string }) => Promise<Response>) =>
  door<{ slug: string; runId: string }>(async ({ actor, request, params }) => {
    const projectId = await managedProject(actor, params.slug);
    const { success: known, data: runId } = z.uuid().safeParse(params.runId);
    return projectId === null || !known
      ? problem("not-found")
      : handler({ actor, request, projectId, slug: params.slug, runId });
  });

/** The same for one comparison of the project. */
export const comparisonDoor = (
  handler: (visit: DraftingVisit & { readonly comparisonId: string }) => Promise<Response>,
) =>
  door<{ slug: string; comparisonId: string }>(async ({ actor, request, params }) => {
    const projectId = await managedProject(actor, params.slug);
    const { comparisonId } = params;
    return projectId === null || (await comparisonProject(comparisonId)) !== projectId
      ? problem("not-found")
      : handler({ actor, request, projectId, slug: params.slug, comparisonId });
  });
