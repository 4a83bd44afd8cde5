import type { GenerationCase } from "../../data/generation-case";
import type { GenerationTask } from "./plan-tasks";
import { translationLanguage } from "./translation";

/**
 * The language that a model was asked to write in (`ground-rules.ts`): that of the texts it was given, English where it was
 * given none. People wrote in the language of their case; a draft has its own.
 * @returns a language tag such as "en".
 */
export function answerLanguage(
  { language, drafts }: Pick<GenerationCase, "language" | "drafts">,
  { step, blocks }: Pick<GenerationTask, "step" | "blocks">,
): string {
  if (step === "translation") return translationLanguage;
  if (blocks.some((block) => "passageId" in block)) return language;
  const given = blocks.flatMap((block) => ("draftId" in block ? [block.draftId] : []));
  return drafts.find(({ id }) => given.includes(id))?.language ?? "en";
}
