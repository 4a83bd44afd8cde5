import { requireProject } from "@/lib/auth/loaders";
import type { Actor } from "@/lib/auth/types";
import { judgedContexts } from "./data/judged-contexts";
import { contextSize } from "./rules/choose-context";
import { type RetrievalScores, retrievalScores } from "./rules/judged-retrieval";

/** hit@k and recall@k of a project's retrieval; 404 for whoever may not manage its drafting. */
export async function loadRetrievalScores(actor: Actor, slug: string): Promise<RetrievalScores> {
  const { id } = await requireProject(actor, slug, "drafting.manage");
  const places = Array.from({ length: contextSize }, (_, at) => at + 1);
  return retrievalScores(await judgedContexts(id), places);
}
