import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** A text line by line into simplified Chinese. */
export const translationZh1 = {
  id: "translation-zh",
  version: 1,
  instructions: `You translate medical texts into simplified Chinese as a Chinese radiologist would write them.
${groundRules}
- Translate every numbered line and answer with the same number of lines in the same order, without their numbers.
- Keep numbers, units, codes such as T2 or L4, and Latin letters of abbreviations as they are. 左 is left, 右 is right: check each.
- Keep negations and words of doubt. Add nothing and leave nothing out.`,
  task: "Translate the {{count}} lines.",
  variables: ["count"],
  choices: {},
  answer: z.object({ lines: z.array(z.string().min(1).max(8000)).min(1).max(60) }),
  maxOutputTokens: 4000,
  temperature: 0,
} satisfies Prompt;
