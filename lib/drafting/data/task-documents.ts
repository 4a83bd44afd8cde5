import { database } from "@/lib/db/client";
import { findContext } from "@/lib/retrieval/data/find-context";
import { shownChunks } from "@/lib/retrieval/data/find-documents";
import { caseDocumentId } from "@/lib/retrieval/rules/case-document";
import { contextSize } from "@/lib/retrieval/rules/choose-context";
import type { QuerySubject } from "@/lib/retrieval/rules/may-be-found";
import type { GenerationTask } from "../rules/generation/plan-tasks";
import { type BlockSpec, type ContextSpec, callInputsSchema } from "../schema";
import type { GenerationCase } from "./generation-case";

export type DocumentedTask =
  | { readonly ok: true; readonly task: GenerationTask }
  | { readonly ok: false; readonly sentence: string };

/**
 * A task with the documents that it is to be written with; the same one where retrieval is not used. Those of the last
 * request for the same place are taken again as long as they may be found, so that nothing is asked twice because other
 * cases were finished meanwhile.
 */
export async function withDocuments(
  found: GenerationCase,
  task: GenerationTask,
  { local, projectSlug }: { readonly local: boolean; readonly projectSlug: string },
): Promise<DocumentedTask> {
  if (task.search === null) return { ok: true, task };
  const { projectId } = found;
  const subject = await subjectOf(found.id);
  const query = { projectId, subject, sendable: !local };
  const context = (await contextBefore(found, task, query)) ?? (await newContext(task.search, query));
  if (context.length === 0) return { ok: false, sentence: await whyNone(projectId, projectSlug) };
  const counts = { guideline: 0, case: 0 };
  const blocks = context.map(({ chunkId, kind }): BlockSpec => {
    counts[kind] += 1;
    return {
      name: kind === "guideline" ? `guideline ${counts.guideline}` : `another case ${counts.case}`,
      chunkId,
    };
  });
  return { ok: true, task: { ...task, context, blocks: [...task.blocks, ...blocks] } };
}

interface ContextQuery {
  readonly projectId: string;
  readonly subject: QuerySubject;
  readonly sendable: boolean;
}

/** What names a case when documents are looked for: it and its own are never found. */
async function subjectOf(caseId: string): Promise<QuerySubject> {
  const { externalId, groupKey, source } = await (await database()).caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { externalId: true, groupKey: true, source: { select: { name: true, site: true } } },
  });
  return { caseId, groupKey, externalId: caseDocumentId(source, externalId) };
}

async function newContext(words: string, query: ContextQuery): Promise<readonly ContextSpec[]> {
  const found = await findContext({ ...query, words });
  return found.map(({ chunkId, kind, lexical, dense, fused, matched }) => ({
    chunkId,
    kind,
    lexical,
    dense,
    fused,
    matched: [...matched],
  }));
}

async function contextBefore(
  found: GenerationCase,
  { prompt, imageId }: GenerationTask,
  query: ContextQuery,
): Promise<readonly ContextSpec[] | null> {
  const last = await (await database()).modelCall.findFirst({
    where: { caseId: found.id, promptId: prompt.id, inputs: { path: ["imageId"], equals: imageId ?? "" } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    select: { inputs: true },
  });
  if (!last) return null;
  const { context } = callInputsSchema.parse(last.inputs);
  if (context.length === 0 || context.length > contextSize) return null;
  const shown = await shownChunks(
    context.map(({ chunkId }) => chunkId),
    query,
  );
  return context.every(({ chunkId }) => shown.has(chunkId)) ? context : null;
}

async function whyNone(projectId: string, slug: string): Promise<string> {
  const where = { projectId, kind: "guideline", heldOut: false };
  const guidelines = await (await database()).document.count({ where });
  return guidelines === 0
    ? `Nobody wrote about this image, so its draft needs a guideline, and the project has none. Fill its store: npm run cli -- import FOLDER --project ${slug} --as guidelines`
    : "No guideline answers to the labels of this image. Label its modality, body part or regions, or import guidelines about them.";
}
