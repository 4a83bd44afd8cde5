import { requireProject } from "@/lib/auth/loaders";
import type { Actor } from "@/lib/auth/types";
import { flagPrecisionOf } from "./data/flag-precision";
import { promptHistories } from "./data/prompt-results";
import type { FlagPrecisionRow, PromptHistory } from "./types/prompt";

/** The prompts page of a project; 404 for whoever may not manage its drafting. */
export async function loadPrompts(
  actor: Actor,
  slug: string,
): Promise<{
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly prompts: readonly PromptHistory[];
}> {
  const project = await requireProject(actor, slug, "drafting.manage");
  return { project, prompts: await promptHistories(project.id) };
}

/** How often readers say that the flags of a project are right; 404 for whoever may not manage its drafting. */
export async function loadFlagPrecision(
  actor: Actor,
  slug: string,
): Promise<{
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly rows: readonly FlagPrecisionRow[];
}> {
  const project = await requireProject(actor, slug, "drafting.manage");
  return { project, rows: await flagPrecisionOf(project.id) };
}
