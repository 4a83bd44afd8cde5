import { database } from "@/lib/db/client";
import { textPayloadSchema } from "@/lib/reading/schema";
import { draftText } from "../rules/draft-text";
import { composeRequest } from "../rules/generation/compose-request";
import type { HumanText } from "../rules/generation/drafts-of-answer";
import type { BlockSpec, CallInputs, ContextSpec, PictureSpec } from "../schema";
import type { ModelRequest } from "../types/model";
import type { Prompt, PromptPicture, UntrustedBlock } from "../types/prompt";
import { promptPicture } from "./prompt-picture";

/** What a request is made of, by reference. */
export interface TaskParts {
  readonly prompt: Prompt;
  readonly variables: Readonly<Record<string, string>>;
  readonly blocks: readonly BlockSpec[];
  readonly pictures: readonly Omit<PictureSpec, "sha256">[];
}

export interface ComposedTask {
  readonly request: ModelRequest;
  readonly marker: string;
  readonly pictures: readonly (PromptPicture & { readonly sha256: string })[];
  /** The texts of the material, in its order. */
  readonly material: readonly UntrustedBlock[];
  /** Passages among the material, in its order. */
  readonly sources: readonly HumanText[];
}

/** The request of a task, with its texts read and its pictures rendered. @throws where a text or a frame is gone. */
export async function composeTask(
  { prompt, variables, blocks, pictures }: TaskParts,
  model: { readonly model: string; readonly seed: number },
): Promise<ComposedTask> {
  const material = await readBlocks(blocks);
  const rendered: ComposedTask["pictures"][number][] = [];
  for (const spec of pictures) rendered.push(await promptPicture(spec));
  const input = { variables, blocks: material, pictures: rendered };
  const sources = blocks.flatMap((spec, index) =>
    "passageId" in spec ? [{ id: spec.passageId, text: material[index]?.text ?? "" }] : [],
  );
  return { ...composeRequest(prompt, input, model), pictures: rendered, material, sources };
}

/** A task with where its answer belongs and the documents it was written with. */
export type RecordedTask = TaskParts &
  Pick<CallInputs, "kind" | "imageId"> & { readonly context: readonly ContextSpec[] };

/** What is recorded of a task, so that it can be composed again. */
export function inputsOf(task: RecordedTask, { pictures }: Pick<ComposedTask, "pictures">): CallInputs {
  return {
    kind: task.kind,
    imageId: task.imageId,
    variables: { ...task.variables },
    blocks: [...task.blocks],
    context: [...task.context],
    pictures: task.pictures.map((spec, index) => ({ ...spec, sha256: pictures[index]?.sha256 ?? "" })),
  };
}

async function readBlocks(blocks: readonly BlockSpec[]): Promise<UntrustedBlock[]> {
  const db = await database();
  const passages = await db.passage.findMany({
    where: { id: { in: blocks.flatMap((spec) => ("passageId" in spec ? [spec.passageId] : [])) } },
    select: { id: true, text: true },
  });
  const drafts = await db.draft.findMany({
    where: { id: { in: blocks.flatMap((spec) => ("draftId" in spec ? [spec.draftId] : [])) } },
    select: { id: true, payload: true },
  });
  const chunks = await db.documentChunk.findMany({
    where: { id: { in: blocks.flatMap((spec) => ("chunkId" in spec ? [spec.chunkId] : [])) } },
    select: { id: true, title: true, heading: true, text: true },
  });
  return blocks.map((spec) => {
    if ("chunkId" in spec) {
      const chunk = chunks.find(({ id }) => id === spec.chunkId);
      if (!chunk) throw new Error(`section ${spec.chunkId} of a document is gone`);
      const title = [chunk.title, chunk.heading].filter(Boolean).join(" / ");
      return { name: spec.name, text: `${title}\n\n${chunk.text}` };
    }
    if ("words" in spec) return { name: spec.name, text: spec.words };
    if ("passageId" in spec) {
      const passage = passages.find(({ id }) => id === spec.passageId);
      if (!passage) throw new Error(`passage ${spec.passageId} is gone`);
      return { name: spec.name, text: passage.text };
    }
    const draft = drafts.find(({ id }) => id === spec.draftId);
    if (!draft) throw new Error(`draft ${spec.draftId} is gone`);
    return { name: spec.name, text: draftText(textPayloadSchema.parse(draft.payload)) };
  });
}
