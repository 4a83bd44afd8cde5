import type { RecordedTask } from "../../data/compose-task";
import type { GenerationCase } from "../../data/generation-case";
import type { Prompt } from "../../types/prompt";
import { labelsToAsk } from "./plan-labels";
import { type GenerationTask, planTasks, type WritingStep } from "./plan-tasks";

export type Trial =
  | { readonly ok: true; readonly task: RecordedTask & Partial<Pick<GenerationTask, "search">> }
  | { readonly ok: false; readonly sentence: string };

interface Trying {
  readonly seed: number;
  readonly longestSide: number;
}

const none: ReadonlySet<string> = new Set();

/** Where a prompt is used, and what a case must have for it. */
const places: Readonly<Record<string, { readonly step: WritingStep; readonly needs: string }>> = {
  caption: { step: "caption", needs: "an image with a caption by a person" },
  "caption-from-text": { step: "caption", needs: "an image with a caption by a person" },
  "caption-from-findings": { step: "caption", needs: "an image, and findings by a person" },
  "caption-from-image": { step: "caption", needs: "an image that is not one of many slices" },
  findings: { step: "findings", needs: "findings or captions by a person" },
  discussion: { step: "discussion", needs: "a discussion or a diagnosis by a person" },
  questions: { step: "qa", needs: "a drafted caption" },
  "questions-several": { step: "qa", needs: "several images, and drafted findings or a discussion" },
  "translation-zh": { step: "translation", needs: "a draft that is not Chinese" },
};

/**
 * The first request that a prompt would be asked with in a case, as if nothing were drafted in its place yet: what else the
 * case has is left away where another prompt would be asked because of it.
 */
export function trialTask(found: GenerationCase, prompt: Prompt, { seed, longestSide }: Trying): Trial {
  const missing = (needs: string) =>
    ({ ok: false, sentence: `${found.label} does not have ${needs}.` }) as const;
  if (prompt.id === "modality" || prompt.id === "question-label") {
    const { images, questions } = labelsToAsk(found, prompt.id, none, { longestSide });
    const [task] = [...images, ...questions];
    return task
      ? { ok: true, task: { ...task, prompt } }
      : missing(prompt.id === "modality" ? "an image" : "a question");
  }
  const place = places[prompt.id];
  if (!place) return { ok: false, sentence: `${prompt.id} cannot be tried on a case.` };
  const ownMethods = found.drafts.map(({ method }) => method);
  const { tasks } = planTasks(asIf(found, prompt.id), place.step, { seed, longestSide, ownMethods });
  const asked = prompt.id === "caption-from-text" ? "caption" : prompt.id;
  const task = tasks.find((one) => one.prompt.id === asked);
  if (!task) return missing(place.needs);
  const words = task.blocks.filter((block) => "passageId" in block);
  return {
    ok: true,
    task: { ...task, prompt, ...(prompt.id === "caption-from-text" ? { blocks: words, pictures: [] } : {}) },
  };
}

function asIf(found: GenerationCase, promptId: string): GenerationCase {
  const { passages } = found;
  if (promptId === "caption-from-image")
    return { ...found, passages: passages.filter(({ kind }) => kind === "history") };
  if (promptId === "caption-from-findings")
    return { ...found, passages: passages.filter(({ imageId }) => imageId === null) };
  return { ...found, translated: none };
}
