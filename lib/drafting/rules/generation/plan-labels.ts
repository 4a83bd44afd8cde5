import type { RecordedTask } from "../../data/compose-task";
import type { GenerationCase } from "../../data/generation-case";
import { plainPicture } from "./task-material";

/** What is asked about one image or question, but for the prompt. */
export type LabelTask = Omit<RecordedTask, "prompt">;

const nothing = { kind: "label", variables: {}, blocks: [], pictures: [], context: [] } as const;

/**
 * What a model is asked to label in a case, and why the rest is not: images by their pixels alone, questions by their words.
 * @param before ids of what has the label already.
 */
export function labelsToAsk(
  found: GenerationCase,
  step: "modality" | "question-label",
  before: ReadonlySet<string>,
  { longestSide }: { readonly longestSide: number },
): {
  readonly images: readonly (LabelTask & { readonly imageId: string })[];
  readonly questions: readonly (LabelTask & { readonly draftId: string })[];
  readonly skips: readonly ("sampled-slice" | "labelled-before")[];
} {
  if (step === "modality") {
    const single = found.images.filter(({ oneOfMany }) => !oneOfMany);
    const open = single.filter(({ id }) => !before.has(id));
    return {
      images: open.map((image) => ({
        ...nothing,
        imageId: image.id,
        pictures: [plainPicture(image, 0, longestSide)],
      })),
      questions: [],
      skips: [
        ...found.images.filter(({ oneOfMany }) => oneOfMany).map(() => "sampled-slice" as const),
        ...single.filter(({ id }) => before.has(id)).map(() => "labelled-before" as const),
      ],
    };
  }
  const asked = found.drafts.filter(({ kind }) => kind === "qa");
  return {
    images: [],
    questions: asked
      .filter(({ id }) => !before.has(id))
      .map(({ id, imageId }) => ({
        ...nothing,
        imageId,
        draftId: id,
        blocks: [{ name: "question", draftId: id }],
      })),
    skips: asked.filter(({ id }) => before.has(id)).map(() => "labelled-before" as const),
  };
}
