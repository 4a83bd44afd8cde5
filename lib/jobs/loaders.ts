import { requireProject } from "@/lib/auth/loaders";
import type { Actor } from "@/lib/auth/types";
import { projectToDraft } from "@/lib/drafting/data/drafted-cases";
import { endpointEnvironment, findEndpoint } from "@/lib/drafting/rules/generation/endpoint";
import { generationSettings } from "@/lib/drafting/schema";
import { runsOf } from "./data/runs";
import type { ModelView, RunView } from "./types";

/** The drafting page of a project; 404 for whoever may not manage its drafting. */
export async function loadRuns(
  actor: Actor,
  slug: string,
): Promise<{
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly runs: readonly RunView[];
  readonly model: ModelView;
}> {
  const project = await requireProject(actor, slug, "drafting.manage");
  const settings = generationSettings((await projectToDraft(slug))?.settings);
  const found = findEndpoint(settings, endpointEnvironment(process.env));
  const model: ModelView = found.ok
    ? { ok: true, name: found.model, origin: found.origin }
    : { ok: false, sentence: found.sentence };
  return { project, runs: await runsOf(project.id), model };
}
