import { caption1 } from "./prompts/caption-1";
import { captionFromFindings1 } from "./prompts/caption-from-findings-1";
import { captionFromImage1 } from "./prompts/caption-from-image-1";
import { captionFromText1 } from "./prompts/caption-from-text-1";
import { discussion1 } from "./prompts/discussion-1";
import { findings1 } from "./prompts/findings-1";
import { modality1 } from "./prompts/modality-1";
import { questionLabel1 } from "./prompts/question-label-1";
import { questions1 } from "./prompts/questions-1";
import { questionsSeveral1 } from "./prompts/questions-several-1";
import { translationZh1 } from "./prompts/translation-zh-1";
import { openai } from "./providers/openai";
import type { ModelProvider } from "./types/model";
import type { Prompt } from "./types/prompt";

/** Every kind of endpoint: one file each in `providers/`. */
export const providers: readonly ModelProvider[] = [openai];

/** Every prompt in every version that may have been used: one file each in `prompts/`. */
export const prompts: readonly Prompt[] = [
  caption1,
  captionFromFindings1,
  captionFromImage1,
  captionFromText1,
  findings1,
  discussion1,
  questions1,
  questionsSeveral1,
  questionLabel1,
  modality1,
  translationZh1,
];

/** The prompt of an id in one version, or in its newest; null where there is none. */
export function findPrompt(id: string, version: number | null = null): Prompt | null {
  const versions = prompts.filter(
    (prompt) => prompt.id === id && (version ?? prompt.version) === prompt.version,
  );
  return versions.reduce<Prompt | null>(
    (newest, prompt) => (newest === null || prompt.version > newest.version ? prompt : newest),
    null,
  );
}
