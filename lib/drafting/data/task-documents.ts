import { database } from "@/lib/db/client";
import { findContext } from "@/lib/retrieval/data/find-context";
import { type DocumentQuery, shownChunks } from "@/lib/retrieval/data/find-documents";
import { subjectOf } from "@/lib/retrieval/data/query-subject";
import { queryVector } from "@/lib/retrieval/data/query-vector";
import { auditSending } from "@/lib/retrieval/mutations/embed-documents";
import { contextSize } from "@/lib/retrieval/rules/choose-context";
import type { QuerySubject } from "@/lib/retrieval/rules/may-be-found";
import type { Embedder, FoundDocument } from "@/lib/retrieval/types";
import { type BlockSpec, type ContextSpec, callInputsSchema } from "../schema";
import type { RecordedTask } from "./compose-task";
import type { GenerationCase } from "./generation-case";
import { caseStays } from "./leaving";
import { promptPicture } from "./prompt-picture";

export type DocumentedTask<Task> =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly sentence: string };

/**
 * A task with the documents that it is to be written with; the same one where retrieval is not used. Those of the last
 * request for the same place are taken again as long as they may be found, so that nothing is asked twice because other
 * cases were finished meanwhile.
 */
export async function withDocuments<Task extends SearchingTask>(
  found: GenerationCase,
  task: Task,
  run: DocumentSearch,
): Promise<DocumentedTask<Task>> {
  if (task.search === null) return { ok: true, task };
  if (run.documentsFault !== null) return { ok: false, sentence: run.documentsFault };
  const { projectId } = found;
  const query = { projectId, subject: await subjectOf(found.id), sendable: !run.local };
  const before = await contextBefore(found, task, query);
  const sought = before ? { ok: true as const, context: before } : await newContext(found, task, query, run);
  if (!sought.ok) return sought;
  const { context } = sought;
  if (context.length === 0) return { ok: false, sentence: await whyNone(projectId, run.projectSlug) };
  return { ok: true, task: withContext(task, context) };
}

/** A task with these documents among its material. */
export function withContext<Task extends Pick<RecordedTask, "blocks">>(
  task: Task,
  documents: readonly (Omit<ContextSpec, "matched"> & { readonly matched: readonly string[] })[],
) {
  const counts = { guideline: 0, case: 0 };
  const context = documents.map(({ chunkId, kind, lexical, dense, fused, matched }) => ({
    chunkId,
    kind,
    lexical,
    dense,
    fused,
    matched: [...matched],
  }));
  const blocks = context.map(({ chunkId, kind }): BlockSpec => {
    counts[kind] += 1;
    return {
      name: kind === "guideline" ? `guideline ${counts.guideline}` : `another case ${counts.case}`,
      chunkId,
    };
  });
  return { ...task, context, blocks: [...task.blocks, ...blocks] };
}

/** A task and the words to find its documents by; null where retrieval is not used. */
type SearchingTask = RecordedTask & { readonly search: string | null };

/** Where the documents may go, and what they are found with. */
export interface DocumentSearch {
  readonly local: boolean;
  readonly projectSlug: string;
  /** Null: by words alone. */
  readonly embedder: Embedder | null;
  /** Why no document can be found in this run; null = it can. */
  readonly documentsFault: string | null;
  readonly signal: AbortSignal;
}

interface ContextQuery {
  readonly projectId: string;
  readonly subject: QuerySubject;
  readonly sendable: boolean;
}

/** By words and, where there is an embedder that the case may go to, by what it makes of words and picture. */
async function newContext(
  found: GenerationCase,
  { search, pictures }: SearchingTask,
  query: ContextQuery,
  { embedder, signal }: DocumentSearch,
): Promise<{ ok: true; context: readonly FoundDocument[] } | { ok: false; sentence: string }> {
  const words = search ?? "";
  let vector: DocumentQuery["vector"] = null;
  const [first] = pictures;
  const png = first && embedder?.pictures ? (await promptPicture(first)).png : null;
  if (embedder && (await caseStays(await database(), found.id, embedder.local)) === null) {
    const inputs = [{ text: words }, ...(png ? [{ png }] : [])];
    await auditSending(query.projectId, embedder, inputs, { case: found.id });
    const embedded = await queryVector(embedder, { words, png }, signal);
    if (!embedded.ok) return embedded;
    vector = embedded.vector;
  }
  const documents = await findContext({ ...query, words, vector });
  return { ok: true, context: documents };
}

async function contextBefore(
  found: GenerationCase,
  { prompt, imageId }: SearchingTask,
  query: ContextQuery,
): Promise<readonly ContextSpec[] | null> {
  const last = await (await database()).modelCall.findFirst({
    where: {
      caseId: found.id,
      readingId: null,
      promptId: prompt.id,
      inputs: { path: ["imageId"], equals: imageId ?? "" },
    },
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
